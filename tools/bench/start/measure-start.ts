import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { electronArguments } from '../../running/electron-arguments.mjs';
import { makeDemoHome } from '../../demo/make-demo-home.ts';
import { spreadOf, type Spread } from '../statistics.ts';
import type { Program } from '../window/open-program.ts';

/** Where the programs stand: Matu as it is packaged, and the bare window. */
export interface StartPrograms {
  readonly electron: string;
  readonly production: string;
  readonly bare: string;
}

/** How often each is started, and where files may be left. */
export interface StartRequest {
  readonly starts: number;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** Milliseconds from starting the process until two frames after the first screen stood. */
export interface StartCosts {
  readonly matuMs: Spread;
  readonly bareMs: Spread;
  /** Matu's median by the bare window's. */
  readonly ratio: number;
}

/**
 * Starts Matu and a bare window in turn. Before it each once for nothing: the first start installs Matu's content, and
 * reads the runtime from the disk.
 *
 * @throws when a program ends before its first screen
 */
export async function measureStart(programs: StartPrograms, request: StartRequest): Promise<StartCosts> {
  const home = join(request.folder, 'home');
  await makeDemoHome(home);
  const bareHome = join(request.folder, 'bare');
  mkdirSync(bareHome, { recursive: true });
  const { electron } = programs;
  const matu = { electron, folder: programs.production, args: ['--home', home] };
  const bare = { electron, folder: programs.bare, args: ['--home', bareHome] };
  const times: { readonly matu: number[]; readonly bare: number[] } = { matu: [], bare: [] };
  for (let start = 0; start <= request.starts; start++) {
    request.say(start === 0 ? 'start: once for nothing' : `start: ${start} of ${request.starts}`);
    const [bareMs, matuMs] = [await startMs(bare), await startMs(matu)];
    if (start === 0) continue;
    times.bare.push(bareMs);
    times.matu.push(matuMs);
  }
  const [matuMs, bareMs] = [spreadOf(times.matu), spreadOf(times.bare)];
  return { matuMs, bareMs, ratio: matuMs.p50 / bareMs.p50 };
}

/** Starts a program, waits until it says that its first screen stands, and ends it. */
async function startMs({ electron, folder, args }: Program): Promise<number> {
  const isRoot = process.getuid?.() === 0;
  const startedAt = performance.now();
  const child = spawn(electron, [...electronArguments({ folder, isRoot, args })], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  try {
    for await (const line of createInterface(child.stdout))
      if (line.includes('"firstScreen"')) return performance.now() - startedAt;
    throw new Error(`${folder} ended before its first screen`);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
