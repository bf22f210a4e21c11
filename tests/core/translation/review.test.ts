import { expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { effectiveStatus, reviewFileSchema, shortHash, type ReviewState } from '../../../core/translation/review.ts';
import { nodeHasher } from '../../../node/sha256.ts';

const hash = (text: string) => nodeHasher.sha256(toUtf8(text));
const approved: ReviewState = { status: 'approved', source: shortHash(hash('Velkommen')), text: shortHash(hash('…')) };

test('keeps the status while the Danish text stays the same', () => {
  expect(effectiveStatus(approved, hash('Velkommen'))).toBe('approved');
  expect(effectiveStatus({ ...approved, status: 'reviewed' }, hash('Velkommen'))).toBe('reviewed');
});

test('falls back to a draft when the Danish text has changed', () => {
  expect(effectiveStatus(approved, hash('Velkommen!'))).toBe('draft');
});

test('takes a text that nobody has looked at for a draft', () => {
  expect(effectiveStatus(undefined, hash('Velkommen'))).toBe('draft');
});

test.each([
  ['an unknown status', { ...approved, status: 'perfect' }],
  ['a whole digest', { ...approved, source: hash('Velkommen') }],
  ['an empty list of unproven words', { ...approved, unattested: [] }],
  ['a field of another name', { ...approved, reviewer: 'x' }],
])('refuses a state with %s', (_, state) => {
  expect(reviewFileSchema.safeParse({ texts: { 'kiosk.hide': state } }).success).toBe(false);
});

test('reads a file of states, with or without unproven words', () => {
  const file = { texts: { 'kiosk.hide': approved, 'kiosk.sending': { ...approved, unattested: ['matuavut'] } } };
  expect(reviewFileSchema.parse(file)).toEqual(file);
});
