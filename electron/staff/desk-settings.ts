import { isAbsolute } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { CentreSite } from '../../core/bundle/centre-card.ts';
import { areNumbersDue } from '../../core/site/reminders.ts';
import { siteSettingsSchema, type SiteSettings, type SiteSettingsChange } from '../../core/site/site-settings.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import { calendarDay, isoDay } from '../../core/translation/dates.ts';
import type { DeskReplies, DeskSettings } from '../../ipc/desk-contract.ts';
import type { Home } from '../store/home.ts';

/** What the settings of a house are shown from. */
export interface DeskSettingsOptions {
  readonly home: Pick<Home, 'state' | 'audit'>;
  readonly site: CentreSite;
  readonly centreName: string;
  readonly clock: Clock;
}

/** What an administrator sets for the house. */
export class DeskSettingsKeeper {
  readonly #options: DeskSettingsOptions;

  constructor(options: DeskSettingsOptions) {
    this.#options = options;
  }

  show(): DeskSettings {
    const { home, site, centreName, clock } = this.#options;
    const settings = siteSettingsSchema.strip().parse(home.state.content.settings);
    const { numbersTestedOn } = settings;
    const today = calendarDay(clock.nowMs(), site.timeZone);
    const { fourteenDays, noMedicineWhileAnonymous } = site.policy;
    return {
      settings,
      fromCentre: {
        siteName: site.name,
        centreName,
        phoneNumbers: site.phoneNumbers,
        fourteenDays,
        noMedicineWhileAnonymous,
      },
      today: isoDay(today),
      timeZone: site.timeZone,
      numbersTested: numbersTestedOn === null ? null : calendarDay(Date.parse(numbersTestedOn), 'UTC'),
      areNumbersDue: areNumbersDue(numbersTestedOn, today),
    };
  }

  /** Changes what is named; a visit that has begun goes on with the times of now. */
  change({ id }: Pick<StaffPerson, 'id'>, change: SiteSettingsChange): DeskReplies['desk.setSettings'] {
    const { home } = this.#options;
    const named = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    ) as Partial<SiteSettings>;
    const folders = [named.destinationFolder, named.mirrorFolder];
    if (folders.some((folder) => typeof folder === 'string' && !isAbsolute(folder)))
      return fail({ kind: 'notAbsolute' });
    const changed = home.state.change((content) => ({ ...content, settings: { ...content.settings, ...named } }));
    if (!changed.ok) return fail({ kind: 'notSaved' });
    home.audit.record({ event: 'settingsChanged', person: id });
    return ok(this.show());
  }
}
