import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { parseIntake } from '../../../core/intake/intake.ts';
import { MAX_CUT_OFFS } from '../../../core/pack/instrument.ts';
import { MAX_QUESTIONS } from '../../../core/pack/instrument-questions.ts';
import { MAX_ITEMS, MAX_SLOTS } from '../../../core/pack/questionnaire.ts';
import { answerTo, chosen, exampleSite, intakeOf, left } from './example-intake.ts';

const vessel = { code: 'can', text: 'dåse', siteText: 'burk', count: 3, centilitres: 33, percent: 4.6 };
const half = { code: 'half', text: 'halvdelen', siteText: 'hälften', weight: 0.5 };
const friends = { code: 'friends', text: 'venner', siteText: 'vänner' };
const whole = intakeOf(
  [
    answerTo('takes-room', chosen('alcohol', 'hash')),
    answerTo('importance', { kind: 'options', options: [{ code: '8', text: 'a', siteText: 'b', weight: 8 }] }),
    answerTo('call-name', { kind: 'words', text: 'Aviâja' }),
    answerTo('cannabis-amount', { kind: 'number', value: 3 }),
    answerTo('days-without', { kind: 'days', daysAgo: [0, 1, 27], lastDays: 28 }),
    answerTo('last-times', {
      kind: 'episodes',
      episodes: [
        { drinks: [vessel], share: half, company: friends, grams: 18 },
        { drinks: [vessel], share: null, company: null, grams: 35.9 },
      ],
    }),
    answerTo('people', { kind: 'circle', people: [{ who: friends, ring: friends }] }),
    answerTo('age', left('notNow')),
    answerTo('strengths', left('tellAPerson')),
    answerTo('helper', left('dontKnow'), { accompanied: true }),
    answerTo('anonymity', { kind: 'notAsked', why: 'helperPresent' }),
    answerTo('barriers', { kind: 'notAsked', why: 'shortTrack' }),
    answerTo('mood', { kind: 'notAsked', why: 'leftOpen' }),
  ],
  {
    language: 'kl-tunumiit',
    track: 'short',
    flags: [{ rule: 'shaking-now', level: 'amber', linkIds: ['shaking'], at: '2026-03-01T10:10:00.000Z' }],
    calls: [
      {
        level: 'red',
        calledAt: '2026-03-01T10:11:00.000Z',
        channelAfterSeconds: 8,
        hereAfterSeconds: 75,
        secondAfterSeconds: 60,
        numbersAfterSeconds: null,
        note: 'rang112',
      },
    ],
    instruments: [
      {
        slot: 'example',
        title: 'An invented example',
        version: '1',
        language: 'da',
        validated: 'unknown',
        score: null,
        maxScore: 12,
        answered: 2,
        questions: 3,
        unitGrams: null,
        reached: [{ label: 'much', from: 4, sex: null, ageFrom: 65, ageTo: null }],
      },
    ],
  },
);
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

function episodeOf(drink: object, share: object | null = null): object {
  return { kind: 'episodes', episodes: [{ drinks: [drink], share, company: null, grams: 1 }] };
}

test('A whole intake is read back as it was', () => {
  expect(parse(JSON.stringify(whole))).toEqual({ ok: true, value: whole });
});

test('An intake may answer whatever may be asked: every item of all versions, and every instrument', () => {
  const linkIds = Array.from({ length: 3 * MAX_ITEMS + MAX_SLOTS * MAX_QUESTIONS }, (_, index) => `item-${index}`);
  const answers = linkIds.map((linkId) => answerTo(linkId, left('notNow')));
  expect(parse(JSON.stringify(intakeOf(answers))).ok).toBe(true);
  expect(parse(JSON.stringify(intakeOf([...answers, answerTo('more', left('notNow'))])))).toEqual(NOT_READABLE);
});

test('An instrument may reach every cut-off that it may have', () => {
  const [result] = whole.instruments;
  if (result === undefined) throw new Error('The example has no instrument');
  const reached = Array.from({ length: MAX_CUT_OFFS }, (_, from) => ({
    label: 'much',
    from,
    sex: null,
    ageFrom: null,
    ageTo: null,
  }));
  const instruments = Array.from({ length: MAX_SLOTS * 3 }, () => ({ ...result, reached }));
  expect(parse(altered({ instruments })).ok).toBe(true);
  expect(parse(altered({ instruments: [...instruments, result] }))).toEqual(NOT_READABLE);
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
    ['a later format', altered({ format: 4 })],
    ['an unknown key', altered({ note: 'x' })],
    ['a key __proto__', JSON.stringify(whole).replace('{', '{"__proto__":{"admin":true},')],
    ['an id that is none', altered({ intakeId: '../../etc/passwd' })],
    ['a time with an offset', altered({ createdAt: '2026-03-01T10:20:30+02:00' })],
    ['a day that does not exist', altered({ createdAt: '2026-02-30T10:20:30Z' })],
    ['an unknown language', altered({ language: 'en' })],
    ['an unknown dialect', altered({ language: 'kl-x-qavak' })],
    ['an unknown track', altered({ track: 'long' })],
    ['no grams in a unit', altered({ unitGrams: 0 })],
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
    ['an answer given at no moment', withAnswer({ answeredAt: 'yesterday' })],
    ['an answer of which nobody knows who was there', withAnswer({ accompanied: null })],
    ['a question not asked for no reason', withAnswer({ said: { kind: 'notAsked', why: 'tooLong' } })],
    ['a number below nought', withAnswer({ said: { kind: 'number', value: -1 } })],
    ['days of no calendar', withAnswer({ said: { kind: 'days', daysAgo: [1] } })],
    ['times of drinking that are none', withAnswer({ said: { kind: 'episodes', episodes: [] } })],
    ['a vessel that holds nothing', withAnswer({ said: episodeOf({ ...vessel, centilitres: 0 }) })],
    ['a part that is more than all', withAnswer({ said: episodeOf(vessel, { ...half, weight: 1.5 }) })],
    ['somebody in no ring', withAnswer({ said: { kind: 'circle', people: [{ who: friends }] } })],
    ['a flag of another level', altered({ flags: [{ ...whole.flags[0], level: 'green' }] })],
    ['a flag without an answer', altered({ flags: [{ ...whole.flags[0], linkIds: [] }] })],
    ['a call of another level', altered({ calls: [{ ...whole.calls[0], level: 'green' }] })],
    ['a call with words for a note', altered({ calls: [{ ...whole.calls[0], note: 'she said' }] })],
    ['somebody who came before being called', altered({ calls: [{ ...whole.calls[0], hereAfterSeconds: -1 }] })],
    ['an instrument without questions', altered({ instruments: [{ ...whole.instruments[0], questions: 0 }] })],
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

describe('An intake of format 1', () => {
  const before = {
    ...without(whole, 'track', 'unitGrams', 'flags', 'calls', 'instruments'),
    format: 1,
    language: 'kl',
    answers: [without(answerTo('takes-room', chosen('alcohol')), 'answeredAt', 'accompanied')],
  };

  test('is read as one of the whole track, without moments, flags and instruments', () => {
    expect(parse(JSON.stringify(before))).toEqual({
      ok: true,
      value: {
        ...whole,
        language: 'kl',
        track: 'whole',
        unitGrams: 12,
        answers: [{ ...answerTo('takes-room', chosen('alcohol')), answeredAt: null }],
        flags: [],
        calls: [],
        instruments: [],
      },
    });
  });

  test.each([
    ['without answers', { ...before, answers: undefined }],
    ['with answers that are none', { ...before, answers: [null] }],
    ['with answers that are no list', { ...before, answers: 'none' }],
    ['with parts of a later one', { ...before, flags: [], note: 'x' }],
    ['which says to be of another', { ...before, format: '1' }],
  ])('%s is not readable', (_, json) => {
    expect(parse(JSON.stringify(json))).toEqual(NOT_READABLE);
  });
});

describe('An intake of format 2', () => {
  const before = { ...without(whole, 'calls'), format: 2 };

  test('is read as one in which nobody wrote down what the house did', () => {
    expect(parse(JSON.stringify(before))).toEqual({ ok: true, value: { ...whole, calls: [] } });
  });

  test.each([
    ['with calls of a later one', { ...before, calls: [] }],
    ['with a surprise', { ...before, surprise: true }],
  ])('%s is not readable', (_, json) => {
    expect(parse(JSON.stringify(json))).toEqual(NOT_READABLE);
  });
});

function without(from: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));
}

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
