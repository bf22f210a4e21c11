import { MatuSteps } from '../window/matu-steps.ts';
import type { WindowRequest } from '../window/measure-window.ts';
import type { TapTimes } from '../window/tap-times.ts';
import { goInTurn, tapSpreads, type TapSpreads } from '../window/taps-in-turn.ts';
import { inside, wayOf, type MatuProgram } from '../window/way-of.ts';
import { startDeadServers, type DeadServers } from './dead-servers.ts';

/** What followed a tap in a kiosk that delivers nothing by itself, and in one whose servers are dead. */
export interface NetworkCosts {
  readonly alone: TapSpreads;
  readonly dead: TapSpreads;
  /** How often the second one came to a silent server meanwhile. */
  readonly tries: number;
}

/**
 * Goes the way in two kiosks in turn, each answer saved on disk: one has no destinations, the other tries again and again
 * to reach five that never answer.
 *
 * @throws when a window does not do what it should, or the second kiosk came to no server
 */
export async function measureNetwork(program: MatuProgram, request: WindowRequest): Promise<NetworkCosts> {
  const servers = await startDeadServers();
  try {
    return await measureBeside(servers, program, request);
  } finally {
    await servers.close();
  }
}

async function measureBeside(
  { destinations, tries }: DeadServers,
  { electron, app }: MatuProgram,
  { journeys, questions, folder, say }: WindowRequest,
): Promise<NetworkCosts> {
  const visit = { electron, folder: app, takesCode: true };
  say('network: going the way once, unmeasured');
  const way = await wayOf({ electron, app }, { folder, questions });
  const times: Record<'alone' | 'dead', TapTimes[]> = { alone: [], dead: [] };
  for (let journey = 1; journey <= journeys; journey++) {
    say(`network: journey ${journey} of ${journeys}`);
    const alone = await MatuSteps.begin({ ...visit, below: inside(folder, `alone-${journey}`) });
    const dead = await MatuSteps.begin({ ...visit, below: inside(folder, `dead-${journey}`), destinations });
    const sides = [
      { name: 'alone', steps: alone },
      { name: 'dead', steps: dead },
    ] as const;
    await goInTurn(sides, way, (name, tap) => times[name].push(tap));
  }
  if (tries() === 0) throw new Error('No server was tried, so nothing of it was measured');
  return { alone: tapSpreads(times.alone), dead: tapSpreads(times.dead), tries: tries() };
}
