import { calendarDay, daysBetween, type CalendarDay } from '../translation/dates.ts';

/** The numbers are rung so often at least, in days: a number that has gone is found out by nobody in need. */
const NUMBERS_TESTED_EVERY_DAYS = 31;
/** A house tries out at least so often what it does when its kiosk is gone, in days: once in a quarter. */
const DRILLED_EVERY_DAYS = 92;

/**
 * Tells whether somebody should ring the numbers on the screens again.
 *
 * @param testedOn `YYYY-MM-DD`; null where nobody has said so
 * @param today both at the site
 */
export function areNumbersDue(testedOn: string | null, today: CalendarDay): boolean {
  return isDue(testedOn, today, NUMBERS_TESTED_EVERY_DAYS);
}

/**
 * Tells whether the house should try out again what it does when its kiosk is gone.
 *
 * @param drilledOn `YYYY-MM-DD`; null where it never did
 * @param today both at the site
 */
export function isDrillDue(drilledOn: string | null, today: CalendarDay): boolean {
  return isDue(drilledOn, today, DRILLED_EVERY_DAYS);
}

function isDue(doneOn: string | null, today: CalendarDay, everyDays: number): boolean {
  if (doneOn === null) return true;
  const days = daysBetween(calendarDay(Date.parse(doneOn), 'UTC'), today);
  // A day to come is a clock that was wrong, and tells nothing.
  return days < 0 || days > everyDays;
}
