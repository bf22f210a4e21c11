import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { parseIntake } from '../../../core/intake/intake.ts';
import { MAX_ITEMS } from '../../../core/pack/questionnaire.ts';
import { answerTo, chosen, exampleSite, intakeOf, left } from './example-intake.ts';

const whole = intakeOf([
  answerTo('takes-room', chosen('alcohol', 'hash')),
  answerTo('call-name', { kind: 'words', text: 'Aviâja' }),
  answerTo('age', left('notNow')),
  answerTo('strengths', left('tellAPerson')),
  answerTo('helper', left('dontKnow')),
  answerTo('anonymity', { kind: 'notAsked', why: 'helperPresent' }),
]);
const NOT_READABLE = { ok: false, error: { kind: 'notReadable' } };

function parse(json: string): ReturnType<typeof parseIntake> {
  return parseIntake(toUtf8(json));
}

/** The whole intake with some of its parts replaced by whatever. */
function altered(parts: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...whole, ...parts });
}

function withAnswer(parts: Readonly<Record<string, unknown>>): string {
  return altered({ answers: [{ ...answerTo('age', chosen('25-34')), ...parts }] });
}

test('A whole intake is read back as it was', () => {
  expect(parse(JSON.stringify(whole))).toEqual({ ok: true, value: whole });
});

test('An intake may answer every item that a questionnaire may have', () => {
  const answers = Array.from({ length: MAX_ITEMS }, (_, index) => answerTo(`item-${index}`, left('notNow')));
  expect(parse(JSON.stringify(intakeOf(answers))).ok).toBe(true);
  expect(parse(JSON.stringify(intakeOf([...answers, answerTo('more', left('notNow'))])))).toEqual(NOT_READABLE);
});

describe('Not readable is', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"format":1'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"intake"'],
    ['an empty object', '{}'],
    ['a byte order mark before it', `\ufeff${JSON.stringify(whole)}`],
    ['two intakes', JSON.stringify(whole).repeat(2)],
    ['deep nesting', '['.repeat(100_000)],
    ['a later format', altered({ format: 2 })],
    ['an unknown key', altered({ note: 'x' })],
    ['a key __proto__', JSON.stringify(whole).replace('{', '{"__proto__":{"admin":true},')],
    ['an id that is none', altered({ intakeId: '../../etc/passwd' })],
    ['a time with an offset', altered({ createdAt: '2026-03-01T10:20:30+02:00' })],
    ['a day that does not exist', altered({ createdAt: '2026-02-30T10:20:30Z' })],
    ['an unknown language', altered({ language: 'en' })],
    ['an unknown culture', altered({ culture: 'norwegian' })],
    ['a content version that is no digest', altered({ contentVersion: 'C0FFEE00'.repeat(8) })],
    ['a site in no time zone', altered({ site: { ...exampleSite, timeZone: 'Mars/Olympus' } })],
    ['a site with telephone numbers', altered({ site: { ...exampleSite, phoneNumbers: [] } })],
    ['no list of answers', altered({ answers: { length: 1 } })],
    ['an answer of an unknown kind', withAnswer({ said: { kind: 'sung', text: 'la' } })],
    ['an answer without options', withAnswer({ said: { kind: 'options', options: [] } })],
    ['an answer of too many options', withAnswer({ said: chosen(...Array.from({ length: 31 }, () => 'a')) })],
    ['words without a letter', withAnswer({ said: { kind: 'words', text: '' } })],
    ['too many words', withAnswer({ said: { kind: 'words', text: 'a'.repeat(2001) } })],
    ['an answer with an unknown key', withAnswer({ html: '<b>' })],
    ['an option with an unknown key', withAnswer({ said: { kind: 'notNow', text: 'a', siteText: 'a', html: 'b' } })],
    ['a sensitivity of its own', withAnswer({ sensitivity: 4 })],
    ['a review status of its own', withAnswer({ reviewStatus: 'perfect' })],
    ['a number for a text', withAnswer({ question: { text: 1, siteText: 'a' } })],
  ])('%s', (_, json) => {
    expect(parse(json)).toEqual(NOT_READABLE);
  });

  test('what is not UTF-8', () => {
    const bytes = toUtf8(JSON.stringify(whole));
    bytes[bytes.length - 5] = 0xff;
    expect(parseIntake(bytes)).toEqual(NOT_READABLE);
  });

  test('an intake that lacks any of its parts', () => {
    for (const part of Object.keys(whole)) {
      expect(parse(altered({ [part]: undefined }))).toEqual(NOT_READABLE);
    }
  });
});

test('Bytes of any kind are read or refused, and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(parseIntake(bytes)).toEqual(NOT_READABLE);
    }),
  );
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(parse(json)).toEqual(NOT_READABLE);
    }),
  );
});
