import { describe, expect, test } from 'vitest';
import { CULTURES } from '../../core/basics/language.ts';
import type { VisitEvent } from '../../core/intake/visit.ts';
import { journey, type Journey } from './journey.ts';
import { oddPack } from './odd-pack.ts';

function underAge(): Journey {
  return journey().until('age').answer('age', ['under-18']);
}

describe.each(CULTURES)('Under 18 in the %s version', (culture) => {
  test.each(['whole', 'short'] as const)('the questions of the %s track stop, for a person to take over', (track) => {
    const visit = journey({ culture, track }).until('age').answer('age', ['under-18']);
    expect(visit.place).toBe('underAge');
    expect(visit.refusalOf({ kind: 'proceed' })).toBe('notHere');
  });

  test('they stop with a helper too', () => {
    expect(journey({ culture, helped: true }).until('age').answer('age', ['under-18']).place).toBe('underAge');
  });
});

test('Who chose under 18 by mistake goes back and chooses again', () => {
  const visit = underAge().back();
  expect(visit.place).toBe('age');
  expect(visit.standing).toEqual({ kind: 'codes', codes: ['under-18'] });
  expect(visit.answer('age', ['25-34']).place).toBe('home-feeling');
});

test('Going back and on again does not lead past the person who takes over', () => {
  expect(underAge().back().proceed().place).toBe('underAge');
  expect(underAge().back().back().proceed().place).toBe('underAge');
});

test('No other answer leads past the person who takes over', () => {
  const visit = underAge().back().back();
  expect(visit.place).toBe('call-name');
  expect(visit.answer('call-name', 'Maja').place).toBe('underAge');
  expect(visit.back().place).toBe('age');
});

test.each<VisitEvent>([
  { kind: 'tellBack' },
  { kind: 'chooseTrack', track: 'short' },
  { kind: 'edit', linkId: 'age' },
  { kind: 'proceed' },
])('From the person who takes over no way leads on: $kind', (event) => {
  expect(underAge().refusalOf(event)).toBe('notHere');
});

test('From the question before, the end cannot be reached early, and no track leads on', () => {
  const visit = underAge().back().back();
  expect(visit.refusalOf({ kind: 'tellBack' })).toBe('notHere');
  expect(visit.chooseTrack('short').place).toBe('call-name');
  expect(visit.withHelper().alone().chooseTrack('whole').proceed().place).toBe('underAge');
});

test('From the screen before the first question it leads back to the person', () => {
  const visit = underAge().back();
  while (visit.place !== 'track') visit.back();
  expect(visit.chooseTrack('short').place).toBe('underAge');
});

test('Under 18 chosen at read back stops there as well, and a mistake leads back to read back', () => {
  const visit = journey().toTheEnd().edit('age').answer('age', ['under-18']);
  expect(visit.place).toBe('underAge');
  expect(visit.back().answer('age', ['18-24']).place).toBe('readBack');
});

test('Neither language, culture version nor helper leads past the person who takes over', () => {
  const visit = underAge().chooseLanguage('sv').chooseCulture('greenlandic').withHelper().alone();
  expect(visit.place).toBe('underAge');
  expect(visit.view.language).toBe('sv');
});

test('Under 18 as the third answer leads to a person, not to the offer of a code, which comes after a mistake', () => {
  const visit = journey({ track: 'short' }).until('anonymity').takeCode().answer('anonymity', ['code-only']);
  expect(visit.answer('age', ['under-18']).place).toBe('underAge');
  const odd = journey({ pack: oddPack, culture: 'danish', track: 'short' }).notNow('first').notNow('second');
  expect(odd.answer('third', ['young']).place).toBe('underAge');
  expect(odd.back().answer('third', ['grown-up']).place).toBe('offerCode');
});

test('An age that another version hides leads to a person when it shows again, even from the offer at the end', () => {
  const visit = journey({ pack: oddPack, culture: 'danish', helped: true })
    .answer('first', ['no'])
    .answer('second', ['yes'])
    .answer('third', ['young']);
  expect(visit.place).toBe('underAge');
  visit.chooseCulture('swedish').back().until('offerAlone').chooseCulture('danish').proceed();
  expect(visit.place).toBe('underAge');
});
