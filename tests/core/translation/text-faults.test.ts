import { expect, test } from 'vitest';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { characterFaults, keyFault, labelIn, shownKey, textFaults } from '../../../core/translation/text-faults.ts';

test.each<[string, string, readonly string[]]>([
  ['a text in order', 'Skjul «det» – nu → 3×½', []],
  ['nothing', ' ', ['empty']],
  ['a space at its end', 'Skjul ', ['superfluousSpaces']],
  ['two spaces', 'Skjul  det', ['superfluousSpaces']],
  ['a line break', 'Skjul\ndet', ['controlCharacter']],
  ['a line separator', 'Skjul\u2028det', ['controlCharacter']],
  ['a zero byte', 'Skjul\0det', ['controlCharacter']],
  ['a lost letter', 'Skj\uFFFDl', ['controlCharacter']],
  ['a mark that turns the direction', 'Skjul\u202Edet', ['bidiControl']],
  ['an isolate', 'Skjul\u2066det', ['bidiControl']],
  ['a joiner', 'Skjul\u200Ddet', ['invisibleCharacter']],
  ['a soft hyphen', 'Skj\u00ADul', ['invisibleCharacter']],
  ['a byte order mark', '\uFEFFSkjul', ['superfluousSpaces', 'invisibleCharacter']],
  ['an accent apart', 'Ga\u030A', ['notComposed']],
  ['an accent that belongs to nothing', 'Gq\u030A', ['wrongScript']],
  ['a Cyrillic letter that looks like a Latin one', 'Skj\u0443l', ['wrongScript']],
  ['half of a surrogate pair', 'Skj\uD800l', ['wrongScript']],
  ['a character of nobody', 'Skj\u{E000}l', ['wrongScript']],
])('%s has the faults of its characters', (_, text, faults) => {
  expect(characterFaults(text)).toEqual(faults);
});

test.each<[string, string, LanguageTag, readonly string[]]>([
  ['the placeholders of its source in another order', '{{b}} og {{a}}', 'da', []],
  ['a placeholder more', '{{a}} {{b}} {{b}}', 'da', ['placeholders']],
  ['a placeholder that is none', '{{a}} {{ b }}', 'da', ['placeholders', 'strayBrace']],
  ['another text', '{{a}} {{b}} $t(kiosk.hide)', 'da', ['otherText']],
  ['a word that labels, in its language', '{{a}} {{b}} klient', 'sv', ['labelsAPerson']],
  ['a word that labels, in a dialect', '{{a}} {{b}} klient', 'kl-tunumiit', ['labelsAPerson']],
  ['another language’s word that labels', '{{a}} {{b}} misbrug', 'sv', []],
  ['too many characters', '{'.repeat(2001), 'da', ['tooLong']],
])('a text with %s is held against its source', (_, text, tag, faults) => {
  expect(textFaults(text, { source: '{{a}} {{b}}', tag })).toEqual(faults);
});

test('a label is found whatever its letters’ size', () => {
  expect(labelIn('KLIENTER', 'da')).toBe('KLIENT');
  expect(labelIn('Du', 'da')).toBeNull();
});

test.each<[string, string | null]>([
  ['intake.strengths@greenlandic.option.sewing-2', null],
  ['kiosk.days_one', null],
  ['kiosk.days_other', null],
  ['kiosk.days_few', 'pluralForm'],
  ['__proto__', 'reservedKey'],
  ['kiosk.__proto__.hide', 'reservedKey'],
  ['kiosk.constructor', 'reservedKey'],
  ['prototype.kiosk', 'reservedKey'],
  ['', 'badKey'],
  ['kiosk hide', 'badKey'],
  ['kiosk\u202E', 'badKey'],
  ['k'.repeat(121), 'badKey'],
])('the key %j has the fault %s', (key, fault) => {
  expect(keyFault(key)).toBe(fault);
});

test('a key from outside is shown without what could spoil a screen', () => {
  expect(shownKey('kiosk.hide')).toBe('kiosk.hide');
  expect(shownKey(`a\u001B[2J\u202E${'b'.repeat(200)}`)).toBe(`a??2J?${'b'.repeat(114)}`);
});
