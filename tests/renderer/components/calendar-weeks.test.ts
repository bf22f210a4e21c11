import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarWeeks } from '../../../renderer/components/calendar-weeks.ts';

const wednesday = { year: 2026, month: 11, day: 25 };

test('The calendar ends today, and its weeks begin on Monday', () => {
  const weeks = calendarWeeks(wednesday, 10);
  expect(weeks.map((week) => week.map((cell) => cell?.day ?? null))).toEqual([
    [16, 17, 18, 19, 20, 21, 22],
    [23, 24, 25, null, null, null, null],
  ]);
  expect(weeks[1]?.[2]).toEqual({ daysAgo: 0, year: 2026, month: 11, day: 25, weekday: 3 });
});

test('Days before the first one are left empty', () => {
  expect(calendarWeeks(wednesday, 7)[0]?.map((cell) => cell?.daysAgo ?? null)).toEqual([null, null, null, 6, 5, 4, 3]);
});

test('The calendar leads over the turn of a month and of a year', () => {
  const [first] = calendarWeeks({ year: 2027, month: 1, day: 3 }, 7);
  expect(first?.map((cell) => `${cell?.year ?? ''}-${cell?.month ?? ''}-${cell?.day ?? ''}`)).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-1-1',
    '2027-1-2',
    '2027-1-3',
  ]);
});

test('On any day, every day stands once, under its own weekday', () => {
  const days = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, fc.integer({ min: 7, max: 90 }), (date, lastDays) => {
      const today = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      const weeks = calendarWeeks(today, lastDays);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      for (const week of weeks) week.forEach((cell, place) => cell !== null && expect(cell.weekday).toBe(place + 1));
      const daysAgo = weeks.flat().flatMap((cell) => (cell === null ? [] : [cell.daysAgo]));
      expect(daysAgo).toEqual(Array.from({ length: lastDays }, (_, index) => lastDays - 1 - index));
    }),
    { numRuns: 100 },
  );
});
