import { describe, expect, test } from 'vitest';
import { CULTURES } from '../../core/basics/language.ts';
import { composeIntake } from '../../core/intake/compose-intake.ts';
import { sourceOf } from '../core/intake/example-source.ts';
import { journey, type Journey } from './journey.ts';

function reasons(visit: Journey): readonly string[] {
  const { answers } = composeIntake(sourceOf(visit));
  return [...new Set(answers.flatMap(({ said }) => (said.kind === 'notAsked' ? said.why : 'said')))].sort();
}

describe.each(CULTURES)('Who goes to the end early in the %s version', (culture) => {
  const early = (): Journey => journey({ culture }).until('help-first').answer('help-first', ['sleep']).tellBack();

  test('is told back what there is, and how much is open', () => {
    const visit = early();
    expect(visit.place).toBe('readBack');
    expect(Object.keys(visit.toldBack)).toEqual(visit.asked.slice(0, -1));
    expect(visit.open).toBeGreaterThan(20);
  });

  test('sends the rest as left open', () => {
    expect(reasons(early())).toEqual(['leftOpen', 'said']);
  });

  test('goes on where it stopped when answering more, and is asked nothing twice', () => {
    const visit = early();
    const stopped = visit.asked.at(-1);
    expect(visit.answerMore().place).toBe(stopped);
    const told = visit.toTheEnd().asked.toSpliced(-visit.asked.length, 0);
    expect(new Set(told).size).toBe(told.length - 1);
    expect(reasons(visit)).toEqual(['said']);
  });

  test('stays at the end after changing an answer there', () => {
    expect(early().edit('help-first').answer('help-first', ['home']).place).toBe('readBack');
  });

  test('is asked what a changed answer opens', () => {
    const visit = journey({ culture }).until('takes-room').notNow('takes-room').tellBack();
    expect(visit.edit('takes-room').answer('takes-room', ['alcohol']).place).toBe('own-word');
  });
});

test('Who takes the short track sends the rest as not asked on it', () => {
  expect(reasons(journey({ track: 'short' }).toTheEnd())).toEqual(['said', 'shortTrack']);
});

test('Who leaves the short track early sends both reasons', () => {
  expect(reasons(journey({ track: 'short' }).until('age').tellBack())).toEqual(['leftOpen', 'said', 'shortTrack']);
});

test('With a helper, what is asked only alone keeps that reason at an early end', () => {
  expect(reasons(journey({ helped: true }).until('age').tellBack())).toEqual(['helperPresent', 'leftOpen', 'said']);
});

test('Nothing can be told back before anything was said', () => {
  expect(journey().refusalOf({ kind: 'tellBack' })).toBe('notHere');
});

test('An early end is possible at a question and at the offer to answer alone, and nowhere else', () => {
  const helped = journey({ helped: true }).until('offerAlone');
  expect(helped.refusalOf({ kind: 'tellBack' })).toBeNull();
  expect(journey().toTheEnd().refusalOf({ kind: 'tellBack' })).toBe('notHere');
  expect(journey().notNow('read-or-listen').back().back().refusalOf({ kind: 'tellBack' })).toBe('notHere');
});

test('Going to the end twice leaves open what is open then', () => {
  const visit = journey().until('age').tellBack().answerMore().until('good-day').tellBack();
  expect(reasons(visit)).toEqual(['leftOpen', 'said']);
  expect(visit.visit.leftOpen).not.toContain('age');
});
