import type { CentreSite } from '../../core/bundle/centre-card.ts';
import { calendarDay, dayAfter, type CalendarDay } from '../../core/translation/dates.ts';

const DAYS_IN_A_WEEK = 7;

/**
 * The day on which the centre will next read what has come. Today does not count: what is sealed now has still to be
 * carried there, and nobody is promised too much.
 */
export function centreReadsNext(site: CentreSite, nowMs: number): CalendarDay | null {
  const today = calendarDay(nowMs, site.timeZone);
  for (let ahead = 1; ahead <= DAYS_IN_A_WEEK; ahead++) {
    const day = dayAfter(today, ahead);
    if (site.centreReads.some(({ weekday }) => weekday === day.weekday)) return day;
  }
  return null;
}
