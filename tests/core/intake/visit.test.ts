import { describe, expect, test } from 'vitest';
import { act } from '../../../core/intake/act.ts';
import {
  answersOf,
  askedVersion,
  visitEventSchema,
  visitSchema,
  type Stage,
  type VisitContext,
} from '../../../core/intake/visit.ts';
import type { Pack } from '../../../core/pack/load.ts';
import { journey, newVisit } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { realPack } from '../../journeys/real-pack.ts';

const NOT_HERE = { ok: false, error: { kind: 'notHere' } };
const given = { language: 'da', culture: 'danish', at: '2026-03-01T10:00:00.000Z', accompanied: false };

function around(pack: Pack): VisitContext {
  return { pack, codeTaken: false, now: '2026-03-01T10:00:00.000Z' };
}

test('A visit begins at the greeting, alone, with nothing chosen or answered', () => {
  expect(newVisit()).toMatchObject({
    stage: { kind: 'greeting' },
    chosen: { language: false, culture: false },
    track: 'whole',
    accompanied: false,
    codeOffered: false,
    aloneOffered: [],
    leftOpen: [],
    answers: {},
  });
  expect(visitSchema.parse(newVisit())).toEqual(newVisit());
});

test('What an object merely inherits is no answer', () => {
  for (const linkId of ['constructor', '__proto__', 'toString']) {
    expect(answersOf(newVisit())(linkId)).toBeUndefined();
    expect(askedVersion(newVisit(), realPack, linkId)).toBe(realPack.danish);
  }
});

test('An item was asked in the version of its answer, or is asked in the one that stands now', () => {
  const { visit } = journey({ culture: 'greenlandic' }).notNow('read-or-listen').chooseCulture('swedish');
  expect(askedVersion(visit, realPack, 'read-or-listen')).toBe(realPack.greenlandic);
  expect(askedVersion(visit, realPack, 'age')).toBe(realPack.swedish);
});

describe('At an item that the version lacks', () => {
  const stage: Stage = { kind: 'question', linkId: 'only-danish', editing: false };
  const visit = { ...journey({ pack: oddPack, culture: 'swedish' }).visit, stage };

  test('no answer is taken', () => {
    const event = { kind: 'answer', linkId: 'only-danish', answer: { kind: 'notNow' } } as const;
    expect(act(visit, event, around(oddPack))).toEqual(NOT_HERE);
  });

  test('the strip leads to what is asked', () => {
    const done = act(visit, { kind: 'setAccompanied', accompanied: true }, around(oddPack));
    expect(done.ok && done.value.stage).toEqual({ kind: 'question', linkId: 'second', editing: false });
  });
});

test('A visit is never changed in place', () => {
  const before = newVisit();
  const copy = structuredClone(before);
  act(before, { kind: 'proceed' }, around(realPack));
  act(before, { kind: 'chooseLanguage', language: 'kl' }, around(realPack));
  act(before, { kind: 'setAccompanied', accompanied: true }, around(realPack));
  expect(before).toEqual(copy);
});

describe('Never done is', () => {
  test('an event of a kind that the types rule out', () => {
    expect(() => act(newVisit(), { kind: 'dance' } as never, around(realPack))).toThrow();
  });

  test.each(['proceed', 'back'] as const)('%s from a stage that the types rule out', (kind) => {
    expect(() => act({ ...newVisit(), stage: { kind: 'dance' } as never }, { kind }, around(realPack))).toThrow();
  });
});

test.each<[string, unknown]>([
  ['an unknown kind', { kind: 'send' }],
  ['an unknown key', { kind: 'proceed', to: 'readBack' }],
  ['an unknown language', { kind: 'chooseLanguage', language: 'en' }],
  ['an unknown dialect', { kind: 'chooseLanguage', language: 'kl-x-qavak' }],
  ['an unknown track', { kind: 'chooseTrack', track: 'long' }],
  ['no word of who is there', { kind: 'setAccompanied' }],
  ['a linkId that is none', { kind: 'edit', linkId: '__proto__' }],
  ['an answer without codes', { kind: 'answer', linkId: 'age', answer: { kind: 'codes', codes: [] } }],
  ['an answer of too many words', { kind: 'answer', linkId: 'age', answer: { kind: 'text', text: 'a'.repeat(2001) } }],
  ['half a day', { kind: 'answer', linkId: 'age', answer: { kind: 'days', daysAgo: [0.5] } }],
  ['a day that has not come', { kind: 'answer', linkId: 'age', answer: { kind: 'days', daysAgo: [-1] } }],
  ['a time without vessels', { kind: 'answer', linkId: 'age', answer: { kind: 'episodes', episodes: [] } }],
  ['an answer that no person gives', { kind: 'answer', linkId: 'age', answer: { kind: 'notAsked', why: 'leftOpen' } }],
  ['nothing', null],
])('An event with %s is refused at the edge', (_, event) => {
  expect(visitEventSchema.safeParse(event).success).toBe(false);
});

test.each<[string, object]>([
  ['another format', { format: 1 }],
  ['an unknown key', { note: 'x' }],
  ['a stage that is none', { stage: { kind: 'question' } }],
  ['an answer under no linkId', { answers: { 'Not a linkId': { ...given, answer: { kind: 'notNow' } } } }],
  ['an answer of no language', { answers: { age: { ...given, language: undefined, answer: { kind: 'notNow' } } } }],
  ['an answer given at no moment', { answers: { age: { ...given, at: 'today', answer: { kind: 'notNow' } } } }],
  ['an item left open that is none', { leftOpen: ['Not a linkId'] }],
])('A kept visit with %s is refused', (_, more) => {
  expect(visitSchema.safeParse({ ...newVisit(), ...more }).success).toBe(false);
});
