import { expect, test } from 'vitest';
import type { AlertEntry, AlertFact } from '../../../core/alert/alert-entry.ts';
import { toldCalls, type VisitCall } from '../../../core/alert/told-call.ts';

const CALLED_AT = '2026-03-04T10:00:00.000Z';
const CALL: VisitCall = { number: 7, at: CALLED_AT, level: 'red' };
const NOTHING = {
  ...{ level: 'red', calledAt: CALLED_AT, channelAfterSeconds: null, hereAfterSeconds: null },
  ...{ secondAfterSeconds: null, numbersAfterSeconds: null, note: null },
};

/** A line of the list, so many seconds after the call. */
function line(seconds: number, fact: AlertFact, alert = 7): AlertEntry {
  return { at: new Date(Date.parse(CALLED_AT) + seconds * 1000).toISOString(), alert, ...fact };
}

const RAISED = line(0, { kind: 'raised', why: 'danger' });

test('A call is told with everything that was done, in seconds from the call', () => {
  const entries = [
    RAISED,
    line(1, { kind: 'channelFailed' }),
    line(60, { kind: 'second' }),
    line(61.6, { kind: 'channelAnswered' }),
    line(70, { kind: 'saidSafe' }),
    line(120, { kind: 'numbers' }),
    line(130, { kind: 'here' }),
    line(400, { kind: 'noted', note: 'rang112' }),
    line(500, { kind: 'over' }),
  ];
  expect(toldCalls(entries, [CALL])).toEqual([
    {
      ...{ level: 'red', calledAt: CALLED_AT, channelAfterSeconds: 62, hereAfterSeconds: 130 },
      ...{ secondAfterSeconds: 60, numbersAfterSeconds: 120, note: 'rang112' },
    },
  ]);
});

test('A call that nobody has answered is told as that', () => {
  expect(toldCalls([RAISED], [CALL])).toEqual([NOTHING]);
});

test('Who answers twice is told by the first time', () => {
  const entries = [RAISED, line(5, { kind: 'channelAnswered' }), line(65, { kind: 'channelAnswered' })];
  expect(toldCalls(entries, [CALL])).toEqual([{ ...NOTHING, channelAfterSeconds: 5 }]);
});

test('A clock that was set back makes nobody come before the call', () => {
  expect(toldCalls([RAISED, line(-3600, { kind: 'here' })], [CALL])).toEqual([{ ...NOTHING, hereAfterSeconds: 0 }]);
});

test('What was done at another call belongs to that call', () => {
  const other = [line(10, { kind: 'raised', why: 'fetch' }, 8), line(12, { kind: 'here' }, 8)];
  const amber: VisitCall = { number: 8, at: other[0]?.at ?? '', level: 'amber' };
  expect(toldCalls([RAISED, ...other], [CALL])).toEqual([NOTHING]);
  expect(toldCalls([RAISED, ...other], [CALL, amber])).toMatchObject([
    NOTHING,
    { level: 'amber', hereAfterSeconds: 2 },
  ]);
});

test('After a lost list nobody else’s call of the same number is told', () => {
  expect(toldCalls([], [CALL])).toEqual([]);
  expect(toldCalls([line(900, { kind: 'raised', why: 'danger' }), line(960, { kind: 'here' })], [CALL])).toEqual([]);
});
