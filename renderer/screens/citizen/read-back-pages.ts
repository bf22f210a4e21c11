/** So many lines stand on one page without hurry. */
const LINES_ON_A_PAGE = 7;

/** Spreads lines over as few pages as needed, about equally many on each. There is always one page. */
export function readBackPages<T>(lines: readonly T[]): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(lines.length / LINES_ON_A_PAGE));
  const size = Math.ceil(lines.length / count);
  return Array.from({ length: count }, (_, page) => lines.slice(page * size, (page + 1) * size));
}
