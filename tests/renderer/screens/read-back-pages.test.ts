import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lines } from '../../../renderer/i18n/words.ts';
import { readBackPages, rowsOf } from '../../../renderer/screens/citizen/read-back-pages.ts';

const ROOM = { rows: 26, rowsOnTheLast: 18 };

const threeRows = (): number => 3;
const linesOf = fc.array(fc.integer({ min: 3, max: 40 }), { maxLength: 120 });
const sum = (rows: readonly number[]): number => rows.reduce((all, each) => all + each, 0);

test('Every line stands on one page, in order', () => {
  fc.assert(
    fc.property(linesOf, (lines) => {
      expect(readBackPages(lines, (rows) => rows, ROOM).flat()).toEqual(lines);
    }),
  );
});

test('No page is too full, and the last has room for the letter', () => {
  fc.assert(
    fc.property(linesOf, (lines) => {
      const pages = readBackPages(lines, (rows) => rows, ROOM);
      for (const [index, page] of pages.entries()) {
        const most = index === pages.length - 1 ? ROOM.rowsOnTheLast : ROOM.rows;
        // A line that is longer than a page has one of its own.
        if (page.length > 1) expect(sum(page)).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test('No page is empty when something was told', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (lines) =>
      readBackPages(lines, threeRows, ROOM).every((page) => page.length > 0),
    ),
  );
});

test('There is a page even when nothing was told', () => {
  expect(readBackPages([], threeRows, ROOM)).toEqual([[]]);
});

test('Short lines stand eight to a page, and are spread evenly over no more pages than they need', () => {
  const lengths = (count: number): number[] =>
    readBackPages(Array.from({ length: count }), threeRows, ROOM).map(({ length }) => length);
  expect(lengths(6)).toEqual([6]);
  expect(lengths(9)).toEqual([5, 4]);
  expect(lengths(90)).toEqual([8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 2]);
});

const inOne = (text: string): Lines => ({ first: { text, language: 'da' }, second: null });
const inTwo = (text: string): Lines => ({ ...inOne(text), second: { text, language: 'kl' } });
const letters = (count: number): string => 'a'.repeat(count);

test.each<[string, Lines, readonly (readonly Lines[])[], number]>([
  ['a short answer, as high as its button', inOne('Age?'), [[inOne('40')]], 3],
  ['a long question', inOne(letters(90)), [[inOne('40')]], 4],
  ['a question and an answer in two languages', inTwo(letters(60)), [[inTwo('no')]], 6],
  ['cards that run on', inOne('Which?'), [[inOne(letters(30)), inOne(letters(30)), inOne(letters(30))]], 4],
  ['a story in own words', inOne('More?'), [[inOne(letters(400))]], 11],
  ['four times of drinking', inOne('Which?'), [[inOne('a')], [inOne('b')], [inOne('c')], [inOne('d')]], 5],
])('%s takes its rows', (_, question, said, expected) => {
  expect(rowsOf({ question, said: said.map((parts) => ({ label: null, parts })) })).toBe(expected);
});

test('The name of a ring counts among those who stand in it', () => {
  const ring = { label: inOne(letters(30)), parts: [inOne(letters(30))] };
  expect(rowsOf({ question: inOne('Who?'), said: [ring, ring] })).toBe(5);
});
