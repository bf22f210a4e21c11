import type { Uptime } from '../../core/basics/uptime.ts';

const EVERY_MS = 60 * 60 * 1000;

/**
 * Does what a kiosk does once an hour, visits or none: it runs for weeks.
 *
 * @returns what ends it
 */
export function keepHouse(uptime: Uptime, work: () => void): () => void {
  let stop = (): void => undefined;
  const waitAndWork = (): void => {
    stop = uptime.after(EVERY_MS, () => {
      work();
      waitAndWork();
    });
  };
  waitAndWork();
  return () => stop();
}
