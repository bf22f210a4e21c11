import { _electron, type ElectronApplication } from '@playwright/test';

/** A program for the runtime: its folder and its own arguments. */
export interface Program {
  readonly electron: string;
  readonly folder: string;
  readonly args: readonly string[];
}

/** Nothing may fade in: what is measured is the first frame that is whole. */
const REDUCED_MOTION = '--force-prefers-reduced-motion';

/** Opens a program's window, in the same way for Matu and its peers. `switches` are the runtime's own. */
export function openProgram(
  { electron, folder, args }: Program,
  switches: readonly string[] = [],
): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electron,
    args: [REDUCED_MOTION, ...switches, folder, ...args],
    // As root Chromium's sandbox cannot start.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}
