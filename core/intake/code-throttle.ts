import type { ThrottlePolicy } from '../basics/throttle.ts';

const MINUTE_MS = 60_000;

/**
 * How codes are throttled, those of all people together: five wrong ones are free, then the wait doubles. Six quiet hours
 * are one day of an open house, and as slow to wait for as the longest wait.
 *
 * | wrong tries     | 0-4 | 5    | 6    | 7     | 8     | 9     | 10    | 11 and more |
 * |-----------------|-----|------|------|-------|-------|-------|-------|-------------|
 * | wait after each | 0   | 15 s | 30 s | 1 min | 2 min | 4 min | 8 min | 15 min      |
 *
 * Source: docs/architecture.md, "Codes"
 */
export const CODE_THROTTLE: ThrottlePolicy = {
  freeTries: 5,
  firstWaitMs: 15_000,
  longestWaitMs: 15 * MINUTE_MS,
  quietMs: 360 * MINUTE_MS,
};
