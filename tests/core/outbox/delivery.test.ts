import { expect, test } from 'vitest';
import { exportNameOf, markCarried, nextDelivery } from '../../../core/outbox/delivery.ts';
import type { Delivery, DeliveryEvent, DeliveryState } from '../../../core/outbox/delivery.ts';
import { hashOf } from './ledger-lines.ts';

const at = '2026-03-04T05:06:07.890Z';
const delivery = (seq: number, state: Delivery['state']): Delivery => ({
  ...{ seq, sha256: hashOf(seq), sealedAt: at, state },
  fileName: exportNameOf(hashOf(seq)),
  ringToday: false,
});

const events: readonly DeliveryEvent[] = [
  ...(['copied', 'readBack', 'receipted', 'purged', 'withdrawn', 'withdrawalRequested'] as const),
];
test.each<[DeliveryState, ...(DeliveryState | null)[]]>([
  ['sealed', 'sent', 'stored', 'receipted', null, 'withdrawn', null],
  ['sent', 'sent', 'stored', 'receipted', null, 'withdrawn', null],
  ['stored', 'stored', 'stored', 'receipted', null, 'withdrawn', null],
  ['receipted', null, null, 'receipted', 'purged', null, 'withdrawalRequested'],
  ['purged', null, null, null, null, null, 'withdrawalRequested'],
  ['withdrawn', null, null, null, null, null, null],
  ['withdrawalRequested', null, null, null, null, null, null],
])(
  'from %s: copied → %s, read back → %s, receipted → %s, purged → %s, withdrawn → %s, withdrawal requested → %s',
  (state, ...reached) => {
    expect(events.map((event) => nextDelivery(state, event))).toEqual(reached);
  },
);

test('an exported intake is named by half of its digest, so the name tells nothing', () => {
  expect(exportNameOf(hashOf(1))).toBe('4bf5122f344554c53bde2ebb8cd2b7e3.age');
});

test('a copy moves sealed intakes on to sent, and takes nothing back', () => {
  const before = [delivery(1, 'sealed'), delivery(2, 'sealed'), delivery(3, 'stored')];
  expect(markCarried(before, new Set([1, 3]), 'copied')).toEqual([
    delivery(1, 'sent'),
    delivery(2, 'sealed'),
    delivery(3, 'stored'),
  ]);
});

test('a copy that was read back from its medium is stored', () => {
  const before = [delivery(1, 'sealed'), delivery(2, 'sent'), delivery(3, 'sealed')];
  expect(markCarried(before, new Set([1, 2]), 'readBack')).toEqual([
    delivery(1, 'stored'),
    delivery(2, 'stored'),
    delivery(3, 'sealed'),
  ]);
});
