import { expect, test } from 'vitest';
import type { ShownItem } from '../../../core/intake/scene.ts';
import {
  choose,
  chooseNonAnswer,
  fitting,
  nextMove,
  selectionOf,
  write,
  type Selection,
} from '../../../renderer/screens/citizen/selection.ts';

type ChoiceField = Extract<ShownItem['field'], { kind: 'choice' }>;

function field(maxAnswers: number, codes: readonly string[] = ['sea', 'song', 'work', 'none']): ChoiceField {
  const options = codes.map((code) => ({ code, textKey: code, pictogram: null, exclusive: code === 'none' }));
  return { kind: 'choice', options, maxAnswers };
}

const nothing = selectionOf(null);

function chosen(...codes: readonly string[]): Selection {
  return { ...nothing, codes, touched: true };
}

test('On a question with one answer a second card replaces the first', () => {
  expect(choose(chosen('sea'), 'song', field(1))?.codes).toEqual(['song']);
});

test('On a question with several answers a second tap takes a card away', () => {
  expect(choose(chosen('sea', 'song'), 'sea', field(3))?.codes).toEqual(['song']);
});

test('No more cards than allowed can be chosen, and the chosen ones stay', () => {
  expect(choose(chosen('sea', 'song'), 'work', field(2))).toBeNull();
});

test('An exclusive card stands alone', () => {
  expect(choose(chosen('sea', 'song'), 'none', field(2))?.codes).toEqual(['none']);
  expect(choose(chosen('none'), 'sea', field(2))?.codes).toEqual(['sea']);
});

test('A card that is not offered changes nothing', () => {
  expect(choose(chosen('sea'), 'football', field(3))).toEqual(chosen('sea'));
});

test('A card takes a non-answer away, and a non-answer the cards', () => {
  expect(choose(chooseNonAnswer(nothing, 'notNow'), 'sea', field(3))).toEqual(chosen('sea'));
  expect(chooseNonAnswer(chosen('sea'), 'dontKnow')).toMatchObject({ codes: [], nonAnswer: 'dontKnow' });
});

test('A second tap takes a non-answer back', () => {
  expect(chooseNonAnswer(chooseNonAnswer(nothing, 'notNow'), 'notNow').nonAnswer).toBeNull();
});

test('Words take a non-answer away, and a non-answer the words', () => {
  expect(write('Malik')).toMatchObject({ text: 'Malik', nonAnswer: null });
  expect(chooseNonAnswer(write('Malik'), 'notNow').text).toBe('');
});

test('Continue on nothing gives no answer', () => {
  expect(nextMove(nothing, null)).toEqual({ kind: 'missing' });
  expect(nextMove(write('  '), null)).toEqual({ kind: 'missing' });
});

test('Continue gives what was chosen', () => {
  expect(nextMove(chosen('sea', 'song'), null)).toEqual({
    kind: 'answer',
    answer: { kind: 'codes', codes: ['sea', 'song'] },
  });
  expect(nextMove(write('Malik'), null)).toEqual({ kind: 'answer', answer: { kind: 'text', text: 'Malik' } });
  expect(nextMove(chooseNonAnswer(nothing, 'tellAPerson'), null)).toEqual({
    kind: 'answer',
    answer: { kind: 'tellAPerson' },
  });
});

test.each([{ kind: 'codes', codes: ['sea'] }, { kind: 'text', text: 'Malik' }, { kind: 'notNow' }] as const)(
  'Continue on an answer that stands untouched goes on without giving it again: %j',
  (standing) => {
    const answer = standing.kind === 'codes' ? { kind: standing.kind, codes: [...standing.codes] } : standing;
    expect(nextMove(selectionOf(answer), answer)).toEqual({ kind: 'proceed' });
  },
);

test('An answer that was taken away is missing, even where one stood', () => {
  expect(nextMove(chosen(), { kind: 'codes', codes: ['sea'] })).toEqual({ kind: 'missing' });
});

test('What another culture version does not offer is left out', () => {
  expect(fitting(chosen('sea', 'song', 'work'), field(2, ['song', 'work', 'sea', 'quiet'])).codes).toEqual([
    'sea',
    'song',
  ]);
  expect(fitting(chosen('sea', 'football'), field(3)).codes).toEqual(['sea']);
  expect(fitting(write('Malik'), { kind: 'text', maxLength: 60 }).text).toBe('Malik');
});

test('A question that the kiosk left out shows as unanswered', () => {
  expect(selectionOf({ kind: 'notAsked', why: 'helperPresent' })).toEqual(nothing);
});
