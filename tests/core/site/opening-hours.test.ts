import { describe, expect, test } from 'vitest';
import { nextOpening, openingHoursSchema, type OpeningHours } from '../../../core/site/opening-hours.ts';
import { isoDay } from '../../../core/translation/dates.ts';

/** Tuesday twice a day, Thursday, and Sunday. */
const HOURS: OpeningHours = [
  { weekday: 2, from: '13:00', to: '16:00' },
  { weekday: 2, from: '09:00', to: '12:00' },
  { weekday: 4, from: '10:00', to: '18:30' },
  { weekday: 7, from: '12:00', to: '14:00' },
];

function opensAfter(moment: string, { hours = HOURS, timeZone = 'Europe/Copenhagen' } = {}): string | null {
  const next = nextOpening(hours, Date.parse(moment), timeZone);
  return next === null ? null : `${isoDay(next.day)} ${next.day.weekday} ${next.time}`;
}

describe('A house opens next', () => {
  test.each([
    ['later on the day', '2026-03-03T08:59+01:00', '2026-03-03 2 09:00'],
    ['after its break', '2026-03-03T12:00+01:00', '2026-03-03 2 13:00'],
    ['on another day', '2026-03-03T16:00+01:00', '2026-03-05 4 10:00'],
    ['over the end of the week', '2026-03-08T14:00+01:00', '2026-03-10 2 09:00'],
    ['over the end of the year', '2026-12-31T18:30+01:00', '2027-01-03 7 12:00'],
  ])('%s', (_, moment, expected) => {
    expect(opensAfter(moment)).toBe(expected);
  });

  test('in a week where it opens on one day only', () => {
    const hours = [{ weekday: 4, from: '10:00', to: '12:00' }];
    expect(opensAfter('2026-03-05T12:00+01:00', { hours })).toBe('2026-03-12 4 10:00');
  });

  test('by the day and the clock of the place', () => {
    expect(opensAfter('2026-03-04T23:30Z')).toBe('2026-03-05 4 10:00');
    // Half past nine on Thursday in Nuuk.
    expect(opensAfter('2026-03-05T11:30Z', { timeZone: 'America/Nuuk' })).toBe('2026-03-05 4 10:00');
  });

  test.each([
    ['when the night is an hour shorter', '2026-03-29T09:59Z', '2026-03-29T10:00Z', '2026-03-29 7 12:00'],
    ['when it is an hour longer', '2026-10-25T10:59Z', '2026-10-25T11:00Z', '2026-10-25 7 12:00'],
  ])('at its own time %s', (_, before, at, expected) => {
    expect([opensAfter(before), opensAfter(at)]).toEqual([expected, null]);
  });

  test.each([['2026-03-03T09:00+01:00'], ['2026-03-03T11:59+01:00'], ['2026-03-05T18:29+01:00']])(
    'is not asked while it is open: %s',
    (moment) => {
      expect(opensAfter(moment)).toBeNull();
    },
  );

  test('is unknown where no hours are set', () => {
    expect(opensAfter('2026-03-03T10:00Z', { hours: [] })).toBeNull();
  });
});

test.each([
  ['a weekday 0', { weekday: 0, from: '09:00', to: '12:00' }],
  ['a time 24:00', { weekday: 1, from: '09:00', to: '24:00' }],
  ['a time without minutes', { weekday: 1, from: '9', to: '12' }],
  ['a house that closes before it opens', { weekday: 1, from: '12:00', to: '09:00' }],
  ['a house that is open for no time', { weekday: 1, from: '12:00', to: '12:00' }],
  ['a note', { weekday: 1, from: '09:00', to: '12:00', note: 'x' }],
])('Opening hours with %s are refused', (_, hours) => {
  expect(openingHoursSchema.safeParse([hours]).success).toBe(false);
});

test('Opening hours may be empty', () => {
  expect(openingHoursSchema.parse([])).toEqual([]);
});
