import type { ToldLine } from '../../components/read-back-list.tsx';
import type { Lines } from '../../i18n/words.ts';

/** So many rows of words stand on one page without hurry; the last page has the letter, too. */
const ROWS_ON_A_PAGE = 26;
const ROWS_ON_THE_LAST = 18;

/** The button beside a line is as high as three rows. */
const ROWS_OF_A_LINE = 3;
const LETTERS_IN_A_ROW = 40;

/** How many rows of words a line takes, about. */
export function rowsOf({ question, said }: Pick<ToldLine, 'question' | 'said'>): number {
  const groups = said.map(({ label, parts }) => rows([...(label === null ? [] : [label]), ...parts]));
  return Math.max(ROWS_OF_A_LINE, rows([question]) + groups.reduce((sum, each) => sum + each, 0));
}

/** The rows of texts that run on behind each other; those in the second language stand below them. */
function rows(texts: readonly Lines[]): number {
  const length = (lines: readonly string[]): number => lines.join(' · ').length;
  const first = length(texts.map((text) => text.first.text));
  const second = length(texts.flatMap((text) => (text.second === null ? [] : [text.second.text])));
  return Math.ceil(first / LETTERS_IN_A_ROW) + Math.ceil(second / LETTERS_IN_A_ROW);
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

/** Fills pages from the first line on; what is left for the last one leaves room for the letter. */
function pagesOf<T>(lines: readonly T[], rows: (line: T) => number, rowsOnAPage: number): readonly (readonly T[])[] {
  const pages: (readonly T[])[] = [];
  let left = lines;
  while (left.length > 1 && sumOf(left, rows) > Math.min(rowsOnAPage, ROWS_ON_THE_LAST)) {
    // At least one line stands beside the letter.
    const page = left.slice(0, Math.min(countFitting(left, rows, rowsOnAPage), left.length - 1));
    pages.push(page);
    left = left.slice(page.length);
  }
  return [...pages, left];
}

function sumOf<T>(lines: readonly T[], rows: (line: T) => number): number {
  return lines.reduce((sum, line) => sum + rows(line), 0);
}

/** How many lines fit on a page; one at least. */
function countFitting<T>(lines: readonly T[], rows: (line: T) => number, rowsOnAPage: number): number {
  let room = rowsOnAPage;
  const tooMany = lines.findIndex((line) => (room -= rows(line)) < 0);
  return tooMany === -1 ? lines.length : Math.max(1, tooMany);
}
