import { expect, test } from 'vitest';
import { chooseCode, fittingCodes, type ChoiceField } from '../../../../renderer/screens/citizen/selections/codes.ts';

function field(maxAnswers: number, codes: readonly string[] = ['sea', 'song', 'work', 'none']): ChoiceField {
  const options = codes.map((code) => ({ code, textKey: code, pictogram: null, exclusive: code === 'none' }));
  return { kind: 'choice', presentation: 'cards', imagery: null, options, maxAnswers };
}

test('On a question with one answer a second card replaces the first', () => {
  expect(chooseCode(['sea'], 'song', field(1))?.codes).toEqual(['song']);
});

test('On a question with one answer a second tap leaves the card chosen', () => {
  expect(chooseCode(['sea'], 'sea', field(1))?.codes).toEqual(['sea']);
});

test('On a question with several answers a second tap takes a card away', () => {
  expect(chooseCode(['sea', 'song'], 'sea', field(3))?.codes).toEqual(['song']);
});

test('No more cards than allowed can be chosen', () => {
  expect(chooseCode(['sea', 'song'], 'work', field(2))).toBeNull();
});

test('An exclusive card stands alone, even where no more cards may be chosen', () => {
  expect(chooseCode(['sea', 'song'], 'none', field(2))?.codes).toEqual(['none']);
  expect(chooseCode(['none'], 'sea', field(2))?.codes).toEqual(['sea']);
});

test('A card that is not offered changes nothing', () => {
  expect(chooseCode(['sea'], 'football', field(3))?.codes).toEqual(['sea']);
});

test('What another culture version does not offer is left out, and so is what is too much there', () => {
  const chosen = { kind: 'codes', codes: ['sea', 'football', 'song', 'work'] } as const;
  expect(fittingCodes(chosen, field(2)).codes).toEqual(['sea', 'song']);
});
