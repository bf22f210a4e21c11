import { calendarDay, daysBetween } from '../translation/dates.ts';

/**
 * Which day of waiting it is: day 1 is the site's calendar day of Send.
 *
 * @param sealedAt UTC
 * @param nowMs milliseconds since 1970
 * @returns null where a wrong clock puts now before Send
 */
export function dayOfWaiting(sealedAt: string, nowMs: number, timeZone: string): number | null {
  const days = daysBetween(calendarDay(Date.parse(sealedAt), timeZone), calendarDay(nowMs, timeZone));
  return days < 0 ? null : days + 1;
}
