import { expect, test } from 'vitest';
import type { Delivery } from '../../../core/outbox/delivery.ts';
import { waitingStandingOf } from '../../../core/outbox/delivery-standing.ts';
import { hashOf } from './ledger-lines.ts';

const DAYS = { openingHours: [], timeZone: 'America/Nuuk' };
/** A Friday. */
const NOW_MS = Date.UTC(2026, 2, 13, 15);
const waiting = (seq: number, state: Delivery['state'], day: number): Delivery => ({
  ...{ seq, sha256: hashOf(seq), state, fileName: `${seq}.age`, ringToday: false },
  sealedAt: new Date(Date.UTC(2026, 2, day, 15)).toISOString(),
});

test('nothing that waits needs nobody', () => {
  expect(waitingStandingOf([], NOW_MS, DAYS)).toEqual({
    counts: { sealed: 0, sent: 0, stored: 0 },
    ...{ lateness: 'inTime', notice: 'none', lateCount: 0, veryLateCount: 0, oldestSealedAt: null },
  });
});

test.each([
  ['the day before', 12, 'none'],
  ['one working day between', 11, 'warning'],
  ['two working days between', 10, 'warning'],
  ['three working days between', 9, 'alarm'],
])('sealed with %s, an intake that waits is told as it is', (_, day, notice) => {
  expect(waitingStandingOf([waiting(1, 'stored', day)], NOW_MS, DAYS).notice).toBe(notice);
});

test('all that waits is counted by how far it has come and how late it is; the oldest counts, in whatever order', () => {
  const all = [waiting(1, 'sealed', 11), waiting(2, 'sent', 6), waiting(3, 'stored', 13), waiting(4, 'stored', 12)];
  expect(waitingStandingOf(all, NOW_MS, DAYS)).toEqual({
    counts: { sealed: 1, sent: 1, stored: 2 },
    ...{ lateness: 'veryLate', notice: 'alarm', lateCount: 2, veryLateCount: 1 },
    oldestSealedAt: '2026-03-06T15:00:00.000Z',
  });
});
