import type { Clock } from '../../core/basics/clock.ts';
import type { CentreCard } from '../../core/bundle/centre-card.ts';
import { readinessOf } from '../../core/site/duty.ts';
import { nextOpening } from '../../core/site/opening-hours.ts';
import { USUAL_PANEL } from '../../core/site/panel.ts';
import { calendarDay, isoDay } from '../../core/translation/dates.ts';
import type { KioskDescription } from '../../ipc/contract.ts';
import type { Home } from '../store/home.ts';
import { centreReadsNext } from './centre-reads.ts';

/** The site's calendar day of now, `YYYY-MM-DD`. */
export function siteDay({ site }: CentreCard, clock: Clock): string {
  return isoDay(calendarDay(clock.nowMs(), site.timeZone));
}

/** What an open kiosk says of itself, at this moment. */
export function openDescription(
  { oldRuntime, clock }: { readonly oldRuntime: boolean; readonly clock: Clock },
  home: Pick<Home, 'hasRoom' | 'state'>,
  centre: CentreCard,
): Omit<KioskDescription, 'dialects' | 'reducedProtection' | 'dutyPicture'> {
  const { settings } = home.state.content;
  return {
    open: true,
    siteName: centre.site.name,
    centreName: centre.name,
    dutyName: settings.dutyPersonName ?? '',
    onDuty: settings.dutyPersonName !== null,
    readiness: readinessOf(settings, { today: siteDay(centre, clock), hasRoom: home.hasRoom() }),
    secondDutyName: settings.secondPersonName,
    callsInSilence: settings.secondChannelUrl !== null,
    phoneNumbers: centre.site.phoneNumbers,
    panel: settings.panel,
    country: centre.site.country,
    siteLanguage: centre.site.language,
    opensNext: nextOpening(settings.openingHours, clock.nowMs(), centre.site.timeZone),
    centreReads: centreReadsNext(centre.site, clock.nowMs()),
    demo: settings.isDemo,
    oldRuntime,
  };
}

/** What a closed kiosk says of itself. */
export function closedDescription(oldRuntime: boolean): KioskDescription {
  return {
    open: false,
    siteName: '',
    centreName: '',
    dutyName: '',
    dutyPicture: null,
    onDuty: false,
    readiness: 'noDuty',
    secondDutyName: null,
    callsInSilence: false,
    phoneNumbers: [],
    panel: USUAL_PANEL,
    country: 'DK',
    siteLanguage: 'da',
    dialects: [],
    opensNext: null,
    centreReads: null,
    demo: false,
    reducedProtection: false,
    oldRuntime,
  };
}
