import type { ThrottlePolicy } from '../basics/throttle.ts';

/**
 * How PINs are throttled, for each person: five wrong ones are free, then the wait doubles. Wrong ones are forgotten by a right
 * one only: a PIN is short, and six quiet hours would give five free tries four times a day.
 *
 * | wrong tries     | 0-4 | 5    | 6    | 7     | 8     | 9     | 10    | 11     | 12     | 13 and more |
 * |-----------------|-----|------|------|-------|-------|-------|-------|--------|--------|-------------|
 * | wait after each | 0   | 15 s | 30 s | 1 min | 2 min | 4 min | 8 min | 16 min | 32 min | 1 h         |
 *
 * Source: docs/adr/0016-the-staff-desk-opens-by-a-pin.md
 */
export const PIN_THROTTLE: ThrottlePolicy = {
  freeTries: 5,
  firstWaitMs: 15_000,
  longestWaitMs: 3_600_000,
  quietMs: Number.POSITIVE_INFINITY,
};
