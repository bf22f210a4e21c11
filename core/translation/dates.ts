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
  const day = dayAndTime(momentMs, timeZone).slice(0, 'YYYY-MM-DD'.length);
  return dayOfUtc(new Date(`${day}T00:00:00Z`));
}

/**
 * The time of day at a moment in an IANA time zone, `HH:MM`.
 *
 * @throws RangeError when the zone is unknown
 */
export function clockTime(momentMs: number, timeZone: string): string {
  return dayAndTime(momentMs, timeZone).slice('YYYY-MM-DD '.length);
}

/**
 * A moment in an IANA time zone, `YYYY-MM-DD HH:MM`.
 *
 * @throws RangeError when the zone is unknown
 */
export function dayAndTime(momentMs: number, timeZone: string): string {
  return clockOf(timeZone).format(momentMs);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * What writes moments as `YYYY-MM-DD HH:MM` in a zone, kept: to make one takes longer than anything else that a page
 * is made of. Swedish is written so in every runtime, and Greenlandic is unknown to most. Styles, not single fields: for
 * those the runtime first reads every pattern of the language.
 */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const kept = clocks.get(timeZone);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, made);
  return made;
}

/** The day so many calendar days later. Days, not hours: where the clock changes, a day has 23 or 25 of them. */
export function dayAfter({ year, month, day }: CalendarDay, count: number): CalendarDay {
  return dayOfUtc(new Date(Date.UTC(year, month - 1, day + count)));
}

function dayOfUtc(date: Date): CalendarDay {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
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
