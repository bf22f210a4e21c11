import { describe, expect, test } from 'vitest';
import { act, answersOf, askedVersion, visitEventSchema, visitSchema, type Stage } from '../../../core/intake/visit.ts';
import { journey, newVisit } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { realPack } from '../../journeys/real-pack.ts';

const context = { pack: realPack, codeTaken: false };

test('A visit begins at the greeting, with nothing chosen or answered', () => {
  expect(newVisit()).toMatchObject({
    stage: { kind: 'greeting' },
    chosen: { language: false, culture: false },
    codeOffered: false,
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
  const { visit } = journey({ culture: 'greenlandic' }).notNow('helper').chooseCulture('swedish');
  expect(askedVersion(visit, realPack, 'helper')).toBe(realPack.greenlandic);
  expect(askedVersion(visit, realPack, 'age')).toBe(realPack.swedish);
});

test('An item that the version lacks cannot be answered', () => {
  const stage: Stage = { kind: 'question', linkId: 'only-danish', editing: false };
  const visit = { ...journey({ pack: oddPack, culture: 'swedish' }).visit, stage };
  const event = { kind: 'answer', linkId: 'only-danish', answer: { kind: 'notNow' } } as const;
  expect(act(visit, event, { pack: oddPack, codeTaken: false })).toEqual({ ok: false, error: { kind: 'notHere' } });
});

test('A visit is never changed in place', () => {
  const before = newVisit();
  const copy = structuredClone(before);
  act(before, { kind: 'proceed' }, context);
  act(before, { kind: 'chooseLanguage', language: 'kl' }, context);
  expect(before).toEqual(copy);
});

describe('Never done is', () => {
  test('an event of a kind that the types rule out', () => {
    expect(() => act(newVisit(), { kind: 'dance' } as never, context)).toThrow();
  });

  test.each(['proceed', 'back'] as const)('%s from a stage that the types rule out', (kind) => {
    expect(() => act({ ...newVisit(), stage: { kind: 'dance' } as never }, { kind }, context)).toThrow();
  });
});

test.each<[string, unknown]>([
  ['an unknown kind', { kind: 'send' }],
  ['an unknown key', { kind: 'proceed', to: 'readBack' }],
  ['an unknown language', { kind: 'chooseLanguage', language: 'en' }],
  ['a linkId that is none', { kind: 'edit', linkId: '__proto__' }],
  ['an answer without codes', { kind: 'answer', linkId: 'age', answer: { kind: 'codes', codes: [] } }],
  ['an answer of too many words', { kind: 'answer', linkId: 'age', answer: { kind: 'text', text: 'a'.repeat(2001) } }],
  ['nothing', null],
])('An event with %s is refused at the edge', (_, event) => {
  expect(visitEventSchema.safeParse(event).success).toBe(false);
});

test.each<[string, object]>([
  ['another format', { format: 2 }],
  ['an unknown key', { note: 'x' }],
  ['a stage that is none', { stage: { kind: 'question' } }],
  [
    'an answer under no linkId',
    { answers: { 'Not a linkId': { answer: { kind: 'notNow' }, language: 'da', culture: 'danish' } } },
  ],
  ['an answer of no language', { answers: { age: { answer: { kind: 'notNow' }, culture: 'danish' } } }],
])('A kept visit with %s is refused', (_, more) => {
  expect(visitSchema.safeParse({ ...newVisit(), ...more }).success).toBe(false);
});
