import { expect, test } from 'vitest';
import { LedgerIndex } from '../../../core/outbox/ledger-index.ts';
import { standingOf } from '../../../core/outbox/receipt-standing.ts';
import { entriesOf, hashOf } from './ledger-lines.ts';

const index = new LedgerIndex(
  entriesOf([
    ...[1, 2, 3, 4, 5].map((seq) => ({ kind: 'sealed', seq }) as const),
    { kind: 'withdrawn', seq: 2 },
    ...[3, 4, 5].map((seq) => ({ kind: 'receipted', seq }) as const),
    { kind: 'purged', seq: 4 },
    { kind: 'withdrawalRequested', seq: 5 },
  ]),
);

test.each([
  ['that waits', 1, hashOf(1), 'waiting'],
  ['that its person took back', 2, hashOf(2), 'takenBack'],
  ['that is receipted', 3, hashOf(3), 'known'],
  ['that was let go of', 4, hashOf(4), 'known'],
  ['that the centre was asked to forget', 5, hashOf(5), 'known'],
  ['with the digest of another', 1, hashOf(2), 'unknown'],
  ['that was never sealed', 6, hashOf(6), 'unknown'],
])('an intake %s', (_, seq, sha256, standing) => {
  expect(standingOf({ seq, sha256 }, index)).toBe(standing);
});
