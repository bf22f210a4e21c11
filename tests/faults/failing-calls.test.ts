import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Dice } from '../../tools/simulate/dice.ts';
import { expectOk } from '../expect-ok.ts';
import { PowerCut } from '../node/failing-file-system.ts';
import { brokenPromises } from './broken-promises.ts';
import { CAMPAIGN_TIMEOUT_MS, IS_FULL, runCampaign } from './campaign.ts';
import { makeFaultHome, openFaultHome, placesIn, quickFolder, type FaultHome, type OpenedHome } from './fault-home.ts';
import { FaultyFileSystem, nearlyFullFileSystem, type Fault } from './faulty-file-system.ts';
import { aDay, codeOf, send, snapshotOf, type Fact } from './visits.ts';

const timeout = CAMPAIGN_TIMEOUT_MS;
/** In the short run every so many-th call or byte; another one for each kind of fault. */
const STRIDE = IS_FULL ? 1 : 11;
const BYTE_STRIDE = IS_FULL ? 1 : 61;

const KINDS: readonly Omit<Fault, 'atCall'>[] = [
  { code: 'KILL', isLasting: true },
  ...(['EIO', 'ENOSPC', 'EINTR'] as const).flatMap((code) => [
    { code, isLasting: false },
    { code, isLasting: true },
  ]),
];

/** Copies of one untouched home, one for each fault. */
class FreshHomes {
  readonly #folder = quickFolder();
  readonly #pattern = join(this.#folder, 'pattern');
  #count = 0;

  constructor() {
    mkdirSync(this.#pattern);
    makeFaultHome(this.#pattern);
  }

  next(): FaultHome {
    return this.copyOf(this.#pattern);
  }

  /** Copies a home: the right to write in it may have died with its owner, within this process. */
  copyOf(folder: string): FaultHome {
    this.#count += 1;
    const target = join(this.#folder, String(this.#count));
    cpSync(folder, target, { recursive: true });
    return placesIn(target);
  }

  remove({ home }: FaultHome): void {
    rmSync(join(home, '..'), { recursive: true });
  }
}

/** Lets a day happen on a file system at fault, and returns what people were told. */
async function dayWith(faulty: FaultyFileSystem, places: FaultHome): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  const { fs } = faulty;
  try {
    const opened = await openFaultHome(places, { fs });
    if (!opened.ok) return facts;
    try {
      const day = { drive: places.drive, fs, dice: new Dice('day'), note: (fact: Fact) => void facts.push(fact) };
      await aDay(opened.value, day);
    } finally {
      await opened.value.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof PowerCut)) throw thrown;
  }
  return facts;
}

test('a call that fails, or a process that ends at it, loses and doubles nothing', { timeout }, async () => {
  const homes = new FreshHomes();
  const calm = new FaultyFileSystem(null);
  const facts = await dayWith(calm, homes.next());
  expect(facts.filter(({ kind }) => ['sealed', 'withdrawn', 'exported'].includes(kind))).toHaveLength(4);
  const faults = KINDS.flatMap((kind, index) =>
    Array.from({ length: calm.calls }, (_, call): Fault => ({ ...kind, atCall: call + 1 })).filter(
      ({ atCall }) => (atCall + index) % STRIDE === 0,
    ),
  );
  const all = faults.length;
  await runCampaign({ name: 'failing calls', short: all, full: all }, async (_dice, number) => {
    const fault = faults[number - 1];
    if (fault === undefined) throw new Error('There are as many faults as rounds');
    const places = homes.next();
    const told = await dayWith(new FaultyFileSystem(fault), places);
    const after = homes.copyOf(join(places.home, '..'));
    expect([fault, await brokenPromises(after, told)]).toEqual([fault, []]);
    homes.remove(places);
    homes.remove(after);
    return 1;
  });
});

interface Disk {
  leftBytes: number;
}

/** A person saves once more and sends, while so much is left on the disk; and tries again when there is room. */
async function submit(home: OpenedHome, disk: Disk, leftBytes: number): Promise<readonly Fact[]> {
  const facts: Fact[] = [{ kind: 'saving', person: 1, revision: 1 }];
  const draft = expectOk(await home.custody.drafts.create(codeOf(1), snapshotOf(1, 1)));
  facts.push({ kind: 'saved', person: 1, revision: 1 }, { kind: 'saving', person: 1, revision: 2 });
  disk.leftBytes = leftBytes;
  if (draft.save(snapshotOf(1, 2)).ok) facts.push({ kind: 'saved', person: 1, revision: 2 });
  const isSent = send(home, 1, (fact) => void facts.push(fact));
  if (!isSent) {
    disk.leftBytes = ENOUGH_BYTES;
    send(home, 1, (fact) => void facts.push(fact));
  }
  facts.push({ kind: 'deleting', person: 1 });
  if (draft.delete().ok) facts.push({ kind: 'deleted', person: 1 });
  return facts;
}

const ENOUGH_BYTES = 1e9;

test(
  'a disk that is full at any byte of a submit refuses it, and takes it when there is room',
  { timeout },
  async () => {
    const homes = new FreshHomes();
    const submitOn = async (leftBytes: number): Promise<Disk> => {
      const places = homes.next();
      const disk = { leftBytes: ENOUGH_BYTES };
      const home = expectOk(await openFaultHome(places, { fs: nearlyFullFileSystem(disk) }));
      const facts = await submit(home, disk, leftBytes);
      await home.close();
      expect(facts.map(({ kind }) => kind)).toContain('sealed');
      expect(facts.at(-1)).toEqual({ kind: 'deleted', person: 1 });
      expect(await brokenPromises(places, facts)).toEqual([]);
      homes.remove(places);
      return disk;
    };
    const { leftBytes } = await submitOn(ENOUGH_BYTES);
    const submitBytes = ENOUGH_BYTES - leftBytes;
    expect(submitBytes).toBeGreaterThan(4000);
    const rounds = Math.ceil(submitBytes / BYTE_STRIDE);
    await runCampaign({ name: 'full disk', short: rounds, full: rounds }, async (_dice, number) => {
      await submitOn((number - 1) * BYTE_STRIDE);
      return 1;
    });
  },
);
