import { factsOf, type AlertEntry } from '../../core/alert/alert-entry.ts';
import {
  coversAll,
  isSounding,
  nextChangeMs,
  raiseAlert,
  stepAlert,
  type Alert,
  type AlertCause,
  type AlertEvent,
  type AlertNote,
} from '../../core/alert/alert.ts';
import type { VisitCall } from '../../core/alert/told-call.ts';
import type { Clock } from '../../core/basics/clock.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import type { Timings } from '../../core/site/timings.ts';
import type { AlertView } from '../../ipc/contract.ts';
import type { Caller } from './caller.ts';
import type { WindowCaller } from './window-caller.ts';

/** What the desk works with. */
export interface AlertDeskOptions {
  /** For what is written down. */
  readonly clock: Clock;
  readonly uptime: Uptime;
  readonly timings: () => Timings;
  readonly screen: WindowCaller;
  readonly sound: WindowCaller;
  /** The site's second channel; asked for anew with each call, null where there is none. */
  readonly channel: () => Caller | null;
  /** How many calls there were before this start. */
  readonly callsBefore: number;
  readonly write: (entry: AlertEntry) => void;
}

/** Where a call stands in the list of calls. */
export type RaisedCall = Pick<VisitCall, 'number' | 'at'>;

/** What others want to know of the calls. */
export interface AlertListener {
  /** Something changed that the window shows. */
  readonly changed: () => void;
  /** Whether a page stands that must not time out. */
  readonly held: (isHeld: boolean) => void;
}

/** The one call that is under way, and everybody who is called by it. */
export class AlertDesk {
  readonly #options: AlertDeskOptions;
  #listener: AlertListener = { changed: () => undefined, held: () => undefined };
  #alert: Alert | null = null;
  #calls: number;
  #stopWaiting: () => void = () => undefined;
  #stopScreen: (() => void) | null = null;
  #stopSound: (() => void) | null = null;
  /** The call through the second channel, and for which number and stage it was made. */
  #channel: { readonly place: string; readonly stop: () => void } | null = null;

  constructor(options: AlertDeskOptions) {
    this.#options = options;
    this.#calls = options.callsBefore;
  }

  /** Tells from now on what changes. */
  listen(listener: AlertListener): void {
    this.#listener = listener;
  }

  /** Calls for somebody. @returns the place of a new call in the list; null where one goes on that was raised before */
  raise(why: AlertCause): RaisedCall | null {
    const { uptime, channel } = this.#options;
    const place = { number: this.#calls + 1, nowMs: uptime.nowMs(), hasChannel: channel() !== null };
    const before = this.#alert;
    const raised = raiseAlert(before, why, place);
    this.#calls = Math.max(this.#calls, raised.number);
    const at = this.#now();
    this.#become(raised, { at, by: null });
    return raised.number === before?.number ? null : { number: raised.number, at };
  }

  /** The person wants somebody, perhaps somebody else. @returns as `raise` */
  fetch(who: 'onDuty' | 'second'): RaisedCall | null {
    const raised = this.raise('fetch');
    if (who === 'second') this.step({ kind: 'askSecond' });
    return raised;
  }

  /** Somebody pressed "I am here" on the kiosk. @returns whether that ended a test call */
  acknowledge(): boolean {
    const isTest = this.#alert?.why === 'test';
    this.#options.screen.acknowledge();
    return isTest && this.#alert === null;
  }

  /** Notes what was done. @returns whether it was noted: only once, and only when somebody is here */
  note(note: AlertNote): boolean {
    const before = this.#alert;
    this.step({ kind: 'note', note });
    return this.#alert !== before;
  }

  /** Ends a call that is noted. @returns true */
  finish(): true {
    this.step({ kind: 'finish' });
    return true;
  }

  /** Takes the call that is under way one step on; without one nothing happens. */
  step(event: AlertEvent): void {
    if (this.#alert === null) return;
    this.#become(stepAlert(this.#alert, event, this.#options.timings()), { at: this.#now(), by: event.kind });
  }

  /** The window cannot sound. */
  soundFailed(): void {
    this.#options.sound.fail('noSound');
  }

  /** What the window shows of the call; null while there is none. */
  show(): AlertView | null {
    if (this.#alert === null) return null;
    const { why, stage, channel, isSoundBroken, saidSafe } = this.#alert;
    return {
      why,
      stage,
      isAnswered: channel === 'answered',
      isSounding: this.#options.sound.isCalling(),
      isUnheard: isSoundBroken && (channel === 'none' || channel === 'failed'),
      saidSafe,
      coversAll: coversAll(this.#alert),
    };
  }

  /** Ends what is under way, because the kiosk ends. */
  close(): void {
    this.#stopWaiting();
    this.#channel?.stop();
  }

  #now(): string {
    return new Date(this.#options.clock.nowMs()).toISOString();
  }

  #become(alert: Alert | null, { at, by }: { readonly at: string; readonly by: AlertEvent['kind'] | null }): void {
    const before = this.#alert;
    if (alert === before) return;
    this.#alert = alert;
    const number = alert?.number ?? before?.number ?? this.#calls;
    for (const fact of factsOf(before, alert, by)) this.#options.write({ at, alert: number, ...fact });
    this.#waitFor(alert);
    this.#callAll(alert);
    // Calling may have changed it once more already, as when the sound cannot be heard.
    this.#listener.held(this.#alert !== null && coversAll(this.#alert));
    this.#listener.changed();
  }

  #waitFor(alert: Alert | null): void {
    this.#stopWaiting();
    this.#stopWaiting = () => undefined;
    const nextMs = alert === null ? null : nextChangeMs(alert, this.#options.timings());
    if (nextMs === null) return;
    const { uptime } = this.#options;
    const waitMs = Math.max(0, nextMs - uptime.nowMs());
    this.#stopWaiting = uptime.after(waitMs, () =>
      this.step({ kind: 'passed', nowMs: Math.max(nextMs, uptime.nowMs()) }),
    );
  }

  /** Brings everybody who is called in line with the call. */
  #callAll(alert: Alert | null): void {
    const isWaiting = alert !== null && alert.stage !== 'here' && alert.stage !== 'noted';
    this.#stopScreen = this.#keep(this.#stopScreen, isWaiting, () =>
      this.#options.screen.call({ kind: 'come' }, ({ kind }) => {
        if (kind === 'acknowledged') this.step({ kind: 'here' });
      }),
    );
    this.#stopSound = this.#keep(this.#stopSound, isWaiting && isSounding(alert), () =>
      this.#options.sound.call({ kind: 'come' }, ({ kind }) => {
        if (kind === 'failed') this.step({ kind: 'soundFailed' });
      }),
    );
    this.#callChannel(isWaiting ? alert : null);
  }

  #keep(present: (() => void) | null, isWanted: boolean, call: () => () => void): (() => void) | null {
    if (!isWanted) present?.();
    return isWanted ? (present ?? call()) : null;
  }

  /** The channel is asked once for the first person and once for the second; who was asked may answer late. */
  #callChannel(alert: Alert | null): void {
    if (alert === null) {
      this.#channel?.stop();
      this.#channel = null;
      return;
    }
    const { number, stage, channel } = alert;
    const place = `${number} ${stage === 'second' ? 'second' : 'first'}`;
    if (channel !== 'calling' || stage === 'numbers' || this.#channel?.place === place) return;
    const caller = this.#options.channel();
    if (caller === null) return;
    this.#channel?.stop();
    const kind = alert.why === 'test' ? 'test' : stage === 'second' ? 'comeSecond' : 'come';
    const stop = caller.call({ kind }, (outcome) =>
      this.step({ kind: outcome.kind === 'acknowledged' ? 'channelAnswered' : 'channelFailed' }),
    );
    this.#channel = { place, stop };
  }
}
