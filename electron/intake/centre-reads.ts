import type { CentreSite } from '../../core/bundle/centre-card.ts';
import { calendarDay, type CalendarDay } from '../../core/translation/dates.ts';

const DAY_MS = 86_400_000;
const DAYS_IN_A_WEEK = 7;

/**
 * The day on which the centre will next read what has come. Today does not count: what is sealed now has still to be
 * carried there, and nobody is promised too much.
 */
export function centreReadsNext(site: CentreSite, nowMs: number): CalendarDay | null {
  for (let ahead = 1; ahead <= DAYS_IN_A_WEEK; ahead++) {
    const day = calendarDay(nowMs + ahead * DAY_MS, site.timeZone);
    if (site.centreReads.some(({ weekday }) => weekday === day.weekday)) return day;
  }
  return null;
}
