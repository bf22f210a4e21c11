import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../renderer/i18n/language.ts';
import { digitRows, keyRows, phoneRows, signNameKey, type Key } from '../../../renderer/components/keyboard/layouts.ts';
import { neighbourOf } from '../../../renderer/components/keyboard/neighbour.ts';
import { eraseAt, typeAt } from '../../../renderer/components/keyboard/typing.ts';

function charactersOf(rows: readonly (readonly Key[])[]): string {
  return rows
    .flat()
    .map((key) => (key.kind === 'character' ? key.character : ''))
    .join('');
}

function widthOf(row: readonly Key[]): number {
  return row.reduce((sum, key) => sum + (key.kind === 'character' ? 1 : key.width), 0);
}

test.each([
  { language: 'kl', letters: 'abcdefghijklmnopqrstuvwxyzæøå' },
  { language: 'da', letters: 'abcdefghijklmnopqrstuvwxyzæøå' },
  { language: 'sv', letters: 'abcdefghijklmnopqrstuvwxyzåäö' },
] as const)('every letter of $language stands on its keyboard, at any width', ({ language, letters }) => {
  for (const columns of [7, 8, 11, 12])
    for (const letter of letters) expect(charactersOf(keyRows(language, 'letters', columns))).toContain(letter);
});

test('names from the other countries can be written on the layer of signs', () => {
  expect(charactersOf(keyRows('sv', 'signs', 12))).toMatch(/æ.*ø/);
  expect(charactersOf(keyRows('kl', 'signs', 12))).toMatch(/ä.*ö/);
});

for (const language of LANGUAGES)
  for (const layer of ['letters', 'signs'] as const) {
    test.each([11, 12])(`${layer} in ${language} fill every row of %d columns`, (columns) => {
      for (const row of keyRows(language, layer, columns)) expect(widthOf(row)).toBe(columns);
    });

    test(`${layer} in ${language} never need more columns than a narrow screen has`, () => {
      for (const row of keyRows(language, layer, 7)) expect(widthOf(row)).toBeLessThanOrEqual(7);
    });

    test.each([7, 11, 12])(`no character stands twice among the ${layer} in ${language} on %d columns`, (columns) => {
      const all = [...charactersOf(keyRows(language, layer, columns))];
      expect(all.filter((each, index) => all.indexOf(each) !== index && !'.,-'.includes(each))).toEqual([]);
    });

    test.each([7, 11, 12])(
      `shift, space, erase and the other layer stand beside ${layer} in ${language} on %d columns`,
      (columns) => {
        const kinds = keyRows(language, layer, columns)
          .flat()
          .map(({ kind }) => kind);
        for (const kind of ['shift', 'space', 'erase', 'layer'])
          expect(kinds.filter((each) => each === kind)).toHaveLength(1);
      },
    );
  }

test.each([11, 12])('ten digits, the hyphen and the way back stand on %d columns for a number', (columns) => {
  expect(charactersOf(digitRows(columns))).toBe('1234567890-');
  expect(digitRows(columns).flat().at(-1)?.kind).toBe('erase');
});

test.each([11, 12])(
  'a telephone number is written in full rows, its digits in their usual order, on %d columns',
  (columns) => {
    const rows = phoneRows(columns);
    expect(new Set(rows.map(widthOf)).size).toBe(1);
    expect(charactersOf(rows).replace(/\D/g, '')).toBe('1234567890');
    for (const character of '+-') expect(charactersOf(rows)).toContain(character);
    const others = rows.flat().flatMap(({ kind }) => (kind === 'character' ? [] : [kind]));
    expect(others.sort()).toEqual(['erase', 'layer', 'space']);
  },
);

test('a sign has a name to be said, and a letter is its own', () => {
  expect(signNameKey('?')).toBe('keyboard.sign.question');
  expect(signNameKey('q')).toBeNull();
});

test.each([
  { written: { text: '', start: 0, end: 0 }, piece: 'a', after: { text: 'a', start: 1, end: 1 } },
  { written: { text: 'ac', start: 1, end: 1 }, piece: 'b', after: { text: 'abc', start: 2, end: 2 } },
  { written: { text: 'abc', start: 0, end: 2 }, piece: 'x', after: { text: 'xc', start: 1, end: 1 } },
  { written: { text: 'abcd', start: 4, end: 4 }, piece: 'e', after: { text: 'abcd', start: 4, end: 4 } },
  { written: { text: 'abcd', start: 1, end: 3 }, piece: 'e', after: { text: 'aed', start: 2, end: 2 } },
])('"$piece" is written at the caret in "$written.text"', ({ written, piece, after }) => {
  expect(typeAt(written, piece, 4)).toEqual(after);
});

test.each([
  { written: { text: '', start: 0, end: 0 }, after: { text: '', start: 0, end: 0 } },
  { written: { text: 'abc', start: 3, end: 3 }, after: { text: 'ab', start: 2, end: 2 } },
  { written: { text: 'abc', start: 0, end: 0 }, after: { text: 'abc', start: 0, end: 0 } },
  { written: { text: 'abc', start: 1, end: 3 }, after: { text: 'a', start: 1, end: 1 } },
  { written: { text: 'a😀', start: 3, end: 3 }, after: { text: 'a', start: 1, end: 1 } },
  { written: { text: 'ae\u0301', start: 3, end: 3 }, after: { text: 'a', start: 1, end: 1 } },
])('one letter is erased before the caret in "$written.text"', ({ written, after }) => {
  expect(eraseAt(written)).toEqual(after);
});

/** Two rows of three keys, and under them a wide one. */
const KEYS = [
  { x: 10, y: 10 },
  { x: 30, y: 10 },
  { x: 50, y: 10 },
  { x: 10, y: 30 },
  { x: 30, y: 30 },
  { x: 50, y: 30 },
  { x: 30, y: 50 },
];

test.each([
  { from: 0, arrow: 'ArrowRight', to: 1 },
  { from: 2, arrow: 'ArrowRight', to: -1 },
  { from: 2, arrow: 'ArrowLeft', to: 1 },
  { from: 1, arrow: 'ArrowDown', to: 4 },
  { from: 3, arrow: 'ArrowDown', to: 6 },
  { from: 6, arrow: 'ArrowUp', to: 4 },
  { from: 0, arrow: 'ArrowUp', to: -1 },
  { from: 0, arrow: 'Enter', to: -1 },
])('$arrow leads from key $from to key $to', ({ from, arrow, to }) => {
  expect(neighbourOf(KEYS[from] ?? { x: 0, y: 0 }, KEYS, arrow)).toBe(to);
});
