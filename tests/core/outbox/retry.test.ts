import { expect, test } from 'vitest';
import { retryWaitMs } from '../../../core/outbox/retry.ts';

test.each([
  [1, 30],
  [2, 60],
  [3, 120],
  [8, 3600],
  [1000, 3600],
])('after %i failures the wait is between half of %i s and all of it', (failures, seconds) => {
  expect(retryWaitMs(failures, 0)).toBe(seconds * 500);
  expect(retryWaitMs(failures, 1)).toBe(seconds * 1000);
});
