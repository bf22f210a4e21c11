import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { Dice } from '../../tools/simulate/dice.ts';
import { expectOk } from '../expect-ok.ts';
import { brokenPromises } from './broken-promises.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { CrashedDisk } from './crashed-disk.ts';
import { makeFaultHome, openFaultHome, placesIn, quickFolder } from './fault-home.ts';
import { LaidOut } from './laid-out.ts';
import { Recording, type Lie } from './recording-file-system.ts';
import { aDay, type Fact } from './visits.ts';

const timeout = CAMPAIGN_TIMEOUT_MS;
/** How often chance decides after each step that leaves something unsynced. */
const CHANCES = 12;
/** So many states are open at once: an opening waits for the threads that stretch codes. */
const LANES = 4;

/** What may stand on the disk after a power cut, and what people had been told by then. */
interface CrashState {
  readonly folders: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly facts: readonly Fact[];
}

/** Lets a day happen and writes down each step of it. */
async function recorded(
  lie: Lie | null,
  dice: Dice,
): Promise<{ readonly folder: string; readonly recording: Recording }> {
  const folder = quickFolder();
  const places = makeFaultHome(folder);
  const recording = new Recording(folder, lie);
  const { fs, steps } = recording;
  const home = expectOk(await openFaultHome(places, { fs }));
  await aDay(home, { drive: places.drive, fs, dice, note: (fact) => void steps.push({ kind: 'fact', fact }) });
  await home.close();
  return { folder, recording };
}

/** Lays states of a crashed disk out and opens them, those that were seen before excepted. */
class CrashStates {
  readonly #recorded: { readonly folder: string; readonly recording: Recording };
  readonly #target = quickFolder();
  readonly #seen = new Set<string>();

  constructor(recording: { readonly folder: string; readonly recording: Recording }) {
    this.#recorded = recording;
  }

  /**
   * Goes over all steps.
   *
   * @param atState returns false when enough was seen
   * @returns how many different states there were
   */
  async goOver(dice: Dice, atState: (problems: readonly string[]) => boolean): Promise<number> {
    let waiting: CrashState[] = [];
    const openAll = async (): Promise<boolean> => {
      const problems = await Promise.all(waiting.map((state, lane) => this.#problemsOf(state, lane)));
      waiting = [];
      return problems.every(atState);
    };
    for (const state of this.#states(dice)) {
      waiting.push(state);
      if (waiting.length === LANES && !(await openAll())) return this.#seen.size;
    }
    await openAll();
    return this.#seen.size;
  }

  *#states(dice: Dice): Generator<CrashState> {
    const { recording } = this.#recorded;
    const disk = new CrashedDisk(recording.before);
    const facts: Fact[] = [];
    for (const step of recording.steps) {
      disk.apply(step);
      if (step.kind === 'fact') facts.push(step.fact);
      for (let chance = 0; chance < (disk.isSynced ? 1 : CHANCES + 2); chance += 1) {
        const luck = chance === 0 ? 'none' : chance === 1 ? 'all' : 'by chance';
        const files = disk.stateOf(luck, dice);
        if (this.#isNew(files, facts)) yield { folders: [...disk.folders], files, facts: [...facts] };
      }
    }
  }

  #isNew(files: CrashState['files'], facts: readonly Fact[]): boolean {
    const hash = createHash('sha1').update(String(facts.length));
    for (const [path, bytes] of files) hash.update(`${path} ${bytes.length} `).update(bytes);
    const key = hash.digest('base64');
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    return isNew;
  }

  #problemsOf({ folders, files, facts }: CrashState, lane: number): Promise<readonly string[]> {
    const { folder } = this.#recorded;
    const here = (path: string): string => relative(folder, path);
    const target = new LaidOut(join(this.#target, String(lane)));
    target.layOut(folders.map(here), new Map([...files].map(([path, bytes]) => [here(path), bytes])));
    return brokenPromises(placesIn(target.folder), facts);
  }
}

test('after a power cut at any step everything that was safe is there, once', { timeout }, async () => {
  await runCampaign({ name: 'crash states', short: 1_200, full: 1_000_000 }, async (dice) => {
    const states = new CrashStates(await recorded(null, dice));
    return states.goOver(dice, (problems) => {
      if (problems.length > 0) expect(problems).toEqual([]);
      return true;
    });
  });
});

test.each(['no fsync', 'no directory fsync'] as const)('a disk with %s is found out', { timeout }, async (lie) => {
  const dice = new Dice(lie);
  const states = new CrashStates(await recorded(lie, dice));
  const problems: string[] = [];
  await states.goOver(dice, (found) => {
    problems.push(...found);
    return problems.length === 0;
  });
  expect(problems).not.toEqual([]);
});
