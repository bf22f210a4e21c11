import { expect, test } from 'vitest';
import { mostPages, partAround } from '../../../renderer/components/pages-of.ts';

test.each([
  { count: 0, most: 1 },
  { count: 1, most: 1 },
  { count: 5, most: 3 },
  { count: 12, most: 6 },
])('a list of $count leaves at least two entries on a page, where it has them', ({ count, most }) => {
  expect(mostPages(count)).toBe(most);
});

test.each([
  { entry: 0, count: 5, pages: 1, part: { first: 0, end: 5, page: 0 } },
  { entry: 0, count: 5, pages: 2, part: { first: 0, end: 3, page: 0 } },
  { entry: 3, count: 5, pages: 2, part: { first: 3, end: 5, page: 1 } },
  { entry: 4, count: 9, pages: 3, part: { first: 3, end: 6, page: 1 } },
  { entry: 9, count: 4, pages: 2, part: { first: 2, end: 4, page: 1 } },
  { entry: 0, count: 0, pages: 1, part: { first: 0, end: 0, page: 0 } },
])('entry $entry of $count on $pages pages stands on page $part.page', ({ entry, count, pages, part }) => {
  expect(partAround(entry, { count, pages })).toEqual(part);
});

test('every entry stands on exactly one page', () => {
  const pages = 4;
  const count = 13;
  const seen: number[] = [];
  for (let entry = 0; entry < count;) {
    const { first, end } = partAround(entry, { count, pages });
    for (let each = first; each < end; each++) seen.push(each);
    entry = end;
  }
  expect(seen).toEqual(Array.from({ length: count }, (_, index) => index));
});
