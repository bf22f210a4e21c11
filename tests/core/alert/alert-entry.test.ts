import { expect, test } from 'vitest';
import { alertEntrySchema, factsOf } from '../../../core/alert/alert-entry.ts';
import { raiseAlert, stepAlert, type Alert, type AlertEvent } from '../../../core/alert/alert.ts';

const WAITS = { secondPersonAfter: 60, numbersAfter: 120 };
const START = raiseAlert(null, 'danger', { number: 7, nowMs: 0, hasChannel: true });

/** Everything that is written down of a call, in order. */
function told(...events: readonly AlertEvent[]): readonly unknown[] {
  let alert: Alert | null = START;
  const facts: unknown[] = [...factsOf(null, alert, null)];
  for (const event of events) {
    const after: Alert | null = alert === null ? null : stepAlert(alert, event, WAITS);
    facts.push(...factsOf(alert, after, event.kind));
    alert = after;
  }
  return facts;
}

test('A call is written down from its beginning to the note', () => {
  expect(
    told(
      { kind: 'channelFailed' },
      { kind: 'soundFailed' },
      { kind: 'saySafe' },
      { kind: 'setAside' },
      { kind: 'passed', nowMs: 60_000 },
      { kind: 'channelAnswered' },
      { kind: 'passed', nowMs: 120_000 },
      { kind: 'here' },
      { kind: 'note', note: 'rang112' },
      { kind: 'finish' },
    ),
  ).toEqual([
    { kind: 'raised', why: 'danger' },
    { kind: 'channelFailed' },
    { kind: 'soundFailed' },
    { kind: 'saidSafe' },
    { kind: 'second' },
    { kind: 'channelAnswered' },
    { kind: 'numbers' },
    { kind: 'here' },
    { kind: 'noted', note: 'rang112' },
    { kind: 'over' },
  ]);
});

test.each([
  ['that somebody came to', 'here', [{ kind: 'here' }, { kind: 'over' }]],
  ['that was called off', 'callOff', [{ kind: 'over' }]],
] as const)('A call for help %s says so', (_, kind, facts) => {
  const fetch = raiseAlert(null, 'fetch', { number: 7, nowMs: 0, hasChannel: true });
  expect(factsOf(fetch, stepAlert(fetch, { kind }, WAITS), kind)).toEqual(facts);
});

test('A call that replaces another is a new one', () => {
  const next = raiseAlert(null, 'danger', { number: 8, nowMs: 0, hasChannel: true });
  expect(factsOf(START, next, null)).toEqual([{ kind: 'raised', why: 'danger' }]);
});

test('Nothing is written down where nothing changed', () => {
  expect(factsOf(START, START, 'here')).toEqual([]);
  expect(factsOf(null, null, 'here')).toEqual([]);
  expect(factsOf(START, { ...START, isSetAside: true }, 'setAside')).toEqual([]);
});

test('A line holds codes and times and has no room for words', () => {
  const line = { at: '2026-03-04T10:00:00.000Z', alert: 1, kind: 'noted', note: 'stayed' };
  expect(alertEntrySchema.safeParse(line).success).toBe(true);
  expect(alertEntrySchema.safeParse({ ...line, note: 'she said' }).success).toBe(false);
  expect(alertEntrySchema.safeParse({ ...line, words: 'she said' }).success).toBe(false);
});
