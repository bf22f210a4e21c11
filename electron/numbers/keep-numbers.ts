import type { Uptime } from '../../core/basics/uptime.ts';
import type { Numbers } from './numbers.ts';

/** By then whoever sent or left has their last screen, and waits for nothing. */
const WRITTEN_AFTER_MS = 5_000;

/**
 * Closes a period that ended while the kiosk was off, and lets what is counted be written a moment later.
 *
 * @returns what ends it
 */
export function keepNumbers(numbers: Numbers, uptime: Uptime): () => void {
  let stop: (() => void) | null = null;
  numbers.keep();
  numbers.onVisitEnd(() => {
    stop ??= uptime.after(WRITTEN_AFTER_MS, () => {
      stop = null;
      numbers.keep();
    });
  });
  return () => stop?.();
}
