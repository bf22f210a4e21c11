import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '../../core/basics/result.ts';
import { readPrepared } from '../../electron/content/prepared-content.ts';
import type { ProgramContent } from '../../electron/content/program-content.ts';
import { openKiosk, type Kiosk } from '../../electron/intake/open-kiosk.ts';
import { homeLayout } from '../../electron/store/home-layout.ts';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';
import { systemUptime } from '../../node/system-uptime.ts';
import { acquireWriterLock } from '../../node/writer-lock.ts';
import { preparedContentFile, readSimulation, type SimulationFacts } from './simulation-file.ts';
import { EXIT, Trouble } from './trouble.ts';

/** So long a process that was killed may still hold the home. */
const PATIENCE_MS = 5_000;
const ASKS_AGAIN_MS = 20;

/** A home of made-up people, opened as the kiosk opens it. */
export interface SimulatedHome {
  readonly kiosk: Kiosk;
  readonly facts: SimulationFacts;
}

/**
 * Opens a simulated home, and makes it first where the folder is empty.
 *
 * @throws Trouble for any other home: made-up people must not come among real ones
 */
export async function openSimulatedHome(
  home: string,
  wanted: Pick<SimulationFacts, 'seed' | 'log2N'>,
): Promise<SimulatedHome> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const facts = await factsOf(home, wanted);
  const prepared = readPrepared(readFileSync(preparedContentFile(home)), () => null);
  const programContent: ProgramContent = { folder: homeLayout(home).content, prepared };
  const kiosk = await patiently(() =>
    openKiosk({
      home,
      programContent,
      appVersion: 'simulation',
      oldRuntime: false,
      clock: systemClock,
      random: systemRandom,
      uptime: systemUptime(),
      draftKeyPolicy: { lowestLog2N: facts.log2N },
    }),
  );
  return { kiosk: expectOpen(kiosk), facts };
}

async function factsOf(home: string, wanted: Pick<SimulationFacts, 'seed' | 'log2N'>): Promise<SimulationFacts> {
  const facts = readSimulation(home);
  if (facts?.isMade === true) return facts;
  if (facts === null && readdirSync(home).length > 0) {
    throw new Trouble(`${home} is not empty, and simulate did not make it. Choose an empty folder.`, EXIT.refused);
  }
  const lock = expectOpen(await patiently(() => acquireWriterLock(home)));
  try {
    // Loaded only here: most starts find a home.
    const { makeSimulatedHome } = await import('./make-simulated-home.ts');
    return await makeSimulatedHome(home, wanted);
  } finally {
    await lock.release();
  }
}

/** Tries again while somebody else holds the home: a process that was killed holds it until the system has cleared up. */
async function patiently<T>(
  open: () => Promise<Result<T, { readonly kind: string }>>,
): Promise<Result<T, { readonly kind: string }>> {
  const endMs = performance.now() + PATIENCE_MS;
  for (;;) {
    const opened = await open();
    if (opened.ok || opened.error.kind !== 'alreadyRunning' || performance.now() > endMs) return opened;
    await wait(ASKS_AGAIN_MS);
  }
}

function expectOpen<T>(opened: Result<T, { readonly kind: string }>): T {
  if (opened.ok) return opened.value;
  const { kind } = opened.error;
  if (kind === 'alreadyRunning') throw new Trouble('Another program has this home open. Close it first.', EXIT.refused);
  throw new Trouble(`The home cannot be opened (${kind}). Look at it with npm run store -- fsck.`, EXIT.refused);
}
