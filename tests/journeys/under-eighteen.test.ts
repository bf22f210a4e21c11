import { expect, test } from 'vitest';
import { journey, type Journey } from './journey.ts';
import { realPack } from './real-pack.ts';

function underAge(): Journey {
  return journey({ pack: realPack }).until('age').answer('age', ['under-18']);
}

test('Under 18 the questions stop, for a person to take over', () => {
  expect(underAge().place).toBe('underAge');
  expect(underAge().refusalOf({ kind: 'proceed' })).toBe('notHere');
});

test('Who chose under 18 by mistake goes back and chooses again', () => {
  const visit = underAge().back();
  expect(visit.place).toBe('age');
  expect(visit.standing).toEqual({ kind: 'codes', codes: ['under-18'] });
  expect(visit.answer('age', ['25-34']).passOffer().place).toBe('help-first');
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

test('Under 18 chosen at read back stops there as well, and a mistake leads back to read back', () => {
  const visit = journey({ pack: realPack }).toTheEnd().edit('age').answer('age', ['under-18']);
  expect(visit.place).toBe('underAge');
  expect(visit.back().answer('age', ['18-24']).place).toBe('readBack');
});

test('Neither language nor culture version leads past the person who takes over', () => {
  const visit = underAge().chooseLanguage('sv').chooseCulture('greenlandic');
  expect(visit.place).toBe('underAge');
  expect(visit.view.language).toBe('sv');
});

test('Under 18 as the third answer leads to a person, not to the offer of a code, which comes after a mistake', () => {
  const visit = journey({ pack: realPack })
    .notNow('helper')
    .answer('anonymity', ['code-only'])
    .answer('age', ['under-18']);
  expect(visit.place).toBe('underAge');
  expect(visit.back().answer('age', ['25-34']).place).toBe('offerCode');
});
