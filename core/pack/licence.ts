import { calendarDay, daysBetween, type CalendarDay } from '../translation/dates.ts';
import type { Instrument } from './instrument.ts';

/** From so many days before its licence ends, an instrument is spoken of: a new licence is not had in a week. */
const WARNED_DAYS = 60;

/** How a licence stands: `days` is how many of them are left, the last one not counted. */
export type LicenceStanding =
  { readonly kind: 'valid' } | { readonly kind: 'endsSoon'; readonly days: number } | { readonly kind: 'ended' };

/**
 * Tells how a licence stands.
 *
 * @param validUntil the last day on which the instrument may be asked, `YYYY-MM-DD`
 * @param today at the site
 */
export function licenceStanding(validUntil: string, today: CalendarDay): LicenceStanding {
  const days = daysBetween(today, calendarDay(Date.parse(validUntil), 'UTC'));
  if (days < 0) return { kind: 'ended' };
  return days <= WARNED_DAYS ? { kind: 'endsSoon', days } : { kind: 'valid' };
}

/** An instrument whose licence is spoken of. */
export interface EndingLicence {
  readonly title: string;
  readonly validUntil: CalendarDay;
  readonly hasEnded: boolean;
}

/** The instruments whose licences have ended or end soon, in their order. */
export function endingLicences(
  instruments: readonly Pick<Instrument, 'title' | 'terms'>[],
  today: CalendarDay,
): readonly EndingLicence[] {
  return instruments.flatMap(({ title, terms }) => {
    const { kind } = licenceStanding(terms.licenceValidUntil, today);
    const validUntil = calendarDay(Date.parse(terms.licenceValidUntil), 'UTC');
    return kind === 'valid' ? [] : [{ title, validUntil, hasEnded: kind === 'ended' }];
  });
}
