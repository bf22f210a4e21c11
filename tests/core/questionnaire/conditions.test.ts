import { describe, expect, test } from 'vitest';
import type { EnableWhen } from '../../../core/pack/condition.ts';
import type { Item } from '../../../core/pack/questionnaire.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { holds, isEnabled, numberOf, type Answered } from '../../../core/questionnaire/conditions.ts';

const shape = { linkId: 'drink', section: 'all', sensitivity: 0 };
const choice: Item = {
  ...shape,
  type: 'choice',
  repeats: true,
  answerOption: [{ code: 'beer', weight: 1 }, { code: 'wine', weight: 2.5 }, { code: 'water' }],
};
const words: Item = { ...shape, type: 'string', maxLength: 10 };
const count: Item = { ...shape, type: 'integer', minValue: 0, maxValue: 30 };
const calendar: Item = { ...shape, type: 'days', lastDays: 28 };
const times: Item = {
  ...shape,
  type: 'episodes',
  maxEpisodes: 2,
  // A thousand centilitres of one percent hold 78.9 grams.
  container: [{ code: 'barrel', pictogram: 'barrel', centilitres: 1000, percent: 1 }],
  asksShare: 'never',
};
const circle: Item = { ...shape, type: 'circle', who: [], ring: [], maxPeople: 5 };

const one: Answer = { kind: 'codes', codes: ['wine'] };
const several: Answer = { kind: 'codes', codes: ['beer', 'wine'] };
const other: Answer = { kind: 'codes', codes: ['beer'] };
const text: Answer = { kind: 'text', text: 'wine' };
const three: Answer = { kind: 'number', value: 3 };
const none: Answer = { kind: 'number', value: 0 };
const days: Answer = { kind: 'days', daysAgo: [0, 4, 5] };
const noDays: Answer = { kind: 'days', daysAgo: [] };
const people: Answer = { kind: 'circle', people: [] };
const notNow: Answer = { kind: 'notNow' };
const tell: Answer = { kind: 'tellAPerson' };
const dontKnow: Answer = { kind: 'dontKnow' };

function drank(...counts: number[]): Answer {
  const episodes = counts.map((each) => ({
    drinks: [{ container: 'barrel', count: each }],
    share: null,
    company: null,
  }));
  return { kind: 'episodes', episodes };
}

function answering(answer: Answer | undefined, item: Item | undefined = choice): Answered {
  const isAsked = (linkId: string): boolean => linkId === 'drink';
  return {
    answer: (linkId) => (isAsked(linkId) ? answer : undefined),
    item: (linkId) => (isAsked(linkId) ? item : undefined),
  };
}

const exists: EnableWhen = { question: 'drink', operator: 'exists', answerBoolean: true };
const lacking: EnableWhen = { question: 'drink', operator: 'exists', answerBoolean: false };
const equal: EnableWhen = { question: 'drink', operator: '=', answerCode: 'wine' };
const unequal: EnableWhen = { question: 'drink', operator: '!=', answerCode: 'wine' };

describe('A condition on a value holds by its operator:', () => {
  test.each<[string, Answer | undefined, exists: boolean, equal: boolean, unequal: boolean]>([
    ['the code itself', one, true, true, false],
    ['the code among several', several, true, true, false],
    ['another code', other, true, false, true],
    ['a text, though it reads like the code', text, true, false, true],
    ['a number', three, true, false, true],
    ['no day marked, which is a value', noDays, true, false, true],
    ['nobody placed, which is a value', people, true, false, true],
    ['a non-answer, which is none', notNow, false, false, false],
    ['nothing', undefined, false, false, false],
  ])('%s', (_, answer, holdsExists, holdsEqual, holdsUnequal) => {
    expect(holds(exists, answering(answer))).toBe(holdsExists);
    expect(holds(lacking, answering(answer))).toBe(!holdsExists);
    expect(holds(equal, answering(answer))).toBe(holdsEqual);
    expect(holds(unequal, answering(answer))).toBe(holdsUnequal);
  });
});

describe('A condition on a declined answer holds', () => {
  const declined = (answerNonAnswer?: 'notNow' | 'tellAPerson' | 'dontKnow'): EnableWhen => ({
    question: 'drink',
    operator: 'declined',
    ...(answerNonAnswer === undefined ? {} : { answerNonAnswer }),
  });

  test.each<[string, Answer | undefined, any: boolean, tell: boolean]>([
    ['for "not now", when any is meant', notNow, true, false],
    ['for "rather tell a person", when that or any is meant', tell, true, true],
    ['for "don’t know", when any is meant', dontKnow, true, false],
    ['never for a value', one, false, false],
    ['never for nothing', undefined, false, false],
  ])('%s', (_, answer, holdsAny, holdsTell) => {
    expect(holds(declined(), answering(answer))).toBe(holdsAny);
    expect(holds(declined('tellAPerson'), answering(answer))).toBe(holdsTell);
  });
});

describe('A condition on a number compares:', () => {
  const operators = ['>', '<', '>=', '<='] as const;
  test.each<[string, Answer | undefined, Item | undefined, number, readonly boolean[]]>([
    ['more', three, count, 2, [true, false, true, false]],
    ['the same', three, count, 3, [false, false, true, true]],
    ['less', three, count, 3.5, [false, true, false, true]],
    ['nought, which is a number', none, count, 0, [false, false, true, true]],
    ['how many days are marked', days, calendar, 3, [false, false, true, true]],
    ['no day marked', noDays, calendar, 1, [false, true, false, true]],
    ['the weight of an option', one, choice, 2.5, [false, false, true, true]],
    ['the sum of several weights', several, choice, 3, [true, false, true, false]],
    ['the mean grams of several times', drank(1, 2), times, 118, [true, false, true, false]],
    ['a non-answer, which is no number', notNow, count, 0, [false, false, false, false]],
    ['nothing', undefined, count, 0, [false, false, false, false]],
    ['words', text, words, 0, [false, false, false, false]],
  ])('%s', (_, answer, item, answerDecimal, expected) => {
    const found = operators.map((operator) =>
      holds({ question: 'drink', operator, answerDecimal }, answering(answer, item)),
    );
    expect(found).toEqual(expected);
  });
});

describe('No number stands in', () => {
  test.each<[string, Item | undefined, Answer | undefined]>([
    ['an option without a weight', choice, { kind: 'codes', codes: ['beer', 'water'] }],
    ['a code of another version', choice, { kind: 'codes', codes: ['cider'] }],
    ['codes where the version asks otherwise', count, one],
    ['codes of an item that the version lacks', undefined, one],
    ['times of drinking where the version asks otherwise', choice, drank(1)],
    ['times of drinking from vessels of another version', { ...times, container: [] }, drank(1)],
    ['people', circle, people],
    ['words', words, text],
    ['a non-answer', count, dontKnow],
    ['nothing', count, undefined],
  ])('%s', (_, item, answer) => {
    expect(numberOf(item, answer)).toBeNull();
  });
});

test('Without conditions a thing is shown', () => {
  expect(isEnabled({}, answering(undefined))).toBe(true);
  expect(isEnabled({ enableWhen: [], enableBehavior: 'any' }, answering(undefined))).toBe(true);
});

test('Several conditions must all hold, unless any is enough', () => {
  const enableWhen = [exists, unequal];
  expect(isEnabled({ enableWhen }, answering(one))).toBe(false);
  expect(isEnabled({ enableWhen, enableBehavior: 'all' }, answering(one))).toBe(false);
  expect(isEnabled({ enableWhen, enableBehavior: 'any' }, answering(one))).toBe(true);
  expect(isEnabled({ enableWhen }, answering(other))).toBe(true);
  expect(isEnabled({ enableWhen, enableBehavior: 'any' }, answering(undefined))).toBe(false);
});

test('A condition looks at its own question', () => {
  const elsewhere: EnableWhen = { ...exists, question: 'smoke' };
  expect(holds(exists, answering(one))).toBe(true);
  expect(holds(elsewhere, answering(one))).toBe(false);
});

test('An operator that the types rule out throws', () => {
  const condition = { question: 'drink', operator: '~' } as never;
  expect(() => holds(condition, answering(one))).toThrow();
});
