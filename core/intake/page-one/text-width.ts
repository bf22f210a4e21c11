/**
 * Advance widths of Helvetica, which Arial and its free twins share, in thousandths of the size of the type; everything
 * that is not named here counts as `OTHER_LATIN` or `WIDE`.
 *
 * Source: Adobe Core 14 font metrics, Helvetica
 */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [222, "ijl'"],
      [278, ' .,:;!/|ftI[]\\'],
      [333, 'r()-·`"'],
      [389, '*'],
      [500, 'cksvxyzJ'],
      [556, 'abdeghnopquåéâáL?0123456789'],
      [584, '+<>=~×≈'],
      [611, 'FTZ'],
      [667, 'ABEKPSVXY&'],
      [722, 'wCDHNRU'],
      [778, 'GOQ'],
      [833, 'mM'],
      [889, '%'],
      [944, 'W'],
      [1015, '@…'],
    ] as const
  ).flatMap(([width, characters]) => Array.from(characters, (character): [string, number] => [character, width])),
);

const OTHER_LATIN = 600;
const WIDE = 1200;
const LAST_LATIN = 0x2100;

/** The width of a character in thousandths of the size of the type. */
function widthOf(character: string): number {
  return WIDTHS.get(character) ?? (character.charCodeAt(0) < LAST_LATIN ? OTHER_LATIN : WIDE);
}

/** The width of a text in one line, in units of the size of the type (em). */
export function textWidth(words: string): number {
  let width = 0;
  for (const character of words) width += widthOf(character);
  return width / 1000;
}

/**
 * How many lines a text takes in a column, words wrapped as a browser wraps them; a word that is wider than the column
 * is broken.
 *
 * @param columnEm the width of the column in units of the size of the type
 */
export function linesOf(words: string, columnEm: number): number {
  const space = textWidth(' ');
  let lines = 1;
  let used = 0;
  for (const word of words.split(/\s+/u)) {
    const width = textWidth(word);
    const needed = used === 0 ? width : used + space + width;
    if (needed <= columnEm) {
      used = needed;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.ceil(width / columnEm) - 1;
    used = width - (Math.ceil(width / columnEm) - 1) * columnEm;
  }
  return lines;
}
