import { describe, expect, test } from 'vitest';
import type { ToldCall, VisitCall } from '../../../core/alert/told-call.ts';
import { composeIntake } from '../../../core/intake/compose-intake.ts';
import { MAX_CALLS, type Flag } from '../../../core/intake/intake.ts';
import { journey, type Journey } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { sourceOf } from './example-source.ts';

describe('A flag', () => {
  const flagsOf = (visit: Journey): readonly Flag[] => composeIntake(sourceOf(visit)).flags;

  test('names its rule, its level, the items that reach it, and when the last of their answers was given', () => {
    const visit = journey()
      .until('takes-room')
      .answer('takes-room', ['other-drugs'])
      .until('other-substances')
      .answer('other-substances', ['opioids'])
      .until('mixing')
      .answer('mixing', ['alone'])
      .toTheEnd();
    expect(flagsOf(visit)).toEqual([
      {
        rule: 'opioids-alone',
        level: 'amber',
        linkIds: ['other-substances', 'mixing'],
        at: visit.visit.answers['mixing']?.at,
      },
    ]);
    visit.edit('other-substances').answer('other-substances', ['opioids', 'cocaine']);
    expect(flagsOf(visit)[0]?.at).toBe(visit.visit.answers['other-substances']?.at);
  });

  test('of a rule about what was not said is of the time when the visit began', () => {
    const [rule] = oddPack.danish.safety;
    if (rule === undefined) throw new Error('The odd pack has no rules');
    const enableWhen = [{ question: 'third', operator: 'exists', answerBoolean: false } as const];
    const pack = { ...oddPack, danish: { ...oddPack.danish, safety: [{ ...rule, enableWhen }] } };
    const visit = journey({ pack }).notNow('first').tellBack();
    expect(flagsOf(visit)).toMatchObject([{ linkIds: ['third'], at: visit.visit.startedAt }]);
  });

  test('of level red stands first', () => {
    const visit = journey().until('takes-room').answer('takes-room', ['alcohol']).until('shaking');
    visit.answer('shaking', ['now']).answer('fits', ['now']);
    expect(flagsOf(visit).map(({ rule }) => rule)).toEqual(['fits-now', 'shaking-now']);
  });
});

describe('A call for a person of the house', () => {
  const at = '2026-03-01T10:11:00.000Z';
  const red = { number: 4, at, level: 'red' } as const;
  const amber = { number: 5, at, level: 'amber' } as const;
  const told = (level: 'red' | 'amber'): ToldCall => ({
    ...{ level, calledAt: at, channelAfterSeconds: null, hereAfterSeconds: 45 },
    ...{ secondAfterSeconds: null, numbersAfterSeconds: null, note: null },
  });
  const levels = (visit: Journey): readonly string[] => {
    const called = { ...visit.visit, calls: [red, amber] };
    const toldCalls = (calls: readonly VisitCall[]): ToldCall[] => calls.map(({ level }) => told(level));
    return composeIntake(sourceOf(visit, { visit: called, toldCalls })).calls.map(({ level }) => level);
  };
  const withUse = (): Journey => journey().until('takes-room').answer('takes-room', ['alcohol']).until('shaking');

  test.each([
    [
      'while a red answer stands, all of them',
      (): Journey => withUse().answer('shaking', ['now']).answer('fits', ['now']),
      ['red', 'amber'],
    ],
    [
      'while only a milder one stands, none that was about danger',
      (): Journey => withUse().answer('shaking', ['now']),
      ['amber'],
    ],
    ['once no such answer stands, none', (): Journey => withUse(), []],
  ])('goes with the intake %s', (_, visit, expected) => {
    expect(levels(visit())).toEqual(expected);
  });

  test('is left out where more were made than an intake holds', () => {
    const visit = withUse().answer('shaking', ['now']);
    const calls = Array.from({ length: MAX_CALLS + 1 }, (_, index) => ({ ...amber, number: index + 1 }));
    const toldCalls = (each: readonly VisitCall[]): ToldCall[] => each.map(({ level }) => told(level));
    const intake = composeIntake(sourceOf(visit, { visit: { ...visit.visit, calls }, toldCalls }));
    expect(intake.calls).toHaveLength(MAX_CALLS);
  });
});
