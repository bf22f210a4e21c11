import { expect, test } from 'vitest';
import { dayOfWaiting } from '../../../core/site/waiting-day.ts';

test.each([
  ['on the day of Send', '2026-03-04T22:30:00.000Z', 1],
  ['after midnight at the site, before midnight in UTC', '2026-03-04T23:30:00.000Z', 2],
  ['two weeks later', '2026-03-17T12:00:00.000Z', 14],
  ['by a clock that was set back', '2026-03-01T12:00:00.000Z', null],
])('%s the day of waiting is counted in days of the site', (_, now, day) => {
  expect(dayOfWaiting('2026-03-04T10:00:00.000Z', Date.parse(now), 'Europe/Copenhagen')).toBe(day);
});
