import { expect, test } from 'vitest';
import {
  deliverySchema,
  exportNameOf,
  markCopied,
  nextDelivery,
  rebuildDeliveries,
} from '../../../core/outbox/delivery.ts';
import type { Delivery, DeliveryEvent, DeliveryState } from '../../../core/outbox/delivery.ts';
import { entriesOf, hashOf } from './ledger-lines.ts';

const at = '2026-03-04T05:06:07.890Z';
const delivery = (seq: number, state: Delivery['state']): Delivery => ({
  ...{ seq, sha256: hashOf(seq), sealedAt: at, state },
  fileName: exportNameOf(hashOf(seq)),
  ringToday: false,
});

const events: readonly DeliveryEvent[] = ['copied', 'readBack', 'receipted', 'purged', 'withdrawn'];
test.each<[DeliveryState, ...(DeliveryState | null)[]]>([
  ['sealed', 'sent', 'stored', 'receipted', null, 'withdrawn'],
  ['sent', 'sent', 'stored', 'receipted', null, 'withdrawn'],
  ['stored', 'stored', 'stored', 'receipted', null, 'withdrawn'],
  ['receipted', null, null, 'receipted', 'purged', null],
  ['purged', null, null, null, null, null],
  ['withdrawn', null, null, null, null, null],
])('from %s: copied → %s, read back → %s, receipted → %s, purged → %s, withdrawn → %s', (state, ...reached) => {
  expect(events.map((event) => nextDelivery(state, event))).toEqual(reached);
});

test('an exported intake is named by half of its digest, so the name tells nothing', () => {
  expect(exportNameOf(hashOf(1))).toBe('4bf5122f344554c53bde2ebb8cd2b7e3.age');
});

test('what is on its way is rebuilt from the ledger, and only its state is remembered', () => {
  const entries = entriesOf([
    { kind: 'sealed', seq: 1 },
    { kind: 'sealed', seq: 2 },
    { kind: 'sealed', seq: 3 },
    { kind: 'sealed', seq: 4 },
    { kind: 'receipted', seq: 1 },
    { kind: 'withdrawn', seq: 3 },
  ]);
  const remembered = [delivery(1, 'sent'), delivery(2, 'sent'), { ...delivery(4, 'stored'), sha256: hashOf(9) }];
  expect(rebuildDeliveries(entries, remembered)).toEqual([delivery(2, 'sent'), delivery(4, 'sealed')]);
  expect(rebuildDeliveries(entries, [])).toEqual([delivery(2, 'sealed'), delivery(4, 'sealed')]);
  expect(rebuildDeliveries([], [delivery(1, 'sent')])).toEqual([]);
});

test('a copy moves sealed intakes on to sent, and takes nothing back', () => {
  const before = [delivery(1, 'sealed'), delivery(2, 'sealed'), delivery(3, 'stored')];
  expect(markCopied(before, new Set([1, 3]))).toEqual([
    delivery(1, 'sent'),
    delivery(2, 'sealed'),
    delivery(3, 'stored'),
  ]);
});

test('the wish to ring today outlives a start, and stands in no delivery of before there were wishes', () => {
  const wished = { ...delivery(1, 'sealed'), ringToday: true };
  expect(rebuildDeliveries(entriesOf([{ kind: 'sealed', seq: 1 }]), [wished])).toEqual([wished]);
  const { ringToday, ...older } = wished;
  expect(ringToday).toBe(true);
  expect(deliverySchema.parse(older).ringToday).toBe(false);
});
