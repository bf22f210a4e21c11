import { describe, expect, test } from 'vitest';
import { act } from '../../../core/intake/act.ts';
import { bringsDanger } from '../../../core/intake/safety-step.ts';
import type { Visit } from '../../../core/intake/visit.ts';
import { visitSchema } from '../../../core/intake/visit.ts';
import { journey, newVisit, type Journey } from '../../journeys/journey.ts';
import { realPack } from '../../journeys/real-pack.ts';

const urgent = (): Journey => journey({ track: 'short' }).until('urgent');
const offerOf = (visit: Journey) => visit.view.safety.offer;

/** Whether what a person did from one moment to the other brought danger. */
function danger(before: Visit, after: Visit): boolean {
  return bringsDanger(before, after, realPack);
}

describe('The offer of a person', () => {
  test('comes with the answer that brings a milder rule, and asks whether now or later', () => {
    const visit = urgent();
    expect(offerOf(visit)).toBeNull();
    expect(offerOf(visit.decline('urgent', 'tellAPerson'))).toEqual({ tips: [], asksNowOrLater: true });
  });

  test('brings the advice of its rule, without saying which rule it is', () => {
    const visit = journey({ track: 'short' }).until('takes-room').answer('takes-room', ['alcohol']).until('shaking');
    expect(offerOf(visit.answer('shaking', ['earlier']))).toEqual({
      tips: ['doNotStopSuddenly'],
      asksNowOrLater: false,
    });
  });

  test('stands until the person goes on, and does not come again for the same rule', () => {
    const visit = urgent().decline('urgent', 'tellAPerson');
    expect(offerOf(visit.leaveOffer())).toBeNull();
    visit.back().decline('urgent', 'tellAPerson');
    expect(offerOf(visit)).toBeNull();
    expect(visit.visit.rulesTold).toEqual(['urgent-to-a-person']);
  });

  test('goes when the answer that brought it is taken back', () => {
    const visit = urgent().decline('urgent', 'tellAPerson').back().answer('urgent', ['no']);
    expect(offerOf(visit)).toBeNull();
  });

  test('does not come for danger, which calls a person instead', () => {
    expect(offerOf(urgent().answer('urgent', ['body-now']))).toBeNull();
  });

  test('is closed by nobody where none stands, and loses nothing', () => {
    const before = newVisit();
    const context = { pack: realPack, codeTaken: false, now: before.startedAt };
    expect(act(before, { kind: 'leaveOffer' }, context)).toEqual({ ok: true, value: before });
  });
});

describe('Danger', () => {
  test('is brought by an answer that speaks of it, and by no other', () => {
    const before = urgent().visit;
    expect(danger(before, urgent().answer('urgent', ['body-now']).visit)).toBe(true);
    expect(danger(before, urgent().answer('urgent', ['something-else']).visit)).toBe(false);
  });

  test('is not brought again by the same answer, but by another one, or by one that was taken back before', () => {
    const said = urgent().answer('urgent', ['body-now']);
    const saidBefore = said.visit;
    expect(danger(saidBefore, said.back().answer('urgent', ['body-now']).visit)).toBe(false);
    expect(danger(saidBefore, said.back().answer('urgent', ['threatened-now']).visit)).toBe(true);
    const takenBack = said.back().answer('urgent', ['no']).visit;
    expect(danger(takenBack, said.back().answer('urgent', ['body-now']).visit)).toBe(true);
  });

  test('is not brought by milder answers after it', () => {
    const visit = urgent().answer('urgent', ['body-now']);
    const before = visit.visit;
    expect(danger(before, visit.until('help-first').visit)).toBe(false);
  });
});

test('A draft of before there were offers opens, with nothing told', () => {
  const { rulesTold, rulesOffered, ...older } = newVisit();
  expect([rulesTold, rulesOffered]).toEqual([[], []]);
  expect(visitSchema.parse(older)).toEqual(newVisit());
});
