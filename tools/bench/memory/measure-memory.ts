import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { makeDemoHome } from '../../demo/make-demo-home.ts';
import { openProgram } from '../window/open-program.ts';
import { completeSession } from './complete-session.ts';
import { programPssBytes } from './process-memory.ts';

/** After how many sessions memory is looked at, and where files may be left. */
export interface MemoryRequest {
  readonly early: number;
  readonly late: number;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** What the program holds after some sessions, in bytes, when everything that can be let go has been. */
export interface HeldMemory {
  readonly sessions: number;
  /** PSS of all its processes; null where the system does not tell. */
  readonly pssBytes: number | null;
  /** Used heap of the main process: of the windows' thread and the kiosk's. */
  readonly heapBytes: number;
}

/** How memory stands early and late. */
export interface MemoryCosts {
  readonly early: HeldMemory;
  readonly late: HeldMemory;
  readonly pssGrowth: number | null;
  readonly heapGrowth: number;
}

/** What ended is taken away by the system and by the runtime a little later. */
const SETTLE_MS = 3000;
const COLLECTIONS = 4;

/**
 * Lets complete sessions follow each other in one program, and looks at its memory twice.
 *
 * @throws when a session cannot be completed
 */
export async function measureMemory(
  { electron, app: folder }: { readonly electron: string; readonly app: string },
  { early, late, folder: below, say }: MemoryRequest,
): Promise<MemoryCosts> {
  const home = join(below, 'home');
  await makeDemoHome(home);
  const app = await openProgram({ electron, folder, args: ['--home', home] }, ['--js-flags=--expose-gc']);
  try {
    const held: HeldMemory[] = [];
    for (let sessions = 1; sessions <= late; sessions++) {
      await completeSession(await presentPage(app));
      if (sessions % early === 0) say(`memory: ${sessions} of ${late} sessions`);
      if (sessions === early || sessions === late) held.push({ sessions, ...(await heldMemory(app)) });
    }
    return memoryCosts(held);
  } finally {
    await app.close();
  }
}

/** The window of the next person, once it can be spoken to. */
async function presentPage(app: ElectronApplication): Promise<Page> {
  const page = app.windows().findLast((each) => !each.isClosed()) ?? (await app.waitForEvent('window'));
  await page.locator('main[data-scene="greeting"]').waitFor();
  return page;
}

async function heldMemory(app: ElectronApplication): Promise<Omit<HeldMemory, 'sessions'>> {
  const page = await presentPage(app);
  await pause(SETTLE_MS);
  for (let collection = 0; collection < COLLECTIONS; collection++) {
    await app.evaluate(() => globalThis.gc?.());
    await page.evaluate(() => globalThis.gc?.());
    await pause(SETTLE_MS / COLLECTIONS);
  }
  const { pid, heapBytes } = await app.evaluate(async () => {
    // The build for tests puts it there.
    const { matuTestKioskHeap } = globalThis as unknown as { readonly matuTestKioskHeap: () => Promise<number> };
    return { pid: process.pid, heapBytes: process.memoryUsage().heapUsed + (await matuTestKioskHeap()) };
  });
  return { pssBytes: programPssBytes(pid), heapBytes };
}

function memoryCosts(held: readonly HeldMemory[]): MemoryCosts {
  const [early, late] = held;
  if (early === undefined || late === undefined)
    throw new Error('Memory is looked at twice: early must come before late');
  const pssGrowth = early.pssBytes === null || late.pssBytes === null ? null : late.pssBytes / early.pssBytes;
  return { early, late, pssGrowth, heapGrowth: late.heapBytes / early.heapBytes };
}
