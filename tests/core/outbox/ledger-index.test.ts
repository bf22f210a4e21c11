import { expect, test } from 'vitest';
import { LedgerIndex } from '../../../core/outbox/ledger-index.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { entriesOf, intakeIdOf, keyOf } from './ledger-lines.ts';
import type { Told } from './ledger-lines.ts';

const tagOf = (seq: number) => withdrawTagOf(keyOf(seq), nodeHasher);
const story: readonly Told[] = [
  { kind: 'sealed', seq: 1 },
  { kind: 'sealed', seq: 2, isUntagged: true },
  { kind: 'withdrawn', seq: 1 },
];

test('an empty ledger knows nothing', () => {
  const index = new LedgerIndex([]);
  expect([index.last, index.sealedCount, index.sealed(intakeIdOf(1)), index.end(1)]).toEqual([null, 0, null, null]);
});

test('an intake is found by its id, by its tag and by its number, and what was taken back stays counted', () => {
  const index = new LedgerIndex(entriesOf(story));
  expect([index.sealed(intakeIdOf(2))?.seq, index.sealed(intakeIdOf(3))]).toEqual([2, null]);
  expect([index.tagged(tagOf(1))?.seq, index.tagged(tagOf(2))]).toEqual([1, null]);
  expect([index.end(1), index.end(2)]).toEqual(['withdrawn', null]);
  expect([index.last?.seq, index.sealedCount]).toEqual([2, 2]);
});

test('what is appended is found as what was there before', () => {
  const index = new LedgerIndex([]);
  for (const entry of entriesOf(story)) index.add(entry);
  expect([index.sealed(intakeIdOf(1))?.seq, index.end(1), index.last?.seq]).toEqual([1, 'withdrawn', 2]);
});

test('what waits, what is receipted, what was taken back and what is gone are told without looking through everything', () => {
  const index = new LedgerIndex(
    entriesOf([
      ...[1, 2, 3, 4, 5].map((seq) => ({ kind: 'sealed', seq }) as const),
      { kind: 'withdrawn', seq: 1 },
      ...[2, 3, 4].map((seq) => ({ kind: 'receipted', seq }) as const),
      { kind: 'purged', seq: 2 },
      { kind: 'withdrawalRequested', seq: 3 },
    ]),
  );
  const seqs = (entries: readonly { readonly seq: number }[]) => entries.map(({ seq }) => seq);
  expect(seqs(index.waiting())).toEqual([5]);
  expect(index.waitingCount).toBe(1);
  expect(seqs(index.receipted())).toEqual([4]);
  expect(seqs(index.takenBack())).toEqual([1, 3]);
  expect(seqs(index.gone())).toEqual([1, 2, 3]);
  expect(index.lines).toBe(11);
});
