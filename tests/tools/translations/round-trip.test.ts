import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyFault, textFaults } from '../../../core/translation/text-faults.ts';
import { FORMATS, sendAround, swedish } from './a-file.ts';

/** What is likely to go wrong on the way, between letters. */
const PIECES = [
  ...['a', 'Å', 'ö', 'ĸ', 'ß', '7', ' ', '😀', '€', '→', '«', '–', '…', '\u00A0'],
  ...['<', '>', '&', '"', "'", '=', '+', '-', '@', '|', '\\', '/', '_', '$', '(', '%', '#', ';', '[', ']'],
  ...[
    '&amp;',
    '&#65;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<b>',
    '_x0041_',
    '_x005F_',
    '_x005f_',
    "=cmd|' /C calc'!A0",
  ],
];

/** Any text that the home takes. */
const legalText = fc
  .oneof(fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 40 }))
  .filter((text) => textFaults(text, { source: '', tag: 'sv' }).length === 0);

const key = fc.stringMatching(/^[a-z][a-z-]{0,12}(\.[a-z@-]{1,12}){1,3}$/).filter((each) => keyFault(each) === null);
const texts = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(key, of, { maxKeys: 12, noNullPrototype: true });

test.each(FORMATS)('an %s file that nobody touched changes nothing, and keeps nothing back', (_, format) => {
  fc.assert(
    fc.property(texts(legalText), texts(legalText), (danish, words) => {
      const edition = swedish(danish, words);
      expect(sendAround(edition, {}, format)).toEqual({
        ...{ taken: [], conflicts: [], unknown: [], refused: [] },
        unchanged: edition.size,
      });
    }),
    { numRuns: 150 },
  );
});

test.each(FORMATS)('words that were edited in an %s file come home exactly', (_, format) => {
  fc.assert(
    fc.property(texts(fc.tuple(legalText, legalText)), (pairs) => {
      const danish = Object.fromEntries(Object.keys(pairs).map((each) => [each, 'Dansk']));
      const before = Object.fromEntries(Object.entries(pairs).map(([each, [text]]) => [each, text]));
      const edited = Object.fromEntries(Object.entries(pairs).map(([each, [, text]]) => [each, text]));
      const { taken, conflicts, refused } = sendAround(swedish(danish, before), edited, format);
      expect([conflicts, refused]).toEqual([[], []]);
      const changed = Object.entries(edited).filter(([each, text]) => text !== before[each]);
      expect(taken.map((each) => [each.key, each.text])).toEqual(changed);
    }),
    { numRuns: 150 },
  );
});

test.each(FORMATS)('a missing text that nobody wrote stays missing in an %s file', (_, format) => {
  const edition = swedish({ 'kiosk.hide': 'Skjul', 'kiosk.send': 'Send' }, {});
  const { taken, unchanged } = sendAround(edition, { 'kiosk.send': 'Skicka' }, format);
  expect([taken.map(({ text }) => text), unchanged]).toEqual([['Skicka'], 1]);
});
