import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ToldBack } from '../../../core/intake/scene.ts';
import { readBackPages, rowsOf } from '../../../renderer/screens/citizen/read-back-pages.ts';

const oneRow = (): number => 1;
const linesOf = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 120 });
const sum = (rows: readonly number[]): number => rows.reduce((all, each) => all + each, 0);

test('Every line stands on one page, in order', () => {
  fc.assert(
    fc.property(linesOf, (lines) => {
      expect(readBackPages(lines, (rows) => rows).flat()).toEqual(lines);
    }),
  );
});

test('No page holds more than eight rows, and the last, which has the letter, no more than six', () => {
  fc.assert(
    fc.property(linesOf, (lines) => {
      const pages = readBackPages(lines, (rows) => rows);
      for (const [index, page] of pages.entries())
        if (page.length > 1) expect(sum(page)).toBeLessThanOrEqual(index === pages.length - 1 ? 6 : 8);
    }),
  );
});

test('No page is empty when something was told', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (lines) =>
      readBackPages(lines, oneRow).every((page) => page.length > 0),
    ),
  );
});

test('There is a page even when nothing was told', () => {
  expect(readBackPages([], oneRow)).toEqual([[]]);
});

test('Nine lines stand on two pages of about the same length, and ninety on twelve', () => {
  const lengths = (count: number): number[] =>
    readBackPages(Array.from({ length: count }), oneRow).map(({ length }) => length);
  expect(lengths(9)).toEqual([4, 5]);
  expect(lengths(90)).toEqual([4, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 6]);
});

const people = (...rings: string[]): ToldBack => ({
  kind: 'circle',
  people: rings.map((ringKey, who) => ({ whoKey: `who.${who}`, ringKey })),
});
const episode = { drinks: [{ textKey: 'can', count: 2 }], shareKey: null, companyKey: null };

test.each<[string, ToldBack, number]>([
  ['three cards', { kind: 'options', textKeys: ['a', 'b', 'c'] }, 1],
  ['five cards', { kind: 'options', textKeys: ['a', 'b', 'c', 'd', 'e'] }, 2],
  ['a short word', { kind: 'words', text: 'Karl', masked: false }, 1],
  ['a long story', { kind: 'words', text: 'a'.repeat(500), masked: false }, 7],
  ['a covered number', { kind: 'words', text: '1'.repeat(100), masked: true }, 1],
  ['a number', { kind: 'number', value: 40 }, 1],
  ['marked days', { kind: 'days', count: 12, lastDays: 28 }, 1],
  ['four times of drinking', { kind: 'episodes', episodes: [episode, episode, episode, episode] }, 4],
  ['people in two rings', people('here', 'far', 'here'), 2],
  ['a non-answer', { kind: 'nonAnswer', textKey: 'later' }, 1],
])('%s takes its rows', (_, said, rows) => {
  expect(rowsOf({ linkId: 'x', sensitivity: 0, titleKey: 'x', said })).toBe(rows);
});
