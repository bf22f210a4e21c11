import { text, type Texts } from '../../translation/catalogue.ts';
import { calendarDay, clockTime, daysBetween, dayInWords } from '../../translation/dates.ts';
import type { Intake } from '../intake.ts';
import type { Site } from '../site.ts';

type Moments = Pick<Intake, 'createdAt' | 'site'>;

/** A moment as a day in words at the site, for example "1. marts 2026". */
export function dayAt(momentMs: number, { timeZone }: Site, texts: Texts): string {
  return dayInWords(calendarDay(momentMs, timeZone), texts);
}

/** The time of day at the site, for example "13.05". */
function timeAt(momentMs: number, { timeZone }: Site, texts: Texts): string {
  const [hour = '', minute = ''] = clockTime(momentMs, timeZone).split(':');
  return text(texts, 'pageOne.time', { hour, minute });
}

/** Day and time at the site. */
export function dayAndTimeAt(momentMs: number, site: Site, texts: Texts): string {
  return text(texts, 'pageOne.dayAndTime', {
    day: dayAt(momentMs, site, texts),
    time: timeAt(momentMs, site, texts),
  });
}

/** The time alone on the day of Send; with its day when the visit was taken up again later. */
export function shortMomentAt(momentMs: number, { createdAt, site }: Moments, texts: Texts): string {
  const isDayOfSend = daysAfter(momentMs, Date.parse(createdAt), site) === 0;
  return isDayOfSend ? timeAt(momentMs, site, texts) : dayAndTimeAt(momentMs, site, texts);
}

/** How many midnights at the site lie between two moments; negative when the second comes first. */
export function daysAfter(fromMs: number, toMs: number, { timeZone }: Site): number {
  return daysBetween(calendarDay(fromMs, timeZone), calendarDay(toMs, timeZone));
}
