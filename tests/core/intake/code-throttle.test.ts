import { describe, expect, test } from 'vitest';
import { throttleWaitMs, withTry, type Tried } from '../../../core/basics/throttle.ts';
import { CODE_THROTTLE } from '../../../core/intake/code-throttle.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const AT = 5_000_000;

const after = (wrong: number): Tried => ({ wrong, lastAtMs: AT });

test.each([
  [0, 0],
  [1, 0],
  [4, 0],
  [5, 15 * SECOND],
  [6, 30 * SECOND],
  [7, MINUTE],
  [8, 2 * MINUTE],
  [9, 4 * MINUTE],
  [10, 8 * MINUTE],
  [11, 15 * MINUTE],
  [12, 15 * MINUTE],
  [5000, 15 * MINUTE],
])('after %i wrong tries the next one waits %i ms', (wrong, wait) => {
  expect(throttleWaitMs(after(wrong), AT, CODE_THROTTLE)).toBe(wait);
  expect(throttleWaitMs(after(wrong), AT + wait, CODE_THROTTLE)).toBe(0);
  if (wait > 0) expect(throttleWaitMs(after(wrong), AT + wait - 1, CODE_THROTTLE)).toBe(1);
});

describe('A try', () => {
  test('counts as wrong before it is compared, and from its own moment', () => {
    expect(withTry(after(4), AT + 7, CODE_THROTTLE)).toEqual({ wrong: 5, lastAtMs: AT + 7 });
  });

  test('after a restart waits anew: its uptime begins at zero', () => {
    expect(throttleWaitMs({ wrong: 11, lastAtMs: 0 }, 3, CODE_THROTTLE)).toBe(15 * MINUTE - 3);
  });

  test('after six quiet hours is the first one again', () => {
    const quiet = AT + CODE_THROTTLE.quietMs;
    expect(withTry(after(30), quiet - 1, CODE_THROTTLE)).toEqual({ wrong: 31, lastAtMs: quiet - 1 });
    expect(withTry(after(30), quiet, CODE_THROTTLE)).toEqual({ wrong: 1, lastAtMs: quiet });
  });

  test('of someone who tries day and night succeeds about never: a hundred codes a day, of 2^48', () => {
    const day = 24 * 60 * MINUTE;
    let tried: Tried = { wrong: 0, lastAtMs: 0 };
    let tries = 0;
    for (let now = 0; now < day; now += throttleWaitMs(tried, now, CODE_THROTTLE) || 1) {
      if (throttleWaitMs(tried, now, CODE_THROTTLE) > 0) continue;
      tried = withTry(tried, now, CODE_THROTTLE);
      tries += 1;
    }
    expect(tries).toBeLessThanOrEqual(107);
  });
});
