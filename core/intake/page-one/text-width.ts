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
/** No character behind this one has a width of its own. */
const LISTED = 0x2300;
const SURROGATES = { first: 0xd800, last: 0xdfff } as const;

// By number, not by character: choosing the size of the type asks for each letter of a page up to twenty times.
const WIDTH_BY_UNIT = Uint16Array.from(
  { length: LISTED },
  (_, unit) => WIDTHS.get(String.fromCharCode(unit)) ?? (unit < LAST_LATIN ? OTHER_LATIN : WIDE),
);

/** Where a text is broken: what `\s` of a regular expression is. */
const SPACES: ReadonlySet<number> = new Set(
  Array.from(
    '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
    (space) => space.charCodeAt(0),
  ),
);

/** The width of a UTF-16 unit in thousandths of the size of the type; the two of one character are half of it each. */
function widthOf(unit: number): number {
  return WIDTH_BY_UNIT[unit] ?? (unit >= SURROGATES.first && unit <= SURROGATES.last ? WIDE / 2 : WIDE);
}

/** The width of a text in one line, in units of the size of the type (em). */
export function textWidth(words: string): number {
  let width = 0;
  for (let at = 0; at < words.length; at += 1) width += widthOf(words.charCodeAt(at));
  return width / 1000;
}

/** Counts the lines that a text takes in a column of so many em. */
export type CountLines = (words: string, columnEm: number) => number;

/**
 * How many lines a text takes in a column, words wrapped as a browser wraps them; a word that is wider than the column
 * is broken.
 *
 * @param columnEm the width of the column in units of the size of the type
 */
export function linesOf(words: string, columnEm: number): number {
  return linesOfWords(wordWidths(words), columnEm);
}

/** Makes a `linesOf` that measures each text once, in whatever columns it is tried. It is for one page: it keeps texts. */
export function lineCounter(): CountLines {
  const known = new Map<string, readonly number[]>();
  return (words, columnEm) => {
    const widths = known.get(words) ?? wordWidths(words);
    known.set(words, widths);
    return linesOfWords(widths, columnEm);
  };
}

function linesOfWords(widths: readonly number[], columnEm: number): number {
  const space = textWidth(' ');
  let lines = 1;
  let used = 0;
  for (const width of widths) {
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

/** The widths of the words of a text, as `textWidth` tells them, without taking the text apart. */
function wordWidths(words: string): readonly number[] {
  const widths: number[] = [];
  let width = 0;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    if (!SPACES.has(unit)) width += widthOf(unit);
    else if (width > 0) {
      widths.push(width / 1000);
      width = 0;
    }
  }
  return width > 0 ? [...widths, width / 1000] : widths;
}
