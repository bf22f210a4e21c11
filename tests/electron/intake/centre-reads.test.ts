import { describe, expect, test } from 'vitest';
import { EXAMPLE_SITE } from '../../../centre/example-site.ts';
import { centreReadsNext } from '../../../electron/intake/centre-reads.ts';

const MONDAY = 1;
const THURSDAY = 4;
const SUNDAY = 7;

/** When a centre with these reading days reads next, as YYYY-MM-DD and the number of the weekday. */
function nextAfter(moment: string, weekdays: readonly number[], timeZone = 'Europe/Copenhagen'): string | null {
  const centreReads = weekdays.map((weekday) => ({ weekday, from: '09:00' }));
  const found = centreReadsNext({ ...EXAMPLE_SITE, timeZone, centreReads }, Date.parse(moment));
  if (found === null) return null;
  const { year, month, day, weekday } = found;
  return `${new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)} ${weekday}`;
}

describe('The day on which the centre reads next', () => {
  test.each([
    ['later in the week', '2026-03-03T10:00Z', [MONDAY, THURSDAY], '2026-03-05 4'],
    ['tomorrow', '2026-03-04T22:59Z', [MONDAY, THURSDAY], '2026-03-05 4'],
    ['over the end of the week', '2026-03-06T10:00Z', [MONDAY, THURSDAY], '2026-03-09 1'],
    ['over the end of the year', '2026-12-31T10:00Z', [MONDAY], '2027-01-04 1'],
    ['in a week, never today', '2026-03-05T05:00Z', [THURSDAY], '2026-03-12 4'],
    ['the first of several, whatever their order', '2026-03-03T10:00Z', [SUNDAY, MONDAY, THURSDAY], '2026-03-05 4'],
  ])('is %s', (_, moment, weekdays, expected) => {
    expect(nextAfter(moment, weekdays)).toBe(expected);
  });

  test('is counted from the day at the house, not from the day in Greenwich', () => {
    expect(nextAfter('2026-03-04T23:30Z', [THURSDAY])).toBe('2026-03-12 4');
    expect(nextAfter('2026-03-05T00:30Z', [THURSDAY], 'America/Nuuk')).toBe('2026-03-05 4');
  });

  test('is none where no reading days are known', () => {
    expect(nextAfter('2026-03-03T10:00Z', [])).toBeNull();
  });

  // The clock goes forward on Sunday 29 March and back on Sunday 25 October 2026.
  test('leaves no day out when the night is an hour shorter', () => {
    expect(nextAfter('2026-03-28T23:30+01:00', [SUNDAY])).toBe('2026-03-29 7');
    expect(nextAfter('2026-03-28T23:30+01:00', [MONDAY])).toBe('2026-03-30 1');
  });

  test('is not today when today is an hour longer', () => {
    expect(nextAfter('2026-10-25T00:30+02:00', [SUNDAY])).toBe('2026-11-01 7');
    expect(nextAfter('2026-10-25T00:30+02:00', [MONDAY])).toBe('2026-10-26 1');
  });
});
