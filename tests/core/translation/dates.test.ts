import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarDay,
  clockTime,
  dayAfter,
  dayInWords,
  daysBetween,
  type CalendarDay,
} from '../../../core/translation/dates.ts';

function iso({ year, month, day }: CalendarDay): string {
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}

describe('The calendar day is that of the place:', () => {
  test.each([
    ['2026-03-05T12:00:00Z', 'Europe/Copenhagen', '2026-03-05', 4],
    ['2026-03-05T23:30:00Z', 'Europe/Copenhagen', '2026-03-06', 5],
    ['2026-03-06T00:30:00Z', 'America/Nuuk', '2026-03-05', 4],
    // Summer time begins and ends on these days.
    ['2026-03-29T00:59:59Z', 'Europe/Stockholm', '2026-03-29', 7],
    ['2026-03-28T22:59:59Z', 'Europe/Stockholm', '2026-03-28', 6],
    ['2026-03-28T23:00:00Z', 'Europe/Stockholm', '2026-03-29', 7],
    ['2026-10-25T21:59:59Z', 'Europe/Copenhagen', '2026-10-25', 7],
    ['2026-10-24T22:00:00Z', 'Europe/Copenhagen', '2026-10-25', 7],
    ['2026-10-25T23:00:00Z', 'Europe/Copenhagen', '2026-10-26', 1],
    ['2028-02-29T12:00:00Z', 'UTC', '2028-02-29', 2],
    ['2026-12-31T23:00:00Z', 'Europe/Copenhagen', '2027-01-01', 5],
  ])('%s in %s is %s', (moment, timeZone, expected, weekday) => {
    const day = calendarDay(Date.parse(moment), timeZone);
    expect(iso(day)).toBe(expected);
    expect(day.weekday).toBe(weekday);
  });
});

test('An unknown zone throws', () => {
  expect(() => calendarDay(0, 'Mars/Olympus')).toThrow(RangeError);
});

test.each([
  ['2026-03-05', '2026-03-05', 0],
  ['2026-03-28', '2026-03-30', 2],
  ['2026-10-24', '2026-10-26', 2],
  ['2026-12-31', '2027-01-01', 1],
  ['2028-02-28', '2028-03-01', 2],
  ['2026-03-05', '2026-03-04', -1],
])('From %s to %s are %i days', (from, to, days) => {
  const dayOf = (text: string): CalendarDay => calendarDay(Date.parse(text), 'UTC');
  expect(daysBetween(dayOf(from), dayOf(to))).toBe(days);
});

test('In any zone the day after is one day on, and its weekday the next', () => {
  const zones = fc.constantFrom('Europe/Copenhagen', 'Europe/Stockholm', 'America/Nuuk', 'America/Danmarkshavn', 'UTC');
  const moments = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const day = calendarDay(moment, zone);
      const noon = Date.parse(`${iso(day)}T12:00:00Z`);
      const next = calendarDay(noon + 86_400_000, 'UTC');
      return daysBetween(day, next) === 1 && next.weekday === (day.weekday % 7) + 1;
    }),
  );
});

test('A day in words takes the month names of the content version', () => {
  const texts = { 'kiosk.date': '{{day}}. {{month}} {{year}}', 'kiosk.month.3': 'marsi' };
  expect(dayInWords({ year: 2026, month: 3, day: 5, weekday: 4 }, texts)).toBe('5. marsi 2026');
});

test.each([
  ['2026-03-05T12:05:59Z', 'Europe/Copenhagen', '13:05'],
  ['2026-03-05T23:00:00Z', 'Europe/Copenhagen', '00:00'],
  ['2026-07-05T12:05:00Z', 'Europe/Copenhagen', '14:05'],
])('The time of %s in %s is %s', (moment, timeZone, expected) => {
  expect(clockTime(Date.parse(moment), timeZone)).toBe(expected);
});

test('A day some days later is counted over months and changes of the clock', () => {
  const later = (day: string, count: number): string =>
    iso(dayAfter(calendarDay(Date.parse(`${day}T12:00Z`), 'UTC'), count));
  expect([later('2026-03-28', 2), later('2026-12-31', 1), later('2026-03-05', 0)]).toEqual([
    '2026-03-30',
    '2027-01-01',
    '2026-03-05',
  ]);
});
