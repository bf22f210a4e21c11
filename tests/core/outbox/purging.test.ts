import { expect, test } from 'vitest';
import { planPurge } from '../../../core/outbox/purging.ts';

const DAY = 24 * 60 * 60 * 1000;
const at = (days: number, lines: number, keptDays = 7) => ({ passedMs: days * DAY, lines, keptDays });
const receipted = (...lines: readonly number[]) => lines.map((line) => ({ line }));
const note = (lines: number, days: number) => ({ lines, passedMs: days * DAY });

test('nothing is noted and nothing goes while nothing is receipted', () => {
  const notes = [note(3, 1)];
  const plan = planPurge([], notes, at(2, 9));
  expect(plan).toEqual({ due: [], notes });
  expect(plan.notes).toBe(notes);
});

test('a first receipt is noted with the lines of now, and goes when its days have passed', () => {
  const { due, notes } = planPurge(receipted(2), [], at(1, 4));
  expect([due, notes]).toEqual([[], [note(4, 1)]]);
  expect(planPurge(receipted(2), notes, at(7.99, 9)).due).toEqual([]);
  expect(planPurge(receipted(2), notes, at(8, 9)).due).toEqual(receipted(2));
});

test('a house that keeps nothing after the receipt lets go at once', () => {
  expect(planPurge(receipted(2), [], at(1, 4, 0)).due).toEqual(receipted(2));
});

test('later receipts wait for their own note, which is made at most once a day', () => {
  const notes = [note(4, 1)];
  expect(planPurge(receipted(2, 6), notes, at(1.5, 6)).notes).toBe(notes);
  expect(planPurge(receipted(2, 6), notes, at(2, 8)).notes).toEqual([note(4, 1), note(8, 2)]);
  expect(planPurge(receipted(2, 6), [note(4, 1), note(8, 2)], at(8, 9)).due).toEqual(receipted(2));
});

test('notes that are due stay until what they are for has gone', () => {
  const notes = [note(4, 1), note(8, 2), note(9, 6)];
  expect(planPurge(receipted(2, 6), notes, at(9, 9)).notes).toBe(notes);
  expect(planPurge(receipted(9), notes, at(9, 9)).notes).toEqual([note(9, 6)]);
});

test('notes that were lost, or of a time that has not passed, make a stay longer and never shorter', () => {
  expect(planPurge(receipted(2), [], at(30, 4)).due).toEqual([]);
  const { due, notes } = planPurge(receipted(2, 6), [note(4, 20)], at(1, 6));
  expect([due, notes]).toEqual([[], [note(4, 20), note(6, 1)]]);
  expect(planPurge(receipted(2, 6), notes, at(8, 6)).due).toEqual(receipted(2, 6));
});
