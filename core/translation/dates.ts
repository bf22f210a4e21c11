import { text, type Texts } from './catalogue.ts';

/** A calendar day somewhere. `weekday` is 1 for Monday to 7 for Sunday. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

const DAY_MS = 86_400_000;

/**
 * The calendar day at a moment in an IANA time zone.
 *
 * @throws RangeError when the zone is unknown
 */
export function calendarDay(momentMs: number, timeZone: string): CalendarDay {
  // Greenlandic is unknown to most runtimes' date formats; Swedish writes YYYY-MM-DD in all of them.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const midnight = new Date(`${format.format(momentMs)}T00:00:00Z`);
  return {
    year: midnight.getUTCFullYear(),
    month: midnight.getUTCMonth() + 1,
    day: midnight.getUTCDate(),
    weekday: midnight.getUTCDay() || 7,
  };
}

/**
 * The time of day at a moment in an IANA time zone, `HH:MM`.
 *
 * @throws RangeError when the zone is unknown
 */
export function clockTime(momentMs: number, timeZone: string): string {
  // Swedish writes HH:MM in every runtime; Greenlandic is unknown to most.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' });
  return format.format(momentMs);
}

/** The day so many calendar days later. Days, not hours: where the clock changes, a day has 23 or 25 of them. */
export function dayAfter({ year, month, day }: CalendarDay, count: number): CalendarDay {
  return calendarDay(Date.UTC(year, month - 1, day + count), 'UTC');
}

/** How many calendar days lie between two days; 0 on the same day. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  const utc = ({ year, month, day }: CalendarDay): number => Date.UTC(year, month - 1, day);
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** Writes a day as `YYYY-MM-DD`. */
export function isoDay({ year, month, day }: CalendarDay): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** Writes a day in words, for example "5. marsi 2026", with the month names of the content version. */
export function dayInWords({ year, month, day }: CalendarDay, texts: Texts): string {
  return text(texts, 'kiosk.date', { day, month: text(texts, `kiosk.month.${month}`), year });
}
