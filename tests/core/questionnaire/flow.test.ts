import { expect, test } from 'vitest';
import { itemSchema, type Item } from '../../../core/pack/questionnaire.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { firstUnanswered, nextStep, previousItem, visibleAnswers } from '../../../core/questionnaire/flow.ts';
import { oddPack } from '../../journeys/odd-pack.ts';

const version = oddPack.danish;
const notNow: Answer = { kind: 'notNow' };

function given(answers: Readonly<Record<string, Answer>>): (linkId: string) => Answer | undefined {
  return (linkId) => answers[linkId];
}

const ALL = { first: notNow, second: notNow, 'only-danish': notNow, third: notNow, words: notNow };

test('Everything starts with the first item', () => {
  expect(nextStep(version, given({}), null)).toEqual({ kind: 'ask', linkId: 'first', openOnly: false });
});

test('The next visible item follows, answered or not', () => {
  expect(nextStep(version, given(ALL), 'first')).toEqual({ kind: 'ask', linkId: 'second', openOnly: false });
});

test('A hidden item is stepped over, forth and back', () => {
  const answers = given({ first: { kind: 'codes', codes: ['no'] } });
  expect(nextStep(version, answers, 'second')).toEqual({ kind: 'ask', linkId: 'third', openOnly: false });
  expect(previousItem(version, answers, 'third')).toBe('second');
});

test('Behind the last item the first open one is asked, and only what is open after it', () => {
  const others = { first: notNow, 'only-danish': notNow, third: notNow, words: notNow };
  expect(nextStep(version, given(others), 'words')).toEqual({ kind: 'ask', linkId: 'second', openOnly: true });
  expect(firstUnanswered(version, given(others))).toEqual({ kind: 'ask', linkId: 'second', openOnly: true });
});

test('With nothing open the questions are done', () => {
  expect(nextStep(version, given(ALL), 'words')).toEqual({ kind: 'done' });
});

test('From an item that the version lacks the first open one is asked', () => {
  expect(nextStep(version, given({ first: notNow }), 'only-swedish')).toEqual({
    kind: 'ask',
    linkId: 'second',
    openOnly: true,
  });
});

test('Before the first item there is none, and before the end stands the last', () => {
  expect(previousItem(version, given({}), 'first')).toBeNull();
  expect(previousItem(version, given({}), null)).toBe('words');
  expect(previousItem(version, given({ second: { kind: 'codes', codes: ['yes'] } }), null)).toBe('third');
});

test('Before anything of a version without items there is nothing', () => {
  expect(previousItem({ ...version, items: [] }, given({}), null)).toBeNull();
});

test('A hidden answer decides nothing that comes after it', () => {
  const third = { ...itemOf('third'), enableWhen: [{ question: 'only-danish', operator: '=', answerCode: 'yes' }] };
  const items = [itemOf('first'), itemOf('only-danish'), itemSchema.parse(third)];
  const chained = { ...version, items: items.map((item) => ({ item, ownWording: new Set<string>() })) };
  const visible = (first: string): readonly string[] => {
    const answers = { first: code(first), 'only-danish': code('yes'), third: notNow };
    return [...visibleAnswers(chained, given(answers)).keys()];
  };
  expect(visible('yes')).toEqual(['first', 'only-danish', 'third']);
  expect(visible('no')).toEqual(['first']);
});

test('A hidden option is taken out of an answer, and an answer of hidden options alone is none', () => {
  const hidden = { code: 'yes', enableWhen: [{ question: 'first', operator: '=', answerCode: 'yes' }] };
  const second = itemSchema.parse({ ...itemOf('second'), answerOption: [hidden, { code: 'maybe' }] });
  const items = [itemOf('first'), second];
  const narrowed = { ...version, items: items.map((item) => ({ item, ownWording: new Set<string>() })) };
  const answerOf = (first: string, codes: string[]): Answer | undefined =>
    visibleAnswers(narrowed, given({ first: code(first), second: { kind: 'codes', codes } })).get('second');
  expect(answerOf('yes', ['yes', 'maybe'])).toEqual({ kind: 'codes', codes: ['yes', 'maybe'] });
  expect(answerOf('no', ['yes', 'maybe'])).toEqual({ kind: 'codes', codes: ['maybe'] });
  expect(answerOf('no', ['yes'])).toBeUndefined();
  expect(answerOf('no', ['from-another-version'])).toEqual({ kind: 'codes', codes: ['from-another-version'] });
});

function itemOf(linkId: string): Item {
  const item = version.byLinkId.get(linkId)?.item;
  if (item === undefined) throw new Error(`The odd pack has no ${linkId}`);
  return item;
}

function code(chosen: string): Answer {
  return { kind: 'codes', codes: [chosen] };
}
