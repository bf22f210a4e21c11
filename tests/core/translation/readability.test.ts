import { expect, test } from 'vitest';
import { lix, sentencesOf, wordsOf } from '../../../core/translation/readability.ts';

test('a text without a word has none, and is as easy as can be', () => {
  expect(wordsOf('… {{day}}')).toEqual([]);
  expect(lix(['…'])).toBe(0);
});

test('a point inside a date ends no sentence', () => {
  expect(sentencesOf('Det er 5. marsi. Kom ind.')).toEqual(['Det er 5. marsi.', 'Kom ind.']);
});
