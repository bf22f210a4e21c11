import { expect, test } from 'vitest';
import { EPOCH_MS, isEpochForgotten, isEpochOver, KEPT_MS } from '../../../core/intake/draft-life.ts';

const DAY = 24 * 60 * 60 * 1000;

test('an epoch takes new codes for a day', () => {
  expect(EPOCH_MS).toBe(DAY);
  expect([isEpochOver(5, 5 + DAY - 1), isEpochOver(5, 5 + DAY)]).toEqual([false, true]);
});

test('its drafts can be opened for fourteen days after its end', () => {
  expect(KEPT_MS).toBe(14 * DAY);
  expect([isEpochForgotten(5, 5 + 14 * DAY - 1), isEpochForgotten(5, 5 + 14 * DAY)]).toEqual([false, true]);
});
