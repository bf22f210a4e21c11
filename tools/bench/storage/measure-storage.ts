import { join } from 'node:path';
import { makeFilledHome, openFilledHome } from './filled-home.ts';
import { measureRecovery, type RecoveryCosts } from './measure-recovery.ts';
import { measureSaves, type SaveCosts } from './measure-saves.ts';
import { measureSealing, type SealCosts } from './measure-sealing.ts';

/** What keeping costs, on the disk where the folder for temporary files stands. */
export interface StorageCosts {
  readonly saving: SaveCosts;
  readonly sealing: SealCosts;
  readonly recovery: RecoveryCosts;
}

/** How much is measured, where, and beside what. */
export interface StorageSetting {
  /** An empty folder. */
  readonly folder: string;
  /** Null where the peers are not there. */
  readonly peers: string | null;
  /** The numbers of sealed intakes that homes hold meanwhile, rising. */
  readonly stored: readonly number[];
  readonly saves: number;
  readonly say: (line: string) => void;
}

const MOST_SEALS = 100;
const MOST_STARTS = 5;

/** Measures saving beside peers, sealing, and opening the fullest home. */
export async function measureStorage({ folder, peers, stored, saves, say }: StorageSetting): Promise<StorageCosts> {
  const homes = new Map<number, string>();
  for (const count of stored) {
    say(`Filling a home with ${count} sealed intakes …`);
    const home = join(folder, `home-${count}`);
    await makeFilledHome(home, count);
    homes.set(count, home);
  }
  const fullest = [...homes.values()].at(-1);
  if (fullest === undefined) throw new Error('No home is measured');
  if (peers === null) say('SQLite and lowdb are not there, so saving is measured without them.');
  say('Saving answers …');
  const saving = await measureSaves({ homes, peers, folder, saves });
  say('Opening the fullest home …');
  const recovery = measureRecovery(fullest, Math.min(saves, MOST_STARTS));
  say('Sealing …');
  const home = await openFilledHome(fullest);
  const sealing = await measureSealing(home, Math.min(saves, MOST_SEALS));
  await home.close();
  return { saving, sealing, recovery };
}
