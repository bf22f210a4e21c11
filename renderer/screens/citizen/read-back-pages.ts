import type { ToldLine } from '../../components/read-back-list.tsx';
import type { Lines } from '../../i18n/words.ts';

/** How many rows of words stand on a page without hurry. */
export interface PageRoom {
  readonly rows: number;
  /** The last page has the letter, too. */
  readonly rowsOnTheLast: number;
}

/** The room on an upright screen, on a wide one, which has two columns, and on a low one. */
export const PAGE_ROOM = {
  upright: { rows: 32, rowsOnTheLast: 20 },
  wide: { rows: 26, rowsOnTheLast: 18 },
  low: { rows: 17, rowsOnTheLast: 10 },
} as const satisfies Record<string, PageRoom>;

/** The name of a part of the questions, above its first line; a page that goes on with a part says it again. */
export const ROWS_OF_A_TITLE = 2;

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
export function readBackPages<T>(
  lines: readonly T[],
  rowsOfLine: (line: T) => number,
  room: PageRoom,
): readonly (readonly T[])[] {
  const measured = lines.map((line) => ({ line, rows: rowsOfLine(line) }));
  const fewest = pagesOf(measured, room);
  for (let rows = 1; rows < room.rows; rows++) {
    const pages = pagesOf(measured, { rows, rowsOnTheLast: Math.min(rows, room.rowsOnTheLast) });
    if (pages.length === fewest.length) return pages;
  }
  return fewest;
}

interface Measured<T> {
  readonly line: T;
  readonly rows: number;
}

/** Fills pages from the first line on; what is left for the last one leaves room for the letter. */
function pagesOf<T>(lines: readonly Measured<T>[], room: PageRoom): readonly (readonly T[])[] {
  const pages: (readonly Measured<T>[])[] = [];
  let left = lines;
  while (left.length > 1 && sumOf(left) > room.rowsOnTheLast) {
    // At least one line stands beside the letter.
    const page = left.slice(0, Math.min(countFitting(left, room.rows), left.length - 1));
    pages.push(page);
    left = left.slice(page.length);
  }
  return [...pages, left].map((page) => page.map(({ line }) => line));
}

function sumOf(lines: readonly Measured<unknown>[]): number {
  return lines.reduce((sum, { rows }) => sum + rows, 0);
}

/** How many lines fit on a page; one at least. */
function countFitting(lines: readonly Measured<unknown>[], rowsOnAPage: number): number {
  let room = rowsOnAPage;
  const tooMany = lines.findIndex(({ rows }) => (room -= rows) < 0);
  return tooMany === -1 ? lines.length : Math.max(1, tooMany);
}
