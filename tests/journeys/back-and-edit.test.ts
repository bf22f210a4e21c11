import { describe, expect, test } from 'vitest';
import { Journey, journey, newVisit } from './journey.ts';
import { oddPack } from './odd-pack.ts';
import { realPack } from './real-pack.ts';

describe('Back', () => {
  test('leads over every start screen to the greeting, and no further', () => {
    const visit = journey();
    const places: string[] = [];
    while (visit.place !== 'greeting') places.push(visit.back().place);
    expect(places).toEqual(['track', 'whoCanSee', 'culture', 'language', 'greeting']);
    expect(visit.refusalOf({ kind: 'back' })).toBe('notHere');
  });

  test('shows what was answered, which stands when the person goes on', () => {
    const visit = journey().answer('read-or-listen', ['both']).back();
    expect(visit.standing).toEqual({ kind: 'codes', codes: ['both'] });
    expect(visit.proceed().place).toBe('helper');
    expect(visit.visit.answers['read-or-listen']?.answer).toEqual({ kind: 'codes', codes: ['both'] });
  });

  test('leads over what was met, the other way round', () => {
    const visit = journey().until('takes-room').answer('takes-room', ['alcohol']).until('shaking');
    const there = [...visit.asked];
    expect(there.slice(0, -1).map(() => visit.back().place)).toEqual(there.toReversed().slice(1));
  });

  test('far back and on again comes to what is open, and asks nothing a second time', () => {
    const visit = journey().until('interpreter');
    for (let steps = 0; steps < 4; steps += 1) visit.back();
    expect(visit.proceed().place).toBe('interpreter');
  });

  test('steps over questions that are hidden', () => {
    const visit = journey().until('anonymity').answer('anonymity', ['code-only']).passOffer();
    expect(visit.place).toBe('age');
    expect(visit.back().place).toBe('anonymity');
  });

  test('from read back leads to the last question', () => {
    expect(journey().toTheEnd().back().place).toBe('most-important');
  });
});

test('A question without an answer cannot be passed without saying anything', () => {
  expect(journey().refusalOf({ kind: 'proceed' })).toBe('notHere');
});

test('Language, culture version and track have to be chosen before the way goes on', () => {
  const visit = new Journey(newVisit(), realPack).proceed();
  expect(visit.place).toBe('language');
  expect(visit.refusalOf({ kind: 'proceed' })).toBe('notHere');
  expect(visit.chooseLanguage('kl-tunumiit').proceed().place).toBe('culture');
  expect(visit.refusalOf({ kind: 'proceed' })).toBe('notHere');
  expect(visit.chooseCulture('greenlandic').proceed().place).toBe('whoCanSee');
  expect(visit.proceed().place).toBe('track');
  expect(visit.refusalOf({ kind: 'proceed' })).toBe('notHere');
  expect(visit.chooseTrack('short').place).toBe('helper');
});

test('Read back is the end: going on from there is for Send alone', () => {
  expect(journey().toTheEnd().refusalOf({ kind: 'proceed' })).toBe('notHere');
});

/** Somebody who does not drink, on the short track, told back. */
function gambling(): Journey {
  return journey({ track: 'short' }).until('takes-room').answer('takes-room', ['gambling']).toTheEnd();
}

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
    const visit = gambling().edit('takes-room').answer('takes-room', ['alcohol', 'hash']);
    expect(visit.place).toBe('last-drink');
    expect(visit.answer('last-drink', ['today']).place).toBe('cannabis-pattern');
    expect(visit.answer('cannabis-pattern', ['weekends']).place).toBe('shaking');
    expect(visit.answer('shaking', ['no']).place).toBe('readBack');
  });

  test('comes back by Back from what became open, to be taken back or gone on with', () => {
    const visit = journey({ track: 'short' }).toTheEnd().edit('takes-room').answer('takes-room', ['hash']);
    const came = visit.place;
    while (visit.place !== 'takes-room') visit.back();
    expect(visit.copy().proceed().place).toBe(came);
    expect(visit.answer('takes-room', ['tobacco']).place).toBe('readBack');
  });

  test('ends by Back only when nothing became open that never came up', () => {
    const visit = journey({ culture: 'danish' }).toTheEnd().edit('strengths').chooseCulture('greenlandic');
    expect(visit.back().place).not.toBe('readBack');
    expect(visit.toTheEnd().open).toBe(0);
  });

  test('leads by Back from what came up first of all to the screen before it, and from there to the end', () => {
    const visit = journey({ culture: 'danish', pack: oddPack }).toTheEnd().edit('first').chooseCulture('greenlandic');
    expect(visit.place).toBe('first');
    expect(visit.back().place).toBe('near');
    expect(visit.back().place).toBe('track');
    expect(visit.chooseTrack('whole').toTheEnd().open).toBe(0);
  });

  test('takes a hidden answer out and brings it back with its question', () => {
    const visit = journey()
      .until('takes-room')
      .answer('takes-room', ['alcohol'])
      .until('last-drink')
      .answer('last-drink', ['this-week'])
      .toTheEnd()
      .edit('takes-room')
      .answer('takes-room', ['tobacco']);
    expect(visit.place).toBe('readBack');
    expect(visit.toldBack).not.toHaveProperty('last-drink');
    visit.edit('takes-room').answer('takes-room', ['alcohol']);
    expect(visit.place).toBe('readBack');
    expect(visit.toldBack['last-drink']).toEqual(['intake.last-drink.option.this-week']);
  });

  test('is possible only there, and only for what is shown and answered', () => {
    const short = gambling();
    expect(journey().refusalOf({ kind: 'edit', linkId: 'helper' })).toBe('notHere');
    expect(short.refusalOf({ kind: 'edit', linkId: 'last-drink' })).toBe('notHere');
    expect(short.refusalOf({ kind: 'edit', linkId: 'mood' })).toBe('notHere');
    expect(short.refusalOf({ kind: 'edit', linkId: 'constructor' })).toBe('notHere');
    expect(short.refusalOf({ kind: 'edit', linkId: 'helper' })).toBeNull();
  });
});

test('An answer is taken only for the question on the screen, and only of its kind', () => {
  const answer = { kind: 'notNow' } as const;
  expect(journey().refusalOf({ kind: 'answer', linkId: 'age', answer })).toBe('notHere');
  expect(journey().toTheEnd().refusalOf({ kind: 'answer', linkId: 'age', answer })).toBe('notHere');
  const words = { kind: 'answer', linkId: 'read-or-listen', answer: { kind: 'text', text: 'x' } } as const;
  expect(journey().refusalOf(words)).toBe('wrongType');
});

test('Every kind of answer is told back as it was given', () => {
  const visit = journey({ culture: 'greenlandic' })
    .until('people')
    .placePeople('people', ['namesake', 'in-thought'], ['friends', 'here'])
    .until('takes-room')
    .answer('takes-room', ['alcohol'])
    .answer('own-word', 'Immiaaraq')
    .until('last-drink')
    .answer('last-drink', ['this-week'])
    .until('last-times')
    .drank('last-times', {
      drinks: [
        { container: 'can-33', count: 6 },
        { container: 'shot', count: 2 },
      ],
      share: 'half',
      company: 'friends',
    })
    .markDays('days-without', 3, 0, 3)
    .toTheEnd();
  expect(visit.toldBack).toMatchObject({
    people: [
      'intake.people.who.namesake in intake.people@greenlandic.ring.in-thought',
      'intake.people.who.friends in intake.people.ring.here',
    ],
    'own-word': ['Immiaaraq'],
    'last-times': [
      '6 × intake.last-times.container.can-33',
      '2 × intake.last-times.container.shot',
      'intake.last-times.share.half',
      'intake.last-times.company.friends',
    ],
    'days-without': ['2 of 28'],
    helper: ['intake.nonAnswer@greenlandic.notNow'],
  });
  const swedish = journey({ culture: 'swedish' })
    .until('takes-room')
    .answer('takes-room', ['alcohol'])
    .until('days-without')
    .answer('days-without', 12)
    .toTheEnd();
  expect(swedish.toldBack['days-without']).toEqual(['12']);
});
