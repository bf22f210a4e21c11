import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Visit } from '../../../core/intake/visit.ts';
import { loadRealPack } from '../measurements.ts';
import { madeVisits } from '../made-visits.ts';
import { percentile } from '../statistics.ts';
import { bareSaver, bytesPerSave, matuSaver, peerSaver, type Saver } from './savers.ts';

export type SaverName = 'bare' | 'matu' | 'sqlite' | 'lowdb';

/** What saving one answer takes, in milliseconds. `stored`: how many intakes stand beside it; null where none can. */
export interface SaveCost {
  readonly saver: SaverName;
  readonly stored: number | null;
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** What saving costs, and how large the save is. */
export interface SaveCosts {
  readonly bytes: number;
  readonly costs: readonly SaveCost[];
}

/** Homes by how many intakes are sealed in them, and where the peers stand and may write. */
export interface SaveSetting {
  readonly homes: ReadonlyMap<number, string>;
  /** Null where they are not there. */
  readonly peers: string | null;
  readonly folder: string;
  readonly saves: number;
}

interface Entrant {
  readonly saver: SaverName;
  readonly stored: number | null;
  readonly opened: Saver;
}

/** lowdb writes everything anew each time, which takes long; a few times show it. */
const LOWDB_SAVES = 5;

/** A visit before and after an answer. Saved in turn: SQLite writes nothing at all where nothing has changed. */
type Visits = readonly [before: Visit, after: Visit];

/**
 * Measures saving one answer. All but lowdb save in turn, so that what else the machine does hits all alike; lowdb
 * follows, because the disk still writes its large files while the next one saves.
 */
export async function measureSaves({ homes, peers, folder, saves }: SaveSetting): Promise<SaveCosts> {
  const { all, atTheEnd } = madeVisits('danish', loadRealPack());
  const visits: Visits = [all, atTheEnd];
  const matu: Entrant[] = [];
  let bytes = 0;
  for (const [stored, home] of homes) {
    const opened = await matuSaver(home, all);
    bytes = await bytesPerSave(home, opened, atTheEnd);
    matu.push({ saver: 'matu', stored, opened });
  }
  const bare: Entrant = { saver: 'bare', stored: null, opened: bareSaver(join(folder, 'bare'), bytes) };
  const open = (saver: 'sqlite' | 'lowdb') => openPeers(saver, { homes, peers, folder, visit: all });
  const costs = await inTurn([bare, ...matu, ...(await open('sqlite'))], { visits, saves });
  const lowdb = await inTurn(await open('lowdb'), { visits, saves: Math.min(saves, LOWDB_SAVES) });
  return { bytes, costs: [...costs, ...lowdb] };
}

async function openPeers(
  saver: 'sqlite' | 'lowdb',
  { homes, peers, folder, visit }: Omit<SaveSetting, 'saves'> & { readonly visit: Visit },
): Promise<readonly Entrant[]> {
  const entrants: Entrant[] = [];
  if (peers === null) return entrants;
  for (const stored of homes.keys()) {
    const start = { file: join(folder, `${saver}-${stored}`), stored, visit };
    entrants.push({ saver, stored, opened: await peerSaver(join(peers, `${saver}.mjs`), start) });
  }
  return entrants;
}

async function inTurn(
  entrants: readonly Entrant[],
  { visits, saves }: { readonly visits: Visits; readonly saves: number },
): Promise<readonly SaveCost[]> {
  const times = entrants.map((): number[] => []);
  const warmUps = Math.ceil(saves / 10);
  for (let round = 0; round < warmUps + saves; round += 1) {
    // A person takes seconds between two answers: whoever does something meanwhile may.
    await nextTurn();
    const visit = visits[round % 2 === 0 ? 0 : 1];
    // Another one begins each round: nobody always saves behind the same neighbour.
    for (const [place] of entrants.entries()) {
      const index = (place + round) % entrants.length;
      const tookMs = await saveMs(entrants[index], visit);
      if (round >= warmUps) times[index]?.push(tookMs);
    }
  }
  for (const { opened } of entrants) await opened.close();
  return entrants.map(({ saver, stored }, index) => {
    const taken = times[index] ?? [];
    return { saver, stored, count: taken.length, p50: percentile(taken, 50), p99: percentile(taken, 99) };
  });
}

async function saveMs(entrant: Entrant | undefined, visit: Visit): Promise<number> {
  const startedMs = performance.now();
  const saved = entrant?.opened.save(visit);
  // Waiting for what is done already would count the next turn of the event loop.
  if (saved !== undefined) await saved;
  return performance.now() - startedMs;
}
