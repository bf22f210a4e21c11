import { DESK_LANGUAGES } from '../../core/basics/language.ts';
import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import type { Kiosk } from '../intake/open-kiosk.ts';
import type { StaffDesk } from '../ipc/handlers/desk.ts';
import type { Printer } from '../paper/printer.ts';
import { DeskDayKeeper } from './desk-day.ts';
import { DeskDeliveryKeeper } from './desk-delivery.ts';
import { DeskDestinationsKeeper } from './desk-destinations.ts';
import { DeskDoor, type DeskDoorOptions } from './desk-door.ts';
import { DeskNumbersKeeper } from './desk-numbers.ts';
import { DeskPapersKeeper } from './desk-papers.ts';
import { DeskPeopleKeeper } from './desk-people.ts';
import { DeskRecovery } from './desk-recovery.ts';
import { DeskSettingsKeeper } from './desk-settings.ts';

const SECOND_MS = 1000;

/** What the desk needs beside the kiosk. */
export interface DeskOptions extends Pick<DeskDoorOptions, 'window'> {
  readonly printer: Printer;
  readonly clock: Clock;
  readonly random: Random;
  readonly uptime: Uptime;
}

/** Puts the staff's desk of an open kiosk together. */
export function openDesk(kiosk: Kiosk, { printer, clock, random, uptime, window }: DeskOptions): StaffDesk {
  const { home, custody, visit, alerts, delivery, selfTest, accounts, portraits, site, describe } = kiosk;
  const { outbox, numbers } = custody;
  const content = () => visit.content;
  const staysMs = (): number => home.state.content.settings.timings.deskStays * SECOND_MS;
  const day = new DeskDayKeeper({
    ...{ home, outbox, alerts, selfTest, accounts, site, clock },
    instruments: () => content().instruments,
  });
  return {
    door: new DeskDoor({ accounts, uptime, staysMs, record: home.audit.record, window }),
    accounts,
    day,
    people: new DeskPeopleKeeper({ home, accounts, portraits, content, day }),
    delivery: new DeskDeliveryKeeper({ home, custody, delivery, site, clock }),
    numbers: new DeskNumbersKeeper({ home, numbers, content, site, clock }),
    papers: new DeskPapersKeeper({ home, custody, content, printer, site, clock, centreName: describe().centreName }),
    settings: new DeskSettingsKeeper({ home, site, centreName: describe().centreName, clock }),
    destinations: new DeskDestinationsKeeper({ home, custody, clock }),
    recovery: new DeskRecovery({ home, custody, centreId: kiosk.centreId, random, clock }),
    printer,
    content,
    house: () => {
      const { siteName, siteLanguage, panel, demo } = describe();
      return { siteName, siteLanguage: DESK_LANGUAGES.find((each) => each === siteLanguage) ?? 'da', panel, demo };
    },
  };
}
