import type { OpeningHours } from '../site/opening-hours.ts';
import { calendarDay, dayAfter, daysBetween } from '../translation/dates.ts';

/** Whole working days without the centre's signature after which somebody must look at it, and look at it at once. */
const LATE_AFTER_DAYS = 1;
const VERY_LATE_AFTER_DAYS = 3;
/** Where a house does not say when it is open: Monday to Friday. */
const USUAL_WEEKDAYS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);

/** How long intakes have waited for the centre's signature: the right to treatment is counted from Send. */
export type Lateness = 'inTime' | 'late' | 'veryLate';

/** What tells a site's working days. */
export interface WorkingDays {
  readonly openingHours: OpeningHours;
  readonly timeZone: string;
}

/**
 * Tells how late an intake is: `late` when a whole working day lies between the day of its sealing and today, `veryLate`
 * when three do. Days are those of the site; a day on which the house is closed does not count.
 *
 * @param sealedAt UTC
 * @param nowMs milliseconds since 1970
 */
export function latenessOf(sealedAt: string, nowMs: number, { openingHours, timeZone }: WorkingDays): Lateness {
  const weekdays = openingHours.length === 0 ? USUAL_WEEKDAYS : new Set(openingHours.map(({ weekday }) => weekday));
  const from = calendarDay(Date.parse(sealedAt), timeZone);
  const between = daysBetween(from, calendarDay(nowMs, timeZone)) - 1;
  let working = 0;
  for (let ahead = 1; ahead <= between && working < VERY_LATE_AFTER_DAYS; ahead++) {
    if (weekdays.has(dayAfter(from, ahead).weekday)) working += 1;
  }
  if (working >= VERY_LATE_AFTER_DAYS) return 'veryLate';
  return working >= LATE_AFTER_DAYS ? 'late' : 'inTime';
}
