import type { Finding } from './self-test.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Clocks of a machine that were put right by the network differ by less. */
const TOLERATED_MS = 5 * 60 * 1000;
/** A house may be closed for weeks; what is longer is rather a wrong clock. */
const LONGEST_PAUSE_MS = 60 * 24 * HOUR_MS;

/**
 * Compares the clock with the latest time that the home has written down.
 *
 * @param knownMs moments in milliseconds since 1970: of what was sealed, signed by the centre, or written last
 */
export function judgeClock(
  nowMs: number,
  knownMs: readonly number[],
): { readonly finding: Finding<'clock'>; readonly count: number } {
  const latest = Math.max(0, ...knownMs.filter(Number.isFinite));
  const count = Math.floor(Math.abs(nowMs - latest) / HOUR_MS);
  if (nowMs < latest - TOLERATED_MS) return { finding: 'behind', count };
  return { finding: nowMs > latest + LONGEST_PAUSE_MS ? 'ahead' : 'agrees', count };
}
