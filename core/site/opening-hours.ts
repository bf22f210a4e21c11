import { z } from 'zod';
import { calendarDay, clockTime, dayAfter, type CalendarDay } from '../translation/dates.ts';

const DAYS_IN_A_WEEK = 7;

const timeField = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);

const openingSchema = z
  .strictObject({
    /** 1 is Monday, 7 is Sunday, as in ISO 8601. */
    weekday: z.int().min(1).max(DAYS_IN_A_WEEK),
    /** Local time at the site, `HH:MM`. */
    from: timeField,
    /** Local time at the site, `HH:MM`; after `from`, on the same day. */
    to: timeField,
  })
  .refine(({ from, to }) => from < to, { path: ['to'] });

/** When the house is open in an ordinary week, several times a day where it closes in between; empty where not set. */
export const openingHoursSchema = z.array(openingSchema).max(21).readonly();
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** When a house opens next: the day there, and the local time `HH:MM`. */
export interface NextOpening {
  readonly day: CalendarDay;
  readonly time: string;
}

/**
 * Finds when the house opens next.
 *
 * @param nowMs in milliseconds since 1970; days and times are those of `timeZone`
 * @returns null where no hours are set, and while the house is open: then somebody may come at any time
 */
export function nextOpening(hours: OpeningHours, nowMs: number, timeZone: string): NextOpening | null {
  const today = calendarDay(nowMs, timeZone);
  const now = clockTime(nowMs, timeZone);
  if (hours.some(({ weekday, from, to }) => weekday === today.weekday && from <= now && now < to)) return null;
  for (let ahead = 0; ahead <= DAYS_IN_A_WEEK; ahead++) {
    const day = dayAfter(today, ahead);
    const times = hours.filter(({ weekday, from }) => weekday === day.weekday && (ahead > 0 || from > now));
    const [first] = times.map(({ from }) => from).sort();
    if (first !== undefined) return { day, time: first };
  }
  return null;
}
