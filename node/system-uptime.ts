import type { Uptime } from '../core/basics/uptime.ts';

/** The machine's own uptime. Tests let it run `factor` times as fast. */
export function systemUptime(factor = 1): Uptime {
  return {
    nowMs: () => performance.now() * factor,
    after: (waitMs, act) => {
      // A timer may fire a little early by the uptime's own measure, and nothing would be due yet.
      const timer = setTimeout(act, Math.ceil(waitMs / factor) + 1);
      return () => clearTimeout(timer);
    },
  };
}
