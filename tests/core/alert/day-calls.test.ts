import { expect, test } from 'vitest';
import type { AlertEntry } from '../../../core/alert/alert-entry.ts';
import { dayCalls } from '../../../core/alert/day-calls.ts';

const at = (time: string): string => `2026-03-02T${time}.000Z`;
const isOfDay = (moment: string): boolean => moment.startsWith('2026-03-02');

test('The calls of a day are told with how long they took, the last one first', () => {
  const entries: readonly AlertEntry[] = [
    { at: '2026-03-01T20:00:00.000Z', alert: 1, kind: 'raised', why: 'danger' },
    { at: at('08:00:00'), alert: 2, kind: 'raised', why: 'test' },
    { at: at('08:00:12'), alert: 2, kind: 'here' },
    { at: at('08:00:12'), alert: 2, kind: 'over' },
    { at: at('10:00:00'), alert: 3, kind: 'raised', why: 'danger' },
    { at: at('10:01:00'), alert: 3, kind: 'second' },
    { at: at('10:02:00'), alert: 3, kind: 'numbers' },
    { at: at('10:02:30'), alert: 3, kind: 'here' },
    { at: at('10:03:00'), alert: 3, kind: 'noted', note: 'doctor' },
    { at: at('10:30:00'), alert: 4, kind: 'raised', why: 'fetch' },
  ];
  const quiet = { wasSecondCalled: false, wereNumbersShown: false, isOver: false };
  expect(dayCalls(entries, isOfDay)).toEqual([
    { ...quiet, number: 4, at: at('10:30:00'), isTest: false, hereAfterSeconds: null },
    {
      ...{ number: 3, at: at('10:00:00'), isTest: false, hereAfterSeconds: 150 },
      ...{ wasSecondCalled: true, wereNumbersShown: true, isOver: false },
    },
    { ...quiet, number: 2, at: at('08:00:00'), isTest: true, hereAfterSeconds: 12, isOver: true },
  ]);
});

test('Neither the reason of a call nor what was noted is told', () => {
  const told = (why: 'danger' | 'fetch'): string =>
    JSON.stringify(
      dayCalls(
        [
          { at: at('10:00:00'), alert: 1, kind: 'raised', why },
          { at: at('10:01:00'), alert: 1, kind: 'here' },
          { at: at('10:02:00'), alert: 1, kind: 'noted', note: 'rang112' },
        ],
        isOfDay,
      ),
    );
  expect(told('danger')).toBe(told('fetch'));
  expect(told('danger')).not.toContain('112');
});

test('Two calls that got one number are two, and a clock that was set back counts as nothing', () => {
  const calls = dayCalls(
    [
      { at: at('10:00:00'), alert: 1, kind: 'raised', why: 'fetch' },
      { at: at('09:59:00'), alert: 1, kind: 'here' },
      { at: at('11:00:00'), alert: 1, kind: 'raised', why: 'fetch' },
    ],
    isOfDay,
  );
  expect(calls.map(({ hereAfterSeconds }) => hereAfterSeconds)).toEqual([null, 0]);
});
