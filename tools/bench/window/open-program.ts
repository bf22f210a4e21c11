import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** A program for the runtime: its folder and its own arguments. */
export interface Program {
  readonly electron: string;
  readonly folder: string;
  readonly args: readonly string[];
}

/** Opens a program's window, in the same way for Matu and its peers. `switches` are the runtime's own. */
export function openProgram(
  { electron, folder, args }: Program,
  switches: readonly string[] = [],
): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electron,
    args: [...switches, folder, ...args],
    // As root Chromium's sandbox cannot start.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

/** The program's window, in which nothing fades in: what is measured is the first frame that is whole. */
export async function stillPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // A page may ask only once, when it begins.
  await page.reload();
  if (!(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)))
    throw new Error('The window does not know that motion is to be reduced');
  return page;
}
