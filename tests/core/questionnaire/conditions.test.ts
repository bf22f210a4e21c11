import { describe, expect, test } from 'vitest';
import type { EnableWhen } from '../../../core/pack/questionnaire.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { isEnabled } from '../../../core/questionnaire/conditions.ts';

const one: Answer = { kind: 'codes', codes: ['wine'] };
const several: Answer = { kind: 'codes', codes: ['beer', 'wine'] };
const other: Answer = { kind: 'codes', codes: ['beer'] };
const words: Answer = { kind: 'text', text: 'wine' };
const notNow: Answer = { kind: 'notNow' };
const notAsked: Answer = { kind: 'notAsked', why: 'helperPresent' };

const exists: EnableWhen = { question: 'drink', operator: 'exists', answerBoolean: true };
const lacking: EnableWhen = { question: 'drink', operator: 'exists', answerBoolean: false };
const equal: EnableWhen = { question: 'drink', operator: '=', answerCode: 'wine' };
const unequal: EnableWhen = { question: 'drink', operator: '!=', answerCode: 'wine' };

describe('A condition holds by its operator:', () => {
  test.each<[string, Answer | undefined, exists: boolean, equal: boolean, unequal: boolean]>([
    ['the code itself', one, true, true, false],
    ['the code among several', several, true, true, false],
    ['another code', other, true, false, true],
    ['a text, though it reads like the code', words, true, false, true],
    ['a non-answer, which is no value', notNow, false, false, false],
    ['not asked', notAsked, false, false, false],
    ['nothing', undefined, false, false, false],
  ])('%s', (_, answer, holdsExists, holdsEqual, holdsUnequal) => {
    const holds = (condition: EnableWhen): boolean => isEnabled({ enableWhen: [condition] }, () => answer);
    expect(holds(exists)).toBe(holdsExists);
    expect(holds(lacking)).toBe(!holdsExists);
    expect(holds(equal)).toBe(holdsEqual);
    expect(holds(unequal)).toBe(holdsUnequal);
  });
});

test('Without conditions a thing is shown', () => {
  expect(isEnabled({}, () => undefined)).toBe(true);
  expect(isEnabled({ enableWhen: [], enableBehavior: 'any' }, () => undefined)).toBe(true);
});

test('Several conditions must all hold, unless any is enough', () => {
  const enableWhen = [exists, unequal];
  expect(isEnabled({ enableWhen }, () => one)).toBe(false);
  expect(isEnabled({ enableWhen, enableBehavior: 'all' }, () => one)).toBe(false);
  expect(isEnabled({ enableWhen, enableBehavior: 'any' }, () => one)).toBe(true);
  expect(isEnabled({ enableWhen }, () => other)).toBe(true);
  expect(isEnabled({ enableWhen, enableBehavior: 'any' }, () => undefined)).toBe(false);
});

test('A condition looks at its own question', () => {
  expect(isEnabled({ enableWhen: [exists] }, (linkId) => (linkId === 'drink' ? one : undefined))).toBe(true);
  expect(isEnabled({ enableWhen: [exists] }, (linkId) => (linkId === 'drink' ? undefined : one))).toBe(false);
});

test('An operator that the types rule out throws', () => {
  expect(() => isEnabled({ enableWhen: [{ question: 'drink', operator: '>' } as never] }, () => one)).toThrow();
});
