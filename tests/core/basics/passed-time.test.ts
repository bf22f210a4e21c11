import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passTime, type SeenTime } from '../../../core/basics/passed-time.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const BEFORE = { passedMs: 100 * DAY, clockMs: Date.UTC(2026, 10, 22) };
const YEAR_1970 = 0;
const YEAR_2038 = Date.UTC(2038, 0, 20);

test.each([
  ['a night off', BEFORE.clockMs + 16 * HOUR, 16 * HOUR, BEFORE.clockMs + 16 * HOUR],
  ['a week off', BEFORE.clockMs + 7 * DAY, 7 * DAY, BEFORE.clockMs + 7 * DAY],
  ['longer than a week off', BEFORE.clockMs + 7 * DAY + 1, 0, BEFORE.clockMs + 7 * DAY + 1],
  ['a clock that says 2038', YEAR_2038, 0, YEAR_2038],
  ['a clock that says 1970', YEAR_1970, 0, YEAR_1970],
  ['a clock one day back', BEFORE.clockMs - DAY, 0, BEFORE.clockMs],
  ['a clock a week back', BEFORE.clockMs - 7 * DAY, 0, BEFORE.clockMs],
  ['a clock more than a week back', BEFORE.clockMs - 7 * DAY - 1, 0, BEFORE.clockMs - 7 * DAY - 1],
])('after a start, %s counts as what is sure', (_, clockMs, passed, latest) => {
  const after = passTime(BEFORE, { clockMs, ranMs: null });
  expect(after).toEqual({ passedMs: BEFORE.passedMs + passed, clockMs: latest });
});

test.each([YEAR_1970, BEFORE.clockMs - DAY, BEFORE.clockMs, BEFORE.clockMs + 6 * DAY, YEAR_2038])(
  'while the kiosk runs, only its uptime counts, whatever the clock shows: %d',
  (clockMs) => {
    expect(passTime(BEFORE, { clockMs, ranMs: HOUR }).passedMs).toBe(BEFORE.passedMs + HOUR);
  },
);

test('a clock that goes wrong and is set right counts no time twice', () => {
  const starts = [YEAR_2038, BEFORE.clockMs + DAY, BEFORE.clockMs, BEFORE.clockMs + DAY, YEAR_1970, BEFORE.clockMs];
  const end = starts.reduce((time, clockMs) => passTime(time, { clockMs, ranMs: null }), BEFORE);
  expect(end.passedMs).toBe(BEFORE.passedMs);
});

test('after 2038 and back, nights off count again from the next start on', () => {
  const wrong = passTime(BEFORE, { clockMs: YEAR_2038, ranMs: null });
  const right = passTime(wrong, { clockMs: BEFORE.clockMs + DAY, ranMs: null });
  const night = passTime(right, { clockMs: BEFORE.clockMs + 2 * DAY, ranMs: null });
  expect(night.passedMs - BEFORE.passedMs).toBe(DAY);
});

test('time never goes back, and a single jump of the clock is worth a week at most', () => {
  const look: fc.Arbitrary<SeenTime> = fc.record({
    clockMs: fc.integer({ min: -DAY, max: YEAR_2038 * 2 }),
    ranMs: fc.option(fc.integer({ min: 0, max: DAY }), { nil: null }),
  });
  fc.assert(
    fc.property(look, look, (first, second) => {
      const one = passTime(BEFORE, first);
      const two = passTime(one, second);
      const most = (seen: SeenTime) => seen.ranMs ?? 7 * DAY;
      expect(one.passedMs).toBeGreaterThanOrEqual(BEFORE.passedMs);
      expect(two.passedMs).toBeGreaterThanOrEqual(one.passedMs);
      expect(two.passedMs - BEFORE.passedMs).toBeLessThanOrEqual(most(first) + most(second));
    }),
  );
});
