import { expect, test } from 'vitest';
import { latenessOf } from '../../../core/outbox/lateness.ts';

const timeZone = 'America/Nuuk';
// 4 March 2026 is a Wednesday. In Nuuk it is two hours earlier than in UTC.
const SEALED = '2026-03-04T15:00:00.000Z';

test.each([
  ['on the day itself', '2026-03-04T23:00:00Z', 'inTime'],
  ['on the next working day', '2026-03-05T23:00:00Z', 'inTime'],
  ['when one working day lies between', '2026-03-06T12:00:00Z', 'late'],
  ['a little before that day begins at the site', '2026-03-06T01:30:00Z', 'inTime'],
  ['over the weekend', '2026-03-08T12:00:00Z', 'late'],
  ['on Monday: Thursday and Friday lie between', '2026-03-09T12:00:00Z', 'late'],
  ['on Tuesday: three lie between', '2026-03-10T12:00:00Z', 'veryLate'],
  ['years later', '2036-03-10T12:00:00Z', 'veryLate'],
  ['when the clock was set back', '2025-03-10T12:00:00Z', 'inTime'],
] as const)('%s a house without hours counts Monday to Friday', (_, now, lateness) => {
  expect(latenessOf(SEALED, Date.parse(now), { openingHours: [], timeZone })).toBe(lateness);
});

test('a house that is open on Mondays only counts Mondays', () => {
  const days = { openingHours: [{ weekday: 1, from: '10:00', to: '14:00' }], timeZone };
  const at = (now: string) => latenessOf(SEALED, Date.parse(now), days);
  expect(at('2026-03-09T20:00:00Z')).toBe('inTime');
  expect(at('2026-03-10T12:00:00Z')).toBe('late');
  expect(at('2026-03-24T12:00:00Z')).toBe('veryLate');
});
