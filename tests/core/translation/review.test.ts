import { expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import {
  effectiveStatus,
  lowestStatus,
  reviewFileSchema,
  shortHash,
  type ReviewState,
} from '../../../core/translation/review.ts';
import { nodeHasher } from '../../../node/sha256.ts';

const hash = (text: string) => nodeHasher.sha256(toUtf8(text));
const translator = { role: 'translator', by: 'A. B.', on: '2026-02-03' } as const;
const treatmentWorker = { role: 'treatmentWorker', by: 'C. D.', on: '2026-02-04' } as const;
const approved: ReviewState = {
  status: 'approved',
  source: shortHash(hash('Velkommen')),
  text: shortHash(hash('Tikilluarit')),
  reviews: [translator, treatmentWorker],
};
const today = { source: hash('Velkommen'), text: hash('Tikilluarit') };

test('keeps the status while the Danish text and the text itself stay the same', () => {
  expect(effectiveStatus(approved, today)).toBe('approved');
  expect(effectiveStatus({ ...approved, status: 'reviewed' }, today)).toBe('reviewed');
});

test('falls back to a draft when the Danish text has changed', () => {
  expect(effectiveStatus(approved, { ...today, source: hash('Velkommen!') })).toBe('draft');
});

test('falls back to a draft when the wording was changed after its approval', () => {
  expect(effectiveStatus(approved, { ...today, text: hash('Tikilluarit!') })).toBe('draft');
});

test.each([
  [['approved', 'draft', 'reviewed'], 'draft'],
  [['approved', 'reviewed'], 'reviewed'],
  [['approved'], 'approved'],
  [[], 'approved'],
] as const)('the lowest of %s is %s', (statuses, lowest) => {
  expect(lowestStatus(statuses)).toBe(lowest);
});

test.each([
  ['no review', undefined],
  ['one review', [translator]],
  ['two translators', [translator, { ...translator, by: 'C. D.' }]],
  ['two reviews by one person', [translator, { ...treatmentWorker, by: 'a. b. ' }]],
])('refuses an approval with %s, and names the text', (_, reviews) => {
  const parsed = reviewFileSchema.safeParse({ texts: { 'kiosk.hide': { ...approved, reviews } } });
  expect(parsed.error?.issues[0]?.path).toEqual(['texts', 'kiosk.hide', 'reviews']);
  const reviewed = { ...approved, status: 'reviewed', reviews };
  expect(reviewFileSchema.safeParse({ texts: { 'kiosk.hide': reviewed } }).success).toBe(true);
});

test('takes a text that nobody has looked at for a draft', () => {
  expect(effectiveStatus(undefined, today)).toBe('draft');
});

test.each([
  ['an unknown status', { ...approved, status: 'perfect' }],
  ['a whole digest', { ...approved, source: hash('Velkommen') }],
  ['an empty list of unproven words', { ...approved, unattested: [] }],
  ['a review in another role', { ...approved, reviews: [...(approved.reviews ?? []), { ...translator, role: 'x' }] }],
  ['a review on no day', { ...approved, reviews: [translator, { ...treatmentWorker, on: '2026-02-30' }] }],
  ['more reviews than four', { ...approved, status: 'draft', reviews: Array.from({ length: 5 }, () => translator) }],
  ['a field of another name', { ...approved, reviewer: 'x' }],
])('refuses a state with %s', (_, state) => {
  expect(reviewFileSchema.safeParse({ texts: { 'kiosk.hide': state } }).success).toBe(false);
});

test('reads a file of states, with or without unproven words', () => {
  const file = { texts: { 'kiosk.hide': approved, 'kiosk.sending': { ...approved, unattested: ['matuavut'] } } };
  expect(reviewFileSchema.parse(file)).toEqual(file);
});
