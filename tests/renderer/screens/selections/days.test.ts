import { expect, test } from 'vitest';
import {
  allDays,
  fittingDays,
  noDays,
  NO_MARKED_DAYS,
  toggleDay,
} from '../../../../renderer/screens/citizen/selections/days.ts';

test('A tap marks a day, and a second one takes the mark away', () => {
  const marked = toggleDay(toggleDay(NO_MARKED_DAYS, 10), 2);
  expect(marked.daysAgo).toEqual([2, 10]);
  expect(toggleDay(marked, 10).daysAgo).toEqual([2]);
});

test('Every day from today back can be marked at once', () => {
  expect(allDays({ kind: 'days', lastDays: 7 }).daysAgo).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('Saying "none" clears the calendar, and marking a day takes it back', () => {
  expect(noDays()).toEqual({ kind: 'days', daysAgo: [], saidNone: true });
  expect(toggleDay(noDays(), 3)).toEqual({ kind: 'days', daysAgo: [3], saidNone: false });
});

test('Taking the last mark away is not the same as saying "none"', () => {
  expect(toggleDay(toggleDay(NO_MARKED_DAYS, 3), 3).saidNone).toBe(false);
});

test('Days beyond what another culture version asks for are left out', () => {
  const marked = { kind: 'days', daysAgo: [0, 13, 14, 27], saidNone: false } as const;
  expect(fittingDays(marked, { kind: 'days', lastDays: 14 }).daysAgo).toEqual([0, 13]);
});
