import { expect, test } from 'vitest';
import { checkTyped, type TextAdvice, type TypedText } from '../../../core/translation/text-advice.ts';

const TYPED: TypedText = { text: 'Hej', key: 'kiosk.hello', tag: 'da', danish: 'Hej', room: 200 };

function adviceOn(typed: Partial<TypedText>): readonly TextAdvice[] {
  return checkTyped({ ...TYPED, ...typed }).advice;
}

test('good words are advised on nothing', () => {
  expect(checkTyped(TYPED)).toEqual({ faults: [], advice: [] });
});

test('what keeps words from being kept is told with every key', () => {
  expect(checkTyped({ ...TYPED, text: 'Hej  {{du}}' }).faults).toEqual(['superfluousSpaces', 'placeholders']);
});

test.each(['', 'x'.repeat(2001)])('words that are empty or endless are looked at no further', (text) => {
  const check = checkTyped({ ...TYPED, text });
  expect(check.faults).not.toEqual([]);
  expect(check.advice).toEqual([]);
});

test('words that are longer than any that are known to fit are told of', () => {
  expect(adviceOn({ text: 'Velkommen', room: 5 })).toEqual([{ kind: 'longerThanKnown', length: 9, room: 5 }]);
});

test.each([
  ['da', 'Behandlingscenteret tilbyder ambulante rådgivningssamtaler til familiemedlemmer hver uge', 25],
  ['sv', 'Behandlingsenheten erbjuder rådgivande samtalskontakt till familjemedlemmar varje vecka', 30],
] as const)('%s that is hard to read is told of, where there are words enough to tell', (tag, text, most) => {
  expect(adviceOn({ tag, text })).toEqual([{ kind: 'hardToRead', lix: expect.any(Number) as number, most }]);
  expect(adviceOn({ tag, text: 'Rådgivningssamtaler' })).toEqual([]);
});

test('the same words in Greenlandic are measured by sentences and letters', () => {
  const danish = 'x';
  expect(adviceOn({ tag: 'kl', danish, text: 'Aap aap aap aap aap aap aap aap.' })).toEqual([
    { kind: 'longSentence', words: 8, most: 7 },
  ]);
  expect(adviceOn({ tag: 'kl-tunumiit', danish, text: 'Aap. Aap. Aap.' })).toEqual([
    { kind: 'manySentences', sentences: 3, most: 2 },
  ]);
  const word = `a${'qa'.repeat(14)}`;
  expect(adviceOn({ tag: 'kl', danish, text: word })).toEqual([{ kind: 'longWord', word }]);
});

test('another word than the usual one for a thing is asked about, but not in Danish', () => {
  const danish = 'Skriv din kode';
  expect(adviceOn({ tag: 'sv', danish, text: 'Skriv ditt lösen' })).toEqual([{ kind: 'otherTerm', term: 'kod' }]);
  expect(adviceOn({ tag: 'sv', danish, text: 'Skriv din kod' })).toEqual([]);
  expect(adviceOn({ tag: 'kl', danish, text: 'Allaguk' })).toEqual([{ kind: 'otherTerm', term: 'kode' }]);
  expect(adviceOn({ tag: 'da', danish, text: 'Skriv din kode' })).toEqual([]);
});

test.each([
  ['kiosk.days_one', 'pluralOne'],
  ['kiosk.days_other', 'pluralOther'],
] as const)('%s says which numbers it is for', (key, kind) => {
  expect(adviceOn({ key })).toEqual([{ kind }]);
});
