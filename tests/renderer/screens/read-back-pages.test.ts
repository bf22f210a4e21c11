import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBackPages } from '../../../renderer/screens/citizen/read-back-pages.ts';

test('Every line stands on one page, in order, and no page has more than seven', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (lines) => {
      const pages = readBackPages(lines);
      expect(pages.flat()).toEqual(lines);
      expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(7);
    }),
  );
});

test('Thirteen lines stand on two pages of about the same length', () => {
  expect(readBackPages(Array.from({ length: 13 })).map(({ length }) => length)).toEqual([7, 6]);
});

test('There is a page even when nothing was told', () => {
  expect(readBackPages([])).toEqual([[]]);
});

test('No page is empty when something was told', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (lines) => readBackPages(lines).every((page) => page.length > 0)),
  );
});
