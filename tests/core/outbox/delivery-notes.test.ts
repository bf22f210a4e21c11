import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportNameOf } from '../../../core/outbox/delivery.ts';
import type { Delivery } from '../../../core/outbox/delivery.ts';
import {
  deliveryNotesSchema,
  notedState,
  notesOf,
  rebuildDeliveries,
  withCarried,
  withWish,
  withoutWish,
} from '../../../core/outbox/delivery-notes.ts';
import type { DeliveryNote } from '../../../core/outbox/delivery-notes.ts';
import { LedgerIndex } from '../../../core/outbox/ledger-index.ts';
import { entriesOf, hashOf } from './ledger-lines.ts';

const sealedAt = '2026-03-04T05:06:07.890Z';
const delivery = (seq: number, state: Delivery['state'], ringToday = false): Delivery => ({
  ...{ seq, sha256: hashOf(seq), sealedAt, state, ringToday },
  fileName: exportNameOf(hashOf(seq)),
});
const run = (state: 'sent' | 'stored', from: number, to: number): DeliveryNote => ({
  ...{ kind: 'run', state, from, to },
  sha256: hashOf(to),
});
const ledgerOf = (told: Parameters<typeof entriesOf>[0]) => new LedgerIndex(entriesOf(told));
const wish = (seq: number): DeliveryNote => ({ kind: 'wish', seq, sha256: hashOf(seq) });
const sealed = (...seqs: readonly number[]) => seqs.map((seq) => ({ kind: 'sealed', seq }) as const);

test('what is on its way is rebuilt from the ledger, and the notes say how far it has come', () => {
  const ledger = ledgerOf([...sealed(1, 2, 3, 4, 5), { kind: 'receipted', seq: 1 }, { kind: 'withdrawn', seq: 3 }]);
  expect(rebuildDeliveries(ledger, [run('sent', 1, 3), run('stored', 4, 4), wish(5)])).toEqual([
    delivery(2, 'sent'),
    delivery(4, 'stored'),
    delivery(5, 'sealed', true),
  ]);
  expect(rebuildDeliveries(ledger, [])).toEqual([delivery(2, 'sealed'), delivery(4, 'sealed'), delivery(5, 'sealed')]);
  expect(rebuildDeliveries(ledgerOf([]), [run('sent', 1, 1), wish(1)])).toEqual([]);
});

test('what is noted of another sealed file, or of a number that the ledger does not have, counts for nothing', () => {
  const ledger = ledgerOf(sealed(1, 2));
  const foreign = [{ ...run('sent', 1, 2), sha256: hashOf(9) }, { ...wish(1), sha256: hashOf(9) }, run('sent', 1, 7)];
  expect(rebuildDeliveries(ledger, foreign)).toEqual([delivery(1, 'sealed'), delivery(2, 'sealed')]);
});

test.each<[string, readonly Delivery[], readonly DeliveryNote[]]>([
  ['what was only sealed leaves no note', [delivery(1, 'sealed'), delivery(2, 'sealed')], []],
  [
    'what has come equally far is one run, also over numbers that wait no more',
    [delivery(1, 'sent'), delivery(2, 'sent'), delivery(5, 'sent')],
    [run('sent', 1, 5)],
  ],
  [
    'one in between that was not copied parts two runs',
    [delivery(1, 'sent'), delivery(2, 'sealed'), delivery(3, 'sent'), delivery(4, 'stored')],
    [run('sent', 1, 1), run('sent', 3, 3), run('stored', 4, 4)],
  ],
  ['a wish is noted beside the run', [delivery(1, 'sent', true)], [run('sent', 1, 1), wish(1)]],
])('%s', (_, deliveries, notes) => {
  expect(notesOf(deliveries)).toEqual(notes);
  const ledger = ledgerOf(deliveries.map(({ seq }) => ({ kind: 'sealed', seq })));
  expect(rebuildDeliveries(ledger, notes)).toEqual(deliveries);
});

test('whatever was reached in whatever order is rebuilt from its notes', () => {
  const reached = fc.array(fc.record({ state: fc.constantFrom('sealed', 'sent', 'stored'), ringToday: fc.boolean() }));
  fc.assert(
    fc.property(reached, (each) => {
      const deliveries = each.map(({ state, ringToday }, index) => delivery(index + 1, state, ringToday));
      expect(rebuildDeliveries(ledgerOf(sealed(...deliveries.map(({ seq }) => seq))), notesOf(deliveries))).toEqual(
        deliveries,
      );
    }),
    { numRuns: 50 },
  );
});

test('a number behind the last run has only been sealed', () => {
  const notes = [wish(3), run('sent', 1, 2), run('stored', 4, 5)];
  expect([1, 2, 3, 4, 6].map((seq) => notedState(notes, seq))).toEqual(['sent', 'sent', 'sealed', 'stored', 'sealed']);
});

test('a wish is added behind the others and dropped again, and nothing else with it', () => {
  const notes = withWish([run('sent', 1, 2), wish(1)], { seq: 3, sha256: hashOf(3) });
  expect(notes).toEqual([run('sent', 1, 2), wish(1), wish(3)]);
  expect(withoutWish(notes, { seq: 3, sha256: hashOf(3) })).toEqual([run('sent', 1, 2), wish(1)]);
  expect(withoutWish(notes, { seq: 3, sha256: hashOf(9) })).toEqual(notes);
  expect(withoutWish(notes, { seq: 2, sha256: hashOf(3) })).toEqual(notes);
});

test('the newest hundred wishes are kept: the days of the others are over', () => {
  const seqs = Array.from({ length: 120 }, (_, index) => index + 1);
  const notes = seqs.reduce<readonly DeliveryNote[]>((all, seq) => withWish(all, { seq, sha256: hashOf(seq) }), []);
  expect(notes).toEqual(seqs.slice(20).map(wish));
  expect(notesOf(seqs.map((seq) => delivery(seq, 'sealed', true)))).toEqual(notes);
});

test('the rows of an older state are read as notes', () => {
  const { fileName, ...row } = delivery(1, 'sent');
  const rows = [
    { ...row, fileName, ringToday: undefined },
    delivery(2, 'stored', true),
    delivery(3, 'sealed'),
    delivery(4, 'sealed', true),
  ];
  expect(deliveryNotesSchema.parse(rows)).toEqual([run('sent', 1, 1), run('stored', 2, 2), wish(2), wish(4)]);
  expect(deliveryNotesSchema.parse([run('sent', 1, 2), wish(1)])).toEqual([run('sent', 1, 2), wish(1)]);
});

test.each([
  ['no list', {}],
  ['another note', [{ kind: 'other' }]],
  ['a row without its digest', [{ seq: 1 }]],
])('%s is refused', (_, value) => {
  expect(deliveryNotesSchema.safeParse(value).success).toBe(false);
});

describe('What is noted of a few that were copied', () => {
  const waits = (...seqs: readonly number[]) => ({ isWaiting: (seq: number) => seqs.includes(seq) });
  const named = (...seqs: readonly number[]) => seqs.map((seq) => ({ seq, sha256: hashOf(seq) }));

  test.each<[string, readonly DeliveryNote[], Parameters<typeof withCarried>[1], readonly DeliveryNote[] | null]>([
    ['begins a run', [], { carried: named(1), state: 'stored', ...waits(1) }, [run('stored', 1, 1)]],
    [
      'goes on with the last run, also over numbers that wait no more',
      [run('stored', 1, 2)],
      { carried: named(4, 5), state: 'stored', ...waits(1, 4, 5) },
      [run('stored', 1, 5)],
    ],
    [
      'begins another where one that waits was left out',
      [run('stored', 1, 2)],
      { carried: named(4), state: 'stored', ...waits(3, 4) },
      [run('stored', 1, 2), run('stored', 4, 4)],
    ],
    [
      'begins another for what has come less far',
      [run('stored', 1, 2)],
      { carried: named(3), state: 'sent', ...waits(3) },
      [run('stored', 1, 2), run('sent', 3, 3)],
    ],
    [
      'begins another where nobody would look through all that lies between',
      [run('sent', 1, 1)],
      { carried: named(66), state: 'sent', ...waits(66) },
      [run('sent', 1, 1), run('sent', 66, 66)],
    ],
    [
      'keeps the wishes of those who wait',
      [wish(1), wish(2)],
      { carried: named(2), state: 'sent', ...waits(2) },
      [run('sent', 2, 2), wish(2)],
    ],
    [
      'is noted anew where it was noted before',
      [run('sent', 1, 2)],
      { carried: named(2), state: 'stored', ...waits(2) },
      null,
    ],
  ])('%s', (_, notes, carried, after) => {
    expect(withCarried(notes, carried)).toEqual(after);
  });

  test('is what is noted when everything is looked through', () => {
    const steps = fc.array(
      fc.record({
        state: fc.constantFrom('sent', 'stored'),
        count: fc.integer({ min: 0, max: 3 }),
        skip: fc.integer({ min: 0, max: 2 }),
      }),
    );
    fc.assert(
      fc.property(steps, (all) => {
        let deliveries: readonly Delivery[] = [];
        let notes: readonly DeliveryNote[] = [];
        for (const { state, count, skip } of all) {
          const first = deliveries.length + 1;
          const left = Array.from({ length: skip }, (_unused, index) => delivery(first + index, 'sealed'));
          const fresh = Array.from({ length: count }, (_unused, index) => delivery(first + skip + index, state));
          deliveries = [...deliveries, ...left, ...fresh];
          const isWaiting = (): boolean => true;
          notes = withCarried(notes, { carried: fresh, state, isWaiting }) ?? [];
        }
        expect(notes).toEqual(notesOf(deliveries));
      }),
      { numRuns: 100 },
    );
  });
});
