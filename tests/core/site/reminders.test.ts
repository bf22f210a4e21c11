import { expect, test } from 'vitest';
import { areNumbersDue, isDrillDue } from '../../../core/site/reminders.ts';

const today = { year: 2026, month: 3, day: 2, weekday: 1 };

test.each([
  [null, true],
  ['2026-03-02', false],
  ['2026-01-30', false],
  ['2026-01-29', true],
  ['2026-03-03', true],
])('Numbers that were rung on %s are due again: %s', (day, isDue) => {
  expect(areNumbersDue(day, today)).toBe(isDue);
});

test.each([
  [null, true],
  ['2025-11-30', false],
  ['2025-11-29', true],
  ['2026-03-03', true],
])('What was tried out on %s is due again: %s', (day, isDue) => {
  expect(isDrillDue(day, today)).toBe(isDue);
});
