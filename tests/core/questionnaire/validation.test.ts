import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../core/pack/questionnaire.ts';
import type { EpisodesItem } from '../../../core/questionnaire/alcohol.ts';
import type { Answer, Episode } from '../../../core/questionnaire/answer.ts';
import type { Answered } from '../../../core/questionnaire/conditions.ts';
import { validateAnswer } from '../../../core/questionnaire/validation.ts';

const shape = { linkId: 'item', section: 'all', sensitivity: 0 };
const options = [
  { code: 'a' },
  { code: 'b' },
  { code: 'c', enableWhen: [{ question: 'name', operator: 'exists', answerBoolean: true } as const] },
  { code: 'none', exclusive: true },
];
const one: Item = { ...shape, type: 'choice', answerOption: options };
const two: Item = { ...shape, type: 'choice', repeats: true, maxAnswers: 2, answerOption: options };
const any: Item = { ...shape, type: 'choice', repeats: true, answerOption: options };
const words: Item = { ...shape, type: 'string', maxLength: 5 };
const count: Item = { ...shape, type: 'integer', minValue: 2, maxValue: 60 };
const calendar: Item = { ...shape, type: 'days', lastDays: 14 };
const vessels: EpisodesItem = {
  ...shape,
  type: 'episodes',
  maxEpisodes: 2,
  container: [
    { code: 'can', pictogram: 'can', centilitres: 33, percent: 4.6 },
    { code: 'box', pictogram: 'box', centilitres: 300, percent: 12.5, shared: true },
  ],
  asksShare: 'ofShared',
};
const share = [
  { code: 'all', weight: 1 },
  { code: 'half', weight: 0.5 },
];
const company = [{ code: 'alone' }, { code: 'friends' }];
const times: EpisodesItem = { ...vessels, share, company };
const circle: Item = {
  ...shape,
  type: 'circle',
  maxPeople: 2,
  who: [{ code: 'sister' }, { code: 'friend' }],
  ring: [{ code: 'here' }, { code: 'far' }],
};
const EVERY_KIND = { one, words, count, calendar, times, circle };

const nobody: Answered = { answer: () => undefined, item: () => undefined };
const named: Answered = { answer: () => ({ kind: 'text', text: 'Maja' }), item: () => words };

function codes(...chosen: string[]): Answer {
  return { kind: 'codes', codes: chosen };
}

function text(written: string): Answer {
  return { kind: 'text', text: written };
}

function days(...daysAgo: number[]): Answer {
  return { kind: 'days', daysAgo };
}

function time(more: Partial<Episode> = {}, ...vessels: string[]): Episode {
  const drinks = (vessels.length === 0 ? ['can'] : vessels).map((container) => ({ container, count: 2 }));
  return { drinks, share: null, company: null, ...more };
}

function drank(...episodes: Episode[]): Answer {
  return { kind: 'episodes', episodes };
}

function placed(...people: (readonly [who: string, ring: string])[]): Answer {
  return { kind: 'circle', people: people.map(([who, ring]) => ({ who, ring })) };
}

const WRONG_TYPE = { kind: 'wrongType' };
const UNKNOWN = { kind: 'unknownOption' };

describe('A choice', () => {
  test.each<[string, Item, Answer, Answer]>([
    ['of one stands', one, codes('b'), codes('b')],
    ['stands in the order of the item, without doubles', two, codes('b', 'a', 'b'), codes('a', 'b')],
    ['of what stands alone stands alone', two, codes('none'), codes('none')],
    ['has no limit but the options where none is set', any, codes('b', 'a'), codes('a', 'b')],
  ])('%s', (_, item, answer, stored) => {
    expect(validateAnswer(item, answer, nobody)).toEqual({ ok: true, value: stored });
  });

  test.each<[string, Item, Answer, object]>([
    ['of something unknown is refused', one, codes('z'), UNKNOWN],
    ['of an option that is hidden is refused', one, codes('c'), UNKNOWN],
    ['of an inherited name is refused', one, codes('constructor'), UNKNOWN],
    ['of two where one is asked for is refused', one, codes('a', 'b'), { kind: 'tooMany', maxAnswers: 1 }],
    ['of too many is refused', two, codes('a', 'b', 'none'), { kind: 'tooMany', maxAnswers: 2 }],
    ['of what stands alone beside another is refused', two, codes('a', 'none'), { kind: 'notAlone' }],
    ['of nothing is refused', two, codes(), { kind: 'empty' }],
  ])('%s', (_, item, answer, error) => {
    expect(validateAnswer(item, answer, nobody)).toEqual({ ok: false, error });
  });

  test('of an option with a condition stands where the condition holds', () => {
    expect(validateAnswer(one, codes('c'), named)).toEqual({ ok: true, value: codes('c') });
    expect(validateAnswer(any, codes('a', 'b', 'c'), named).ok).toBe(true);
  });
});

describe('A text', () => {
  test.each<[string, string, string]>([
    ['stands as it is written', 'Maja', 'Maja'],
    ['is trimmed', '  a b\n', 'a b'],
    ['keeps its lines', 'a\n\tb', 'a\n\tb'],
    ['is stored in Unicode form C', 'Aka\u0301', 'Ak\u00e1'],
    ['loses control characters', 'a\u0000\u0007\u001b\u0085b', 'ab'],
    ['loses what turns the reading direction', '\u202ea\u2066b\u200f\u061c', 'ab'],
    ['is in form C after what stood between letter and accent is gone', 'a\u200e\u0301', '\u00e1'],
    ['loses what nobody can see', 'a\u200b\u00ad\u2060\u{e0041}b', 'ab'],
    ['loses separators of lines and paragraphs that no field shows', 'a\u2028\u2029b', 'ab'],
    ['keeps a joiner between letters, where it is part of the spelling', 'a\u200cb\u200dc', 'a\u200cb\u200dc'],
    ['loses a joiner anywhere else', '\u200da\u200d 1\u200c', 'a 1'],
    ['loses half a character, which no file can hold', 'a\ud83db', 'ab'],
    ['keeps a whole character of two halves', '\ud83d\ude42', '\ud83d\ude42'],
    ['is measured as it is stored', ' abcde\u0000 ', 'abcde'],
  ])('%s', (_, written, stored) => {
    expect(validateAnswer(words, text(written), nobody)).toEqual({ ok: true, value: text(stored) });
  });

  test.each<[string, string, object]>([
    ['of spaces only is refused', ' \n\u00a0', { kind: 'empty' }],
    ['of control characters only is refused', '\u0000\u200e', { kind: 'empty' }],
    ['of what nobody can see is refused', '\u3164\ufe0f', { kind: 'empty' }],
    ['of accents without a letter is refused', '\u0301\u2800', { kind: 'empty' }],
    ['that is too long is refused', 'abcdef', { kind: 'tooLong', maxLength: 5 }],
  ])('%s', (_, written, error) => {
    expect(validateAnswer(words, text(written), nobody)).toEqual({ ok: false, error });
  });
});

describe('A number', () => {
  const OUT_OF_RANGE = { kind: 'outOfRange', minValue: 2, maxValue: 60 };
  test.each([2, 31, 60])('between the limits stands: %i', (value) => {
    expect(validateAnswer(count, { kind: 'number', value }, nobody)).toEqual({
      ok: true,
      value: { kind: 'number', value },
    });
  });

  test.each([0, 1, 61])('beyond the limits is refused: %i', (value) => {
    expect(validateAnswer(count, { kind: 'number', value }, nobody)).toEqual({ ok: false, error: OUT_OF_RANGE });
  });
});

describe('Marked days', () => {
  test.each<[string, Answer, Answer]>([
    ['stand in order, without doubles', days(13, 0, 2, 13), days(0, 2, 13)],
    ['may be none', days(), days()],
  ])('%s', (_, answer, stored) => {
    expect(validateAnswer(calendar, answer, nobody)).toEqual({ ok: true, value: stored });
  });

  test('before the calendar begins are refused', () => {
    const error = { kind: 'outOfRange', minValue: 0, maxValue: 13 };
    expect(validateAnswer(calendar, days(0, 14), nobody)).toEqual({ ok: false, error });
  });
});

describe('Times of drinking', () => {
  test.each<[string, Answer]>([
    ['with one vessel', drank(time())],
    ['with several vessels, an own part and company', drank(time({ share: 'half', company: 'friends' }, 'can', 'box'))],
    ['as many as are asked for', drank(time(), time({ share: 'all', company: 'alone' }, 'box'))],
  ])('%s stand as they are', (_, answer) => {
    expect(validateAnswer(times, answer, nobody)).toEqual({ ok: true, value: answer });
  });

  test.each<[string, EpisodesItem, Answer, object]>([
    ['more than are asked for', times, drank(time(), time(), time()), { kind: 'tooMany', maxAnswers: 2 }],
    ['an unknown vessel', times, drank(time({}, 'can', 'barrel')), UNKNOWN],
    ['one vessel twice instead of its number', times, drank(time({}, 'can', 'can')), UNKNOWN],
    ['an unknown part', times, drank(time({ share: 'most' })), UNKNOWN],
    ['a part where none is asked for', { ...times, asksShare: 'never' }, drank(time({ share: 'half' })), UNKNOWN],
    ['unknown company', times, drank(time(), time({ company: 'police' })), UNKNOWN],
    ['no part of a vessel that is shared', times, drank(time(), time({}, 'can', 'box')), { kind: 'empty' }],
    ['no part where it is always asked for', { ...times, asksShare: 'always' }, drank(time()), { kind: 'empty' }],
    ['company where none is asked for', { ...vessels, share }, drank(time({ company: 'alone' })), UNKNOWN],
    ['a part where the item has none', { ...vessels, company }, drank(time({ share: 'half' })), UNKNOWN],
  ])('with %s are refused', (_, item, answer, error) => {
    expect(validateAnswer(item, answer, nobody)).toEqual({ ok: false, error });
  });
});

describe('People in the circle', () => {
  test.each<[string, Answer]>([
    ['in their rings', placed(['sister', 'far'], ['friend', 'here'])],
    ['of the same word twice', placed(['sister', 'far'], ['sister', 'here'])],
    ['who are nobody', placed()],
  ])('%s stand as they are', (_, answer) => {
    expect(validateAnswer(circle, answer, nobody)).toEqual({ ok: true, value: answer });
  });

  test.each<[string, Answer, object]>([
    [
      'more than are asked for',
      placed(['sister', 'far'], ['sister', 'far'], ['friend', 'far']),
      { kind: 'tooMany', maxAnswers: 2 },
    ],
    ['somebody unknown', placed(['sister', 'far'], ['dog', 'here']), UNKNOWN],
    ['an unknown ring', placed(['sister', 'beyond']), UNKNOWN],
  ])('with %s are refused', (_, answer, error) => {
    expect(validateAnswer(circle, answer, nobody)).toEqual({ ok: false, error });
  });
});

describe('An answer of one kind is refused by every other kind of item:', () => {
  const answers: Record<keyof typeof EVERY_KIND, Answer> = {
    one: codes('a'),
    words: text('a'),
    count: { kind: 'number', value: 2 },
    calendar: days(0),
    times: drank(time()),
    circle: placed(['sister', 'far']),
  };

  test.each(Object.entries(answers))('the one of %s', (own, answer) => {
    for (const [kind, item] of Object.entries(EVERY_KIND)) {
      const expected = kind === own ? { ok: true, value: answer } : { ok: false, error: WRONG_TYPE };
      expect(validateAnswer(item, answer, nobody)).toEqual(expected);
    }
  });
});

test.each<Answer>([{ kind: 'notNow' }, { kind: 'tellAPerson' }, { kind: 'dontKnow' }])(
  '$kind fits every item',
  (answer) => {
    for (const item of Object.values(EVERY_KIND)) {
      expect(validateAnswer(item, answer, nobody)).toEqual({ ok: true, value: answer });
    }
  },
);

test('Whatever is taken is taken again unchanged', () => {
  const written = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('a', '\u0301', '\u200d', '\u200e', '\ud83d', '\ude42', ' ', '\u061c', '\ufeff', '\n'),
    }),
  );
  const item: Item = { ...words, maxLength: 40 };
  fc.assert(
    fc.property(written, (each) => {
      const once = validateAnswer(item, text(each), nobody);
      if (once.ok) expect(validateAnswer(item, once.value, nobody)).toEqual(once);
    }),
    { numRuns: 500 },
  );
});
