import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DIALECTS } from '../../core/basics/language.ts';
import { checkDialects, type DialectLayers } from '../../tools/locales/dialect-layers.ts';
import { allTexts, readLayer } from '../../tools/locales/locale-files.ts';
import { SOUND } from './sample-locales.ts';

const NOTHING: DialectLayers = { 'kl-tunumiit': {}, 'kl-x-avaneq': {} };
const eastern = (kiosk: Readonly<Record<string, string>>): DialectLayers => ({ ...NOTHING, 'kl-tunumiit': { kiosk } });

test('A dialect that words nothing, or something in its own way, is sound', () => {
  expect(checkDialects(SOUND, NOTHING)).toEqual([]);
  expect(checkDialects(SOUND, eastern({ 'kiosk.hide': 'Isertigi' }))).toEqual([]);
});

test.each([
  ['what its language does not have', 'kiosk.hid', 'Isertigi', 'The language has no such text'],
  ['what its language says as well', 'kiosk.hide', 'Isertoruk', 'The language says the same'],
  ['a text without its placeholder', 'kiosk.chooseUpTo', 'Amerlanerpaamik', 'Use the placeholders'],
  ['a text that labels a person', 'kiosk.hide', 'Atornerluisoq', 'labels a person'],
  ['a text of too many sentences', 'kiosk.hide', 'Aap. Aap. Aap.', '3 sentences'],
])('A dialect is told about %s', (_, key, text, said) => {
  const [problem, ...others] = checkDialects(SOUND, eastern({ [key]: text }));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ file: 'locales/kl-tunumiit/kiosk.json', key });
  expect(problem?.remedy).toContain(said);
});

test('The dialects that ship word nothing but their own names', () => {
  const root = join(import.meta.dirname, '../..');
  // More only with a source for every word: nobody here speaks them.
  expect(DIALECTS.map((dialect) => allTexts(readLayer(root, dialect)))).toEqual([
    { 'intake.dialect.option.east': 'Tunumiisut' },
    { 'intake.dialect.option.north': 'Avanersuarmiutut' },
  ]);
});
