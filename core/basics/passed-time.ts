/** How much time has passed for a home, as far as it can know. */
export interface PassedTime {
  /** Milliseconds since the home was made. */
  readonly passedMs: number;
  /** The latest time that the clock of the day has shown: milliseconds since 1970. */
  readonly clockMs: number;
}

/** What is seen when the home looks at the time. */
export interface SeenTime {
  /** What the clock of the day shows. */
  readonly clockMs: number;
  /** How long the machine ran since the last look, by its uptime; null at the first look after a start. */
  readonly ranMs: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A house may be closed over the holidays; what is longer is rather a wrong clock. */
const LONGEST_PAUSE_MS = 7 * DAY_MS;

/**
 * Counts time on, whatever the clock of the day shows. It counts too little where it does not know, never too much:
 *
 * | look            | the clock is                  | what passed        | the clock's latest time |
 * |-----------------|-------------------------------|--------------------|-------------------------|
 * | while it runs   | anything                      | the uptime         | as below                |
 * | after a start   | ahead by at most seven days   | what the clock says| the clock's             |
 * | after a start   | behind by at most seven days  | nothing            | stays: nothing is counted twice |
 * | after a start   | farther away than seven days  | nothing            | the clock's: it was wrong, or is |
 *
 * Source: docs/adr/0010-drafts-live-by-epochs.md
 */
export function passTime(before: PassedTime, { clockMs, ranMs }: SeenTime): PassedTime {
  const step = clockMs - before.clockMs;
  const isBehind = step < 0 && step >= -LONGEST_PAUSE_MS;
  const pauseMs = step >= 0 && step <= LONGEST_PAUSE_MS ? step : 0;
  return {
    passedMs: before.passedMs + (ranMs ?? pauseMs),
    clockMs: isBehind ? before.clockMs : clockMs,
  };
}
