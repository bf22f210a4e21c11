import type { Language } from '../../../core/basics/language.ts';

/** One key: what it writes, or what it does. */
export type Key =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'shift' | 'erase' | 'space' | 'layer'; readonly width: number };

/** Which characters the keys write: letters, or digits and signs. */
export type Layer = 'letters' | 'signs';

/** Three rows of characters; the last is shorter, so that other keys stand beside it. */
type Characters = readonly [string, string, string];

interface Layout {
  readonly letters: Characters;
  /** Letters of names from elsewhere, on the layer of signs. */
  readonly others: string;
}

/** Greenlandic needs fewer letters; the others are in names and loans. Danish keyboards serve in both countries. */
const DANISH: Layout = { letters: ['qwertyuiopå', 'asdfghjklæø', 'zxcvbnm'], others: 'äöéüáíó' };

const LAYOUTS: Readonly<Record<Language, Layout>> = {
  kl: DANISH,
  da: DANISH,
  sv: { letters: ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'], others: 'æøéüáíó' },
};

const DIGITS = '1234567890';
const SIGNS = [`${DIGITS}-`, '.,?!:\'+@/&"'] as const;

/** The columns that a usual keyboard needs, and those that save it a row. */
const USUAL_COLUMNS = 11;
const WIDE_COLUMNS = 12;

/**
 * The rows of a keyboard of so many columns. Twelve take three rows; eleven take four, with a long space under the
 * letters; fewer take as many rows as it needs, the letters in the order of the alphabet.
 */
export function keyRows(language: Language, layer: Layer, columns: number): readonly (readonly Key[])[] {
  const [top, middle, bottom] = charactersOf(LAYOUTS[language], layer);
  if (columns < USUAL_COLUMNS) return narrowRows(sorted(`${top}${middle}${bottom}`, layer), columns);
  if (columns < WIDE_COLUMNS)
    return [
      characters(top),
      characters(middle),
      [key('shift', 2), ...characters(bottom), key('erase', 2)],
      [key('layer', 2), ...characters(','), key('space', 6), ...characters('.-')],
    ];
  return [
    [...characters(top), key('erase', 1)],
    [...characters(middle), ...characters(layer === 'letters' ? '-' : '=')],
    [key('shift', 1), ...characters(bottom), key('space', 2), ...characters('.'), key('layer', 1)],
  ];
}

/**
 * Keys for a telephone number, the digits in the order of a telephone, with a way to the letters: a name or a time may
 * belong to a number.
 */
export function phoneRows(columns: number): readonly (readonly Key[])[] {
  if (columns < WIDE_COLUMNS)
    return [
      [...characters('123'), key('erase', 1)],
      characters('456+'),
      characters('789-'),
      [key('layer', 1), ...characters('0'), key('space', 2)],
    ];
  return [
    [...characters('123+'), key('erase', 2)],
    [...characters('456-'), key('layer', 2)],
    [...characters('7890'), key('space', 2)],
  ];
}

/** Keys for a number that somebody knows by heart: digits, a hyphen, and the way back. */
export function digitRows(columns: number): readonly (readonly Key[])[] {
  const keys = [...characters(`${DIGITS}-`), key('erase', 1)];
  const inRow = columns < WIDE_COLUMNS ? 4 : 6;
  return chunked(keys, inRow);
}

function charactersOf({ letters, others }: Layout, layer: Layer): Characters {
  return layer === 'letters' ? letters : [...SIGNS, others];
}

function narrowRows(all: string, columns: number): readonly (readonly Key[])[] {
  const rest = columns - 3;
  return [
    ...chunked(characters(all), columns),
    [key('shift', 1), key('layer', 1), key('space', rest), key('erase', 1)],
  ];
}

function sorted(all: string, layer: Layer): string {
  return layer === 'signs' ? all : [...all].sort((a, b) => a.localeCompare(b, 'da')).join('');
}

function chunked(keys: readonly Key[], size: number): readonly (readonly Key[])[] {
  return Array.from({ length: Math.ceil(keys.length / size) }, (_, row) => keys.slice(row * size, (row + 1) * size));
}

function characters(all: string): readonly Key[] {
  return [...all].map((character) => ({ kind: 'character', character }));
}

function key(kind: 'shift' | 'erase' | 'space' | 'layer', width: number): Key {
  return { kind, width };
}

/** The signs that have a name of their own to be said aloud, as in `keyboard.sign.<name>`. */
const SIGN_NAMES: Readonly<Record<string, string>> = {
  '.': 'period',
  ',': 'comma',
  '?': 'question',
  '!': 'exclamation',
  ':': 'colon',
  "'": 'apostrophe',
  '-': 'hyphen',
};

/** The key of a sign's name; null where the character is its own name. */
export function signNameKey(character: string): string | null {
  const name = SIGN_NAMES[character];
  return name === undefined ? null : `keyboard.sign.${name}`;
}
