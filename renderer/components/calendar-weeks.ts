import type { CalendarDay } from '../../core/translation/dates.ts';

/** A day of the calendar. `daysAgo` is 0 for today. */
export interface CalendarCell extends CalendarDay {
  readonly daysAgo: number;
}

const DAY_MS = 86_400_000;
const WEEK = 7;

/**
 * The weeks that hold the last days, today being the last of them. Every week has seven places from Monday to Sunday;
 * null where a day lies before the first one or after today.
 */
export function calendarWeeks(
  { year, month, day }: Pick<CalendarDay, 'year' | 'month' | 'day'>,
  lastDays: number,
): readonly (readonly (CalendarCell | null)[])[] {
  const today = Date.UTC(year, month - 1, day);
  const cells: (CalendarCell | null)[] = Array.from({ length: lastDays }, (_, index) =>
    cell(today, lastDays - 1 - index),
  );
  const before = (cells[0]?.weekday ?? 1) - 1;
  const after = (WEEK - ((before + lastDays) % WEEK)) % WEEK;
  const places = [...nulls(before), ...cells, ...nulls(after)];
  return Array.from({ length: places.length / WEEK }, (_, week) => places.slice(week * WEEK, (week + 1) * WEEK));
}

function nulls(count: number): null[] {
  return Array.from({ length: count }, () => null);
}

function cell(today: number, daysAgo: number): CalendarCell {
  const date = new Date(today - daysAgo * DAY_MS);
  return {
    daysAgo,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || WEEK,
  };
}
