import type { ReadBackLine } from '../../../core/intake/scene.ts';

/** So many rows stand on one page without hurry; the last page has the letter, too. */
const ROWS_ON_A_PAGE = 8;
const ROWS_ON_THE_LAST = 6;

/** What fits on one row of a page. */
const OPTIONS_IN_A_ROW = 4;
const LETTERS_IN_A_ROW = 80;

/** How many rows a line takes, about. */
export function rowsOf({ said }: ReadBackLine): number {
  switch (said.kind) {
    case 'options':
      return Math.ceil(said.textKeys.length / OPTIONS_IN_A_ROW);
    case 'words':
      return said.masked ? 1 : Math.ceil(said.text.length / LETTERS_IN_A_ROW);
    case 'episodes':
      return said.episodes.length;
    case 'circle':
      return new Set(said.people.map(({ ringKey }) => ringKey)).size;
    case 'number':
    case 'days':
    case 'nonAnswer':
      return 1;
  }
}

/**
 * Spreads lines over as few pages as needed, about equally full. A line that is longer than a page has one of its own.
 * There is always one page.
 */
export function readBackPages<T>(lines: readonly T[], rows: (line: T) => number): readonly (readonly T[])[] {
  const fewest = pagesOf(lines, rows, ROWS_ON_A_PAGE);
  for (let rowsOnAPage = 1; rowsOnAPage < ROWS_ON_A_PAGE; rowsOnAPage++) {
    const pages = pagesOf(lines, rows, rowsOnAPage);
    if (pages.length === fewest.length) return pages;
  }
  return fewest;
}

/** Fills pages from the last line backwards, because the last page has the least room. */
function pagesOf<T>(lines: readonly T[], rows: (line: T) => number, rowsOnAPage: number): readonly (readonly T[])[] {
  let page: T[] = [];
  let room = Math.min(rowsOnAPage, ROWS_ON_THE_LAST);
  const pages = [page];
  for (const line of lines.toReversed()) {
    if (rows(line) > room && page.length > 0) {
      page = [];
      room = rowsOnAPage;
      pages.unshift(page);
    }
    page.unshift(line);
    room -= rows(line);
  }
  return pages;
}
