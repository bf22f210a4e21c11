import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { percentile } from '../bench/statistics.ts';
import { openAckFile } from './ack-file.ts';
import { openSimulatedHome } from './open-simulated-home.ts';
import type { SimulateRequest } from './request.ts';
import { Simulation } from './simulation.ts';
import { expectDone } from './trouble.ts';

/** What a simulation did. Times are null where nothing was saved or sealed. */
export interface SimulateSummary {
  /** In the home, those of earlier runs included. */
  readonly sealed: number;
  /** Acknowledged in this run. */
  readonly saves: number;
  readonly saveP50Ms: number | null;
  readonly saveP99Ms: number | null;
  readonly sealP50Ms: number | null;
}

/**
 * Runs a simulation to its number.
 *
 * @param say tells a person how it goes
 * @throws Trouble when it cannot
 */
export async function runSimulate(request: SimulateRequest, say: (line: string) => void): Promise<SimulateSummary> {
  const { intakes, ackFile } = request;
  const wanted = { seed: request.seed ?? randomUUID(), log2N: request.log2N };
  const home = await openSimulatedHome(resolve(request.home), wanted);
  const { seed, log2N } = home.facts;
  say(`Codes are stretched with scrypt N=2^${log2N}: for simulations only, the kiosk itself asks for 2^16 at least.`);
  if (request.seed !== null && seed !== request.seed) say(`The home keeps the seed of its first run, ${seed}.`);
  try {
    await home.kiosk.home.keepRoom();
    const acks =
      ackFile === null ? null : expectDone(openAckFile(ackFile), 'The list of acknowledgements cannot be opened');
    const simulation = new Simulation(home, acks);
    await simulation.sealUpTo(intakes);
    const { saves, seals } = simulation.times;
    return {
      sealed: home.kiosk.custody.outbox.sealedCount,
      saves: simulation.savedSteps,
      saveP50Ms: milliseconds(saves, 50),
      saveP99Ms: milliseconds(saves, 99),
      sealP50Ms: milliseconds(seals, 50),
    };
  } finally {
    await home.kiosk.home.close();
  }
}

function milliseconds(times: readonly number[], percent: number): number | null {
  return times.length === 0 ? null : Math.round(percentile(times, percent) * 1000) / 1000;
}
