import type { Clock } from '../core/basics/clock.ts';

/** The operating system's clock; it may be wrong, so nothing is ordered by it alone. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
};
