import { z } from 'zod';
import { calendarDay, isoDay } from '../translation/dates.ts';
import { countsSchema, NO_COUNTS } from './counts.ts';
import { shownPeriod, shownPeriodSchema } from './report.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** However the clock is set: nobody makes a period so short that only one visit fits into it. */
const SHORTEST_PERIOD_MS = 28 * DAY_MS;
/** Three years of quarters. */
const KEPT_PERIODS = 12;

/** All that is kept of numbers: the counts of the period that runs, and of those that are over what may be shown. */
export const numbersSchema = z
  .strictObject({
    format: z.literal(1),
    running: z.strictObject({
      /** UTC calendar day, `YYYY-MM-DD`. */
      from: z.iso.date(),
      /** How much time had passed for the home when it began, in milliseconds. */
      beganMs: z.int().min(0),
      counts: countsSchema,
    }),
    /** Oldest first. */
    closed: z.array(shownPeriodSchema).max(KEPT_PERIODS).readonly(),
  })
  .readonly();
export type KeptNumbers = z.infer<typeof numbersSchema>;

/** The moment as a home knows it. */
export interface NumbersMoment {
  /** What the clock of the day shows, in milliseconds since 1970. */
  readonly nowMs: number;
  /** How much time has passed for the home, whatever its clock showed. */
  readonly passedMs: number;
}

/** Begins the first period. */
export function newNumbers({ nowMs, passedMs }: NumbersMoment): KeptNumbers {
  return {
    format: 1,
    running: { from: dayOf(nowMs), beganMs: Math.trunc(passedMs), counts: NO_COUNTS },
    closed: [],
  };
}

/**
 * Closes the running period when its calendar quarter is over, and it has lasted 28 days: whoever sets the clock forward
 * cannot cut a period out around one visit. What is closed never changes again.
 *
 * @returns the same numbers while the period runs on
 */
export function turned(numbers: KeptNumbers, moment: NumbersMoment): KeptNumbers {
  const { running, closed } = numbers;
  const to = dayOf(moment.nowMs);
  const isOver = quarterOf(to) !== quarterOf(running.from) && moment.passedMs - running.beganMs >= SHORTEST_PERIOD_MS;
  if (!isOver) return numbers;
  const last = shownPeriod({ from: running.from, to, counts: running.counts });
  return { ...newNumbers(moment), closed: [...closed, last].slice(-KEPT_PERIODS) };
}

function dayOf(nowMs: number): string {
  return isoDay(calendarDay(nowMs, 'UTC'));
}

function quarterOf(day: string): string {
  const [year = '', month = ''] = day.split('-');
  return `${year}-${Math.ceil(Number(month) / 3)}`;
}
