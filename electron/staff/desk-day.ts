import { readdirSync } from 'node:fs';
import { dayCalls } from '../../core/alert/day-calls.ts';
import type { Clock } from '../../core/basics/clock.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { CentreSite } from '../../core/bundle/centre-card.ts';
import type { SelfTest } from '../../core/self-test/self-test.ts';
import { readinessOf } from '../../core/site/duty.ts';
import type { Instrument } from '../../core/pack/instrument.ts';
import { endingLicences } from '../../core/pack/licence.ts';
import { areNumbersDue, isDrillDue } from '../../core/site/reminders.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import { calendarDay, clockTime, isoDay } from '../../core/translation/dates.ts';
import type { DeskDay, DeskReplies } from '../../ipc/desk-contract.ts';
import { attempt } from '../../node/file-system.ts';
import type { KioskAlerts } from '../alert/open-alerts.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SaidAtTheDesk, SelfTestDesk } from '../self-test/self-test-desk.ts';
import type { Home } from '../store/home.ts';
import type { Settings } from '../store/state-content.ts';
import type { StaffAccounts } from './staff-accounts.ts';

/** What the day of a house is made of. */
export interface DeskDayOptions {
  readonly home: Pick<Home, 'state' | 'audit' | 'hasRoom' | 'layout'>;
  readonly outbox: Pick<Outbox, 'deliveries' | 'markRung'>;
  readonly alerts: Pick<KioskAlerts, 'desk' | 'latest'>;
  readonly selfTest: Pick<SelfTestDesk, 'run'>;
  readonly accounts: Pick<StaffAccounts, 'person'>;
  /** The instruments that the kiosk asks, or asked until their licences ended. */
  readonly instruments: () => readonly Instrument[];
  readonly site: Pick<CentreSite, 'timeZone'>;
  readonly clock: Clock;
}

/** A day of the house: who is on duty, whether it is opened, and whom the house rings for. */
export class DeskDayKeeper {
  readonly #options: DeskDayOptions;
  #tested: { readonly day: string; readonly result: SelfTest } | null = null;

  constructor(options: DeskDayOptions) {
    this.#options = options;
  }

  show(): DeskDay {
    const { home, outbox, instruments, clock, site } = this.#options;
    const { settings } = home.state.content;
    const day = calendarDay(clock.nowMs(), site.timeZone);
    const today = isoDay(day);
    const dayOf = (moment: string) => calendarDay(Date.parse(moment), site.timeZone);
    return {
      today: day,
      readiness: readinessOf(settings, { today, hasRoom: home.hasRoom() }),
      dutyName: settings.dutyPersonName,
      secondName: settings.secondPersonName,
      isTestCallAnswered: settings.testCallOn === today,
      selfTest: this.#tested?.day === today ? this.#tested.result : null,
      isOpened: settings.selfTestOn === today,
      ringToday: outbox
        .deliveries()
        .filter(({ ringToday }) => ringToday)
        .map(({ seq, sealedAt }) => ({ seq, day: dayOf(sealedAt) })),
      calls: this.#calls(today),
      unfinished: this.#unfinished(),
      areNumbersDue: areNumbersDue(settings.numbersTestedOn, day),
      isDrillDue: isDrillDue(settings.drilledOn, day),
      endingLicences: endingLicences(instruments(), day),
    };
  }

  /** Somebody takes the duty over from whoever had it, or ends it. */
  setDuty(person: StaffPerson, onDuty: boolean): DeskReplies['desk.setDuty'] {
    const { audit } = this.#options.home;
    const dutyPersonName = onDuty ? person.name : null;
    // Whoever stood behind somebody else cannot stand behind themselves.
    const second = this.#settings.secondPersonName;
    const secondPersonName = second === dutyPersonName ? null : second;
    if (!this.#change({ dutyPersonName, secondPersonName })) return fail({ kind: 'notSaved' });
    audit.record({ event: onDuty ? 'dutyTaken' : 'dutyEnded', person: person.id });
    return ok(this.show());
  }

  setSecond(person: number | null): DeskReplies['desk.setSecond'] {
    const found = person === null ? null : this.#options.accounts.person(person);
    if (person !== null && found === null) return fail({ kind: 'noSuchPerson' });
    if (!this.#change({ secondPersonName: found?.name ?? null })) return fail({ kind: 'notSaved' });
    const { audit } = this.#options.home;
    audit.record(found === null ? { event: 'secondEnded' } : { event: 'secondNamed', person: found.id });
    return ok(this.show());
  }

  /** Somebody was taken off the list of people, and is called no more. Where that cannot be saved, the names stay. */
  hasLeft({ name }: Pick<StaffPerson, 'name'>): void {
    const { dutyPersonName, secondPersonName } = this.#settings;
    const without = (named: string | null): string | null => (named === name ? null : named);
    if (dutyPersonName !== name && secondPersonName !== name) return;
    this.#change({ dutyPersonName: without(dutyPersonName), secondPersonName: without(secondPersonName) });
  }

  testCall(): null {
    this.#options.alerts.desk.raise('test');
    return null;
  }

  async runSelfTest(said: SaidAtTheDesk): Promise<DeskDay> {
    const day = this.#today;
    this.#tested = { day, result: await this.#options.selfTest.run(said) };
    return this.show();
  }

  /** The centre was rung for somebody. */
  rung(seq: number): DeskReplies['desk.rung'] {
    const { outbox, home } = this.#options;
    if (!outbox.markRung(seq).ok) return fail({ kind: 'notSaved' });
    home.audit.record({ event: 'centreRung', seq });
    return ok(this.show());
  }

  #calls(today: string): DeskDay['calls'] {
    const { alerts, site } = this.#options;
    const isToday = (at: string): boolean => isoDay(calendarDay(Date.parse(at), site.timeZone)) === today;
    return dayCalls(alerts.latest(), isToday).map(({ at, ...call }) => ({
      ...call,
      time: clockTime(Date.parse(at), site.timeZone),
    }));
  }

  get #today(): string {
    const { clock, site } = this.#options;
    return isoDay(calendarDay(clock.nowMs(), site.timeZone));
  }

  get #settings(): Settings {
    return this.#options.home.state.content.settings;
  }

  #change(changed: Partial<Settings>): boolean {
    return this.#options.home.state.change((content) => ({
      ...content,
      settings: { ...content.settings, ...changed },
    })).ok;
  }

  /** One file for each; a folder that cannot be read tells nothing. */
  #unfinished(): number {
    const names = attempt(() => readdirSync(this.#options.home.layout.drafts));
    return names.ok ? names.value.filter((name) => name.endsWith('.draft')).length : 0;
  }
}
