import { expect, test } from 'vitest';
import type { Stage, Visit } from '../../../core/intake/visit.ts';
import { stopFact } from '../../../core/numbers/visit-facts.ts';
import { newVisit } from '../../journeys/journey.ts';
import { realPack } from '../../journeys/real-pack.ts';

const GIVEN = { language: 'da', culture: 'danish', at: '2026-03-01T10:00:00.000Z', accompanied: false } as const;
const nobodyAsked = (stage: Stage): Visit => ({ ...newVisit(), stage });
const answered = (stage: Stage): Visit => ({
  ...nobodyAsked(stage),
  answers: { mood: { ...GIVEN, answer: { kind: 'notNow' } } },
});
const question = (linkId: string): Stage => ({ kind: 'question', linkId, editing: false });

test.each([
  ['the greeting', nobodyAsked({ kind: 'greeting' }), null],
  ['the greeting, come back to', answered({ kind: 'greeting' }), null],
  ['the choice of a language', nobodyAsked({ kind: 'language' }), null],
  ['what is told before the questions', nobodyAsked({ kind: 'whoCanSee' }), { kind: 'turnedAway', at: 'whoCanSee' }],
  ['the same after a question', answered({ kind: 'whoCanSee' }), { kind: 'stopped', at: 'whoCanSee' }],
  ['a question', nobodyAsked(question('mood')), { kind: 'stopped', at: 'mood' }],
  ['a question that no version asks any more', nobodyAsked(question('gone')), null],
])('A visit that ends at %s', (_title, visit, fact) => {
  expect(stopFact(visit, realPack)).toEqual(fact);
});
