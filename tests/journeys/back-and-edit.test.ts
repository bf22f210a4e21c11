import { describe, expect, test } from 'vitest';
import { Journey, journey, newVisit } from './journey.ts';
import { realPack } from './real-pack.ts';

describe('Back', () => {
  test('leads over every start screen to the greeting, and no further', () => {
    const visit = journey();
    const places: string[] = [];
    while (visit.place !== 'greeting') places.push(visit.back().place);
    expect(places).toEqual(['whoCanSee', 'culture', 'language', 'greeting']);
    expect(visit.refusalOf({ kind: 'back' })).toBe('notHere');
  });

  test('shows what was answered, which stands when the person goes on', () => {
    const visit = journey().answer('helper', ['friend']).back();
    expect(visit.standing).toEqual({ kind: 'codes', codes: ['friend'] });
    expect(visit.proceed().place).toBe('anonymity');
    expect(visit.visit.answers['helper']?.answer).toEqual({ kind: 'codes', codes: ['friend'] });
  });

  test('and forth again meets the same questions', () => {
    const visit = journey().until('takes-room').answer('takes-room', ['alcohol']).until('interpreter');
    const there = [...new Set(visit.asked)];
    const wayBack = there.slice(0, -1).map(() => visit.back().place);
    expect(wayBack).toEqual(there.toReversed().slice(1));
    expect(wayBack.map(() => visit.proceed().place)).toEqual(there.slice(1));
  });

  test('steps over questions that are hidden', () => {
    const visit = journey().until('anonymity').answer('anonymity', ['code-only']).passOffer();
    expect(visit.place).toBe('age');
    expect(visit.back().place).toBe('anonymity');
  });

  test('from read back leads to the last question', () => {
    expect(journey().toTheEnd().back().place).toBe('contact-way');
  });
});

test('A question without an answer cannot be passed without saying anything', () => {
  expect(journey().refusalOf({ kind: 'proceed' })).toBe('notHere');
});

test('Language and culture version have to be chosen before the way goes on', () => {
  const visit = new Journey(newVisit(), realPack).proceed();
  expect(visit.place).toBe('language');
  expect(visit.refusalOf({ kind: 'proceed' })).toBe('notHere');
  expect(visit.chooseLanguage('kl').proceed().place).toBe('culture');
  expect(visit.refusalOf({ kind: 'proceed' })).toBe('notHere');
  expect(visit.chooseCulture('greenlandic').proceed().place).toBe('whoCanSee');
});

test('Read back is the end: going on from there is for Send alone', () => {
  expect(journey().toTheEnd().refusalOf({ kind: 'proceed' })).toBe('notHere');
});

describe('An edit at read back', () => {
  test('returns to read back', () => {
    const visit = journey().toTheEnd().edit('strengths');
    expect(visit.place).toBe('strengths');
    expect(visit.answer('strengths', ['music']).place).toBe('readBack');
    expect(visit.toldBack['strengths']).toEqual(['intake.strengths.option.music']);
  });

  test('returns there too when nothing is changed, by Back or by going on', () => {
    expect(journey().toTheEnd().edit('strengths').back().place).toBe('readBack');
    expect(journey().toTheEnd().edit('strengths').proceed().place).toBe('readBack');
  });

  test('asks what became open, then returns', () => {
    const visit = journey().toTheEnd().edit('takes-room').answer('takes-room', ['alcohol', 'hash']);
    expect(visit.place).toBe('last-drink');
    expect(visit.answer('last-drink', ['today']).place).toBe('cannabis-pattern');
    expect(visit.answer('cannabis-pattern', ['weekends']).place).toBe('readBack');
  });

  test('does not come to read back while something is open', () => {
    const visit = journey().toTheEnd().edit('takes-room').answer('takes-room', ['alcohol']).back();
    expect(visit.place).toBe('takes-room');
    expect(visit.back().place).toBe('help-first');
    expect(visit.proceed().place).toBe('last-drink');
    expect(visit.notNow('last-drink').place).toBe('readBack');
  });

  test('takes a hidden answer out and brings it back with its question', () => {
    const visit = journey()
      .until('takes-room')
      .answer('takes-room', ['alcohol'])
      .answer('last-drink', ['this-week'])
      .toTheEnd()
      .edit('takes-room')
      .answer('takes-room', ['gambling']);
    expect(visit.toldBack).not.toHaveProperty('last-drink');
    visit.edit('takes-room').answer('takes-room', ['alcohol']);
    expect(visit.place).toBe('readBack');
    expect(visit.toldBack['last-drink']).toEqual(['intake.last-drink.option.this-week']);
  });

  test('is possible only there, and only for what is shown', () => {
    expect(journey().refusalOf({ kind: 'edit', linkId: 'helper' })).toBe('notHere');
    expect(journey().toTheEnd().refusalOf({ kind: 'edit', linkId: 'last-drink' })).toBe('notHere');
    expect(journey().toTheEnd().refusalOf({ kind: 'edit', linkId: 'constructor' })).toBe('notHere');
  });
});

test('An answer is taken only for the question on the screen', () => {
  const answer = { kind: 'notNow' } as const;
  expect(journey().refusalOf({ kind: 'answer', linkId: 'age', answer })).toBe('notHere');
  expect(journey().toTheEnd().refusalOf({ kind: 'answer', linkId: 'age', answer })).toBe('notHere');
  expect(journey().refusalOf({ kind: 'answer', linkId: 'helper', answer: { kind: 'text', text: 'x' } })).toBe(
    'wrongType',
  );
});
