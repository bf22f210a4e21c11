import { expect, test } from 'vitest';
import { compareHeads, type HeadComparison } from '../../../core/outbox/head-comparison.ts';
import type { LedgerHead } from '../../../core/outbox/ledger-head.ts';
import { hashOf, KIOSK_ID } from './ledger-lines.ts';

/** A head with so many ledger lines and audit lines; the hashes follow from the lines unless others are said. */
function headOf(lines: number, auditLines: number, change: Partial<LedgerHead> = {}): LedgerHead {
  return {
    format: 3,
    kioskId: KIOSK_ID,
    lines,
    lastLineHash: hashOf(lines),
    lastSealed: null,
    withdrawn: [],
    audit: { lines: auditLines, lastLineHash: hashOf(100 + auditLines), unwritten: 0 },
    exportedAt: '2026-03-04T06:00:00.000Z',
    ...change,
  };
}

const KEPT = headOf(5, 20);
const EARLIER = { exportedAt: '2026-03-03T06:00:00.000Z' };
const LATER = { exportedAt: '2026-03-05T06:00:00.000Z' };
const otherAudit = { audit: { lines: 20, lastLineHash: hashOf(1), unwritten: 0 } };

test.each<readonly [string, LedgerHead | null, LedgerHead, HeadComparison]>([
  ['nothing was kept', null, KEPT, 'first'],
  ['both are longer', KEPT, headOf(6, 22, LATER), 'newer'],
  ['only the audit log is longer', KEPT, headOf(5, 21, LATER), 'newer'],
  ['it is the same', KEPT, KEPT, 'same'],
  ['it is the same once more', KEPT, headOf(5, 20, LATER), 'same'],
  ['an earlier export came late', KEPT, headOf(4, 15, EARLIER), 'older'],
  ['the ledger is shorter later', KEPT, headOf(4, 25, LATER), 'setBack'],
  ['the audit log is shorter later', KEPT, headOf(6, 19, LATER), 'setBack'],
  ['both are shorter at the same moment', KEPT, headOf(4, 19), 'setBack'],
  ['one is shorter and the other longer, whatever the time', KEPT, headOf(6, 19, EARLIER), 'setBack'],
  ['the ledger has another end', KEPT, headOf(5, 21, { ...LATER, lastLineHash: hashOf(9) }), 'forked'],
  ['the audit log has another end', KEPT, headOf(6, 20, { ...LATER, ...otherAudit }), 'forked'],
  ['it has another end and is early', KEPT, headOf(4, 20, { ...EARLIER, ...otherAudit }), 'forked'],
])('when %s, the head is told apart', (_what, kept, head, expected) => {
  expect(compareHeads(kept, head)).toBe(expected);
});
