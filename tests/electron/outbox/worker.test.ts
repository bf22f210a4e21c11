import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ok, fail } from '../../../core/basics/result.ts';
import type { CarriedFile, Destination, DestinationError } from '../../../electron/outbox/destination.ts';
import { LedgerIndex } from '../../../core/outbox/ledger-index.ts';
import { Ledger } from '../../../electron/outbox/ledger-file.ts';
import { DeliveryWorker, type WorkerOptions } from '../../../electron/outbox/worker.ts';
import { auditEvents } from '../audit/audit-events.ts';
import { HandUptime } from '../hand-uptime.ts';
import { intakeIdOf } from '../intake-id.ts';
import { makeTestHome, openTestHomeForTest } from '../test-home.ts';
import { expectOk } from '../../expect-ok.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { nodeHasher } from '../../../node/sha256.ts';

const HOUR = 3600;

/** A destination in memory that a test can break. */
class Shelf implements Destination {
  readonly files = new Map<string, Uint8Array>();
  readonly puts: string[] = [];
  opened = 0;
  problem: DestinationError | null = null;
  /** After so many copies it breaks. */
  breaksAfter = Infinity;
  hangs = false;

  open: Destination['open'] = () => {
    this.opened += 1;
    if (this.problem !== null) return Promise.resolve(fail(this.problem));
    const put = (file: CarriedFile) => {
      if (this.hangs) return new Promise<never>(() => undefined);
      if (this.puts.length >= this.breaksAfter) return Promise.resolve(fail({ kind: 'dropped' } as const));
      this.puts.push(file.fileName);
      this.files.set(file.fileName, file.bytes);
      return Promise.resolve(ok('uncached' as const));
    };
    const replace = (file: CarriedFile) => {
      this.files.set(file.fileName, file.bytes);
      return Promise.resolve(ok('uncached' as const));
    };
    return Promise.resolve(
      ok({
        put,
        replace,
        remove: () => Promise.resolve(ok(null)),
        list: () => Promise.resolve(ok([...this.files.keys()])),
        fetch: (fileName) => Promise.resolve(ok(this.files.get(fileName) ?? new Uint8Array())),
        close: () => Promise.resolve(),
      }),
    );
  };

  get heads(): number {
    return [...this.files.keys()].filter((name) => name.startsWith('head-') && name.endsWith('.json')).length;
  }
}

async function workerOn(shelves: readonly Shelf[], sealed: number, more: Partial<WorkerOptions> = {}) {
  const home = await openTestHomeForTest(makeTestHome());
  const { outbox } = home.custody;
  const seal = (number: number) =>
    expectOk(
      outbox.commit({
        seq: outbox.next().seq,
        intakeId: intakeIdOf(number),
        bytes: Buffer.from(`the sealed file of ${number}`),
        withdrawTag: withdrawTagOf(keyOf(number), nodeHasher),
      }),
    ).fileName;
  const names = Array.from({ length: sealed }, (_, index) => seal(index + 1));
  const uptime = new HandUptime();
  // The test home seals on a Wednesday.
  const startMs = Date.UTC(2026, 2, 4, 12);
  const worker = new DeliveryWorker({
    outbox,
    audit: home.audit,
    clock: { nowMs: () => startMs + uptime.nowMs() },
    uptime,
    random: { bytes: (length) => new Uint8Array(length).fill(255) },
    destinations: () => shelves,
    workingDays: () => ({ openingHours: [], timeZone: 'America/Nuuk' }),
    ...more,
  });
  onTestFinished(() => worker.stop());
  const events = () => auditEvents(home.layout.audit).filter(({ event }) => /export|deliver/.test(event));
  const later = async (hours: number) => {
    uptime.pass(hours * HOUR);
    // The round that came due meanwhile, and one at this moment.
    await worker.tryNow();
    await worker.tryNow();
  };
  return { worker, outbox, names, seal, uptime, later, events };
}

test('what waits goes to the first destination, oldest first, and the next one is asked for receipts only', async () => {
  const [first, second] = [new Shelf(), new Shelf()];
  const { worker, names } = await workerOn([first, second], 3);
  await worker.tryNow();
  expect(first.puts).toEqual(names);
  expect(first.heads).toBe(1);
  expect(second).toMatchObject({ opened: 1, puts: [], heads: 0 });
  expect(worker.progress).toMatchObject({
    counts: { sealed: 0, sent: 0, stored: 3 },
    problem: null,
    isUnderWay: false,
    ...{ notice: 'none', goesByItself: true, receipted: 0, askedToForget: 0 },
    ...{ oldestSealedAt: '2026-03-04T05:06:07.890Z', lastHeadMs: Date.UTC(2026, 2, 4, 12) },
  });
  // As it is, it crosses to a window.
  expect(structuredClone(worker.progress)).toEqual(worker.progress);
});

test('a second destination is the way out when the first fails', async () => {
  const [first, second] = [new Shelf(), new Shelf()];
  first.problem = { kind: 'unreachable' };
  const { worker, names } = await workerOn([first, second], 2);
  await worker.tryNow();
  expect(second.puts).toEqual(names);
  expect(worker.progress.problem).toBeNull();
});

test('what broke off goes on with what was left', async () => {
  const shelf = new Shelf();
  shelf.breaksAfter = 2;
  const { worker, names, uptime } = await workerOn([shelf], 3);
  await worker.tryNow();
  expect(worker.progress).toMatchObject({ counts: { sealed: 1, stored: 2 }, problem: 'dropped', nextInMs: 30_000 });
  shelf.breaksAfter = Infinity;
  uptime.pass(30);
  await worker.tryNow();
  expect(shelf.puts).toEqual(names);
});

test('a dead server is tried ever more seldom, told once, and told when it is back', async () => {
  const shelf = new Shelf();
  shelf.problem = { kind: 'tooSlow' };
  const { worker, uptime, later, events } = await workerOn([shelf], 1);
  await worker.tryNow();
  const waits: (number | null)[] = [];
  for (let failure = 1; failure <= 9; failure++) {
    const { nextInMs } = worker.progress;
    waits.push(nextInMs === null ? null : nextInMs / 1000);
    uptime.pass((nextInMs ?? 0) / 1000);
    await worker.tryNow();
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
  expect(events()).toEqual([{ event: 'exportStopped', reason: 'tooSlow' }]);
  shelf.problem = null;
  await later(1);
  expect(events().slice(1)).toEqual([{ event: 'exported', count: 1 }, { event: 'deliveryResumed' }]);
});

test('a new intake goes at once, but does not wake a worker whose server is dead', async () => {
  const shelf = new Shelf();
  const { worker, seal, uptime } = await workerOn([shelf], 0);
  await worker.tryNow();
  const name = seal(1);
  worker.wake();
  await worker.tryNow();
  expect(shelf.puts).toEqual([name]);
  shelf.problem = { kind: 'unreachable' };
  seal(2);
  worker.wake();
  await worker.tryNow();
  const { opened } = shelf;
  seal(3);
  worker.wake();
  expect(shelf.opened).toBe(opened);
  shelf.problem = null;
  uptime.pass(30);
  await worker.tryNow();
  expect(shelf.puts).toHaveLength(3);
});

test('a head goes once a day although there is nothing with it', async () => {
  const shelf = new Shelf();
  const { worker, later } = await workerOn([shelf], 0);
  await worker.tryNow();
  expect(shelf.heads).toBe(1);
  shelf.files.clear();
  for (let hour = 1; hour <= 20; hour++) {
    await later(1);
  }
  expect(shelf).toMatchObject({ opened: 1, heads: 0 });
  await later(4);
  expect(shelf).toMatchObject({ opened: 2, heads: 1 });
});

test('what is stored is left alone, for the centre may have fetched it, and put again once a day when it is late', async () => {
  const shelf = new Shelf();
  const { worker, names, later, events } = await workerOn([shelf], 1);
  await worker.tryNow();
  shelf.files.clear();
  await later(20);
  expect(shelf.puts).toHaveLength(1);
  // Friday: Thursday lies between.
  await later(28);
  expect(shelf.puts).toEqual([names[0], names[0]]);
  expect(worker.progress.lateness).toBe('late');
  // Tuesday: Thursday, Friday and Monday do.
  await later(4 * 24);
  expect(worker.progress.lateness).toBe('veryLate');
  expect(events().filter(({ event }) => event !== 'exported')).toEqual([
    { event: 'deliveryLate', count: 1 },
    { event: 'deliveryVeryLate', count: 1 },
  ]);
});

test('receipts are brought home with their signatures, new ones only, also from a destination that took nothing', async () => {
  const [first, second] = [new Shelf(), new Shelf()];
  second.files.set('receipt-1.json', Buffer.from('one'));
  second.files.set('receipt-1.json.minisig', Buffer.from('signed'));
  const taken: string[] = [];
  const receipts = {
    wants: (name: string) =>
      name.endsWith('.json') && name.startsWith('receipt-') && !taken.some((each) => each.startsWith(name)),
    take: ({ name, bytes, signature }: { name: string; bytes: Uint8Array; signature: string }) =>
      Promise.resolve(taken.push(`${name} ${Buffer.from(bytes).toString()} ${signature}`)),
  };
  const { worker, later } = await workerOn([first, second], 1, { receipts });
  await worker.tryNow();
  await later(2);
  expect(taken).toEqual(['receipt-1.json one signed']);
});

test('a server that hangs does not keep the kiosk from closing', async () => {
  const shelf = new Shelf();
  shelf.hangs = true;
  const { worker, uptime } = await workerOn([shelf], 1);
  const trying = worker.tryNow();
  await new Promise((resolve) => setImmediate(resolve));
  expect(worker.progress.isUnderWay).toBe(true);
  await worker.stop();
  await trying;
  expect(uptime.waiting).toBe(0);
  worker.wake();
  await worker.tryNow();
  expect(shelf.opened).toBe(1);
});

test('a house that carries by hand has a worker that only watches the days', async () => {
  const { worker, later } = await workerOn([], 1);
  await worker.tryNow();
  expect(worker.progress).toMatchObject({
    counts: { sealed: 1 },
    problem: null,
    lateness: 'inTime',
    goesByItself: false,
  });
  await later(2 * 24);
  expect(worker.progress.lateness).toBe('late');
});

describe('However many intakes wait for the centre', () => {
  /** How many intakes are looked at from one sealing until it is stored. */
  async function looksPerSealing(sealed: number): Promise<number> {
    const { worker, outbox, seal } = await workerOn([new Shelf()], sealed);
    await worker.tryNow();
    const asked = (['deliveries', 'unstored', 'withdrawn'] as const).map((name) => vi.spyOn(outbox, name));
    const lines = vi.spyOn(Ledger.prototype, 'entries', 'get');
    const all = vi.spyOn(LedgerIndex.prototype, 'waiting');
    seal(sealed + 1);
    worker.wake();
    await worker.tryNow();
    expect(outbox.letter(keyOf(sealed + 1))?.state).toBe('stored');
    expect(lines).not.toHaveBeenCalled();
    expect(all).not.toHaveBeenCalled();
    const results = asked.flatMap(({ mock }) => mock.results);
    vi.restoreAllMocks();
    return results.reduce((sum, { type, value }) => sum + (type === 'return' ? value.length : 0), 0);
  }

  test('a sealing looks at the one that was sealed', async () => {
    expect([await looksPerSealing(2), await looksPerSealing(100)]).toEqual([1, 1]);
  });
});
