/** How long a kiosk waits after the first failure, in milliseconds; each further one doubles it. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/**
 * How long to wait before a destination is tried again.
 *
 * @param failures in a row; from 1
 * @param chance from 0 to 1: half of the wait is left to it, so that the kiosks of a town do not all come at once when
 *   their server is back
 * @returns milliseconds; at most an hour
 */
export function retryWaitMs(failures: number, chance: number): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
