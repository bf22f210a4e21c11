import type { Language, LanguageTag } from '../../core/basics/language.ts';
import type { CalendarDay } from '../../core/translation/dates.ts';
import { languageOf } from './language.ts';

/** Looks a text up, as i18next's `t` does. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

// Chromium knows Greenlandic in Intl.PluralRules only; elsewhere it would silently turn to English.
const NUMBER_LOCALES: Readonly<Record<Language, readonly string[]>> = { kl: ['kl', 'da'], da: ['da'], sv: ['sv'] };

/** Writes a number the way the language does, "1.234,5" in Greenlandic and Danish. */
export function formatNumber(value: number, tag: LanguageTag): string {
  return new Intl.NumberFormat([...NUMBER_LOCALES[languageOf(tag)]]).format(value);
}

/** Writes a day with the month's name, such as "5. marsi 2026". */
export function formatDay({ day, month, year }: CalendarDay, translate: Translate): string {
  return translate('kiosk.date', { day, month: translate(`kiosk.month.${month}`), year });
}

/** Writes a time of day, given as `HH:MM`. */
export function formatTime(time: string, translate: Translate): string {
  const [hour = '', minute = ''] = time.split(':');
  return translate('kiosk.time', { hour, minute });
}

/** Writes a day with the weekday before it, such as "mandag 23. november 2026". */
export function formatDayWithWeekday(day: CalendarDay, translate: Translate): string {
  return `${translate(`kiosk.weekday.${day.weekday}`)} ${formatDay(day, translate)}`;
}
