import type { AlertEntry } from '../../core/alert/alert-entry.ts';
import { toldCalls, type ToldCall, type VisitCall } from '../../core/alert/told-call.ts';
import { alertEventOf } from '../../core/audit/alert-events.ts';
import { CallTimer } from '../../core/numbers/call-timer.ts';
import type { CentreCard } from '../../core/bundle/centre-card.ts';
import type { Clock } from '../../core/basics/clock.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { calendarDay, isoDay } from '../../core/translation/dates.ts';
import type { Home } from '../store/home.ts';
import { AlertDesk } from './alert-desk.ts';
import { openAlertLog } from './alert-log.ts';
import type { Caller } from './caller.ts';
import { createHttpCaller } from './http-caller.ts';
import { createWindowCaller } from './window-caller.ts';

/** One answer of the second channel may take this long: nobody who waits for help waits for a slow line. */
const CHANNEL_TIMEOUT_MS = 10_000;
const CHANNEL_ASKS_AGAIN_MS = 5_000;
/** What is looked through for the calls of a day, however long the list has grown. */
const LATEST_ENTRIES = 400;

/** The calls of a kiosk. */
export interface KioskAlerts {
  readonly desk: AlertDesk;
  /** Remembers that the test call of today was answered. */
  readonly rememberTestCall: () => void;
  /** What the house did at some calls. */
  readonly toldCalls: (calls: readonly VisitCall[]) => readonly ToldCall[];
  /** The latest lines of the list of calls, oldest first: more than a day has. */
  readonly latest: () => readonly AlertEntry[];
  /** False when the list of calls cannot be written: calls go out all the same. */
  readonly isWritten: boolean;
  /** Ends what is under way and lets go of the list of calls, because the kiosk ends. */
  readonly close: () => void;
}

/** Puts together who is called, and when, in an open home. */
export function openAlerts(
  { home, centre }: { readonly home: Home; readonly centre: CentreCard },
  { clock, uptime }: { readonly clock: Clock; readonly uptime: Uptime },
): KioskAlerts {
  const opened = openAlertLog(home.layout.alerts);
  const log = opened.ok ? opened.value : null;
  // What cannot be written down is remembered as long as the program runs.
  const entries: AlertEntry[] = [...(log?.entries() ?? [])];
  const { site } = centre;
  const channel = (): Caller | null => {
    const url = home.state.content.settings.secondChannelUrl;
    if (url === null) return null;
    return createHttpCaller({
      url,
      kioskLabel: site.name,
      timeoutMs: CHANNEL_TIMEOUT_MS,
      askAgainMs: CHANNEL_ASKS_AGAIN_MS,
    });
  };
  const timer = new CallTimer();
  const desk = new AlertDesk({
    clock,
    uptime,
    timings: () => home.state.content.settings.timings,
    screen: createWindowCaller(() => true),
    sound: createWindowCaller(() => true),
    channel,
    callsBefore: entries.reduce((most, { alert }) => Math.max(most, alert), 0),
    write: (entry) => {
      entries.push(entry);
      void log?.append(entry);
      const event = alertEventOf(entry);
      if (event !== null) home.audit.record(event);
      const counted = timer.step(entry, uptime.nowMs());
      if (counted !== null) home.custody?.numbers.count(counted);
    },
  });
  const rememberTestCall = (): void => {
    const testCallOn = isoDay(calendarDay(clock.nowMs(), site.timeZone));
    home.state.change((content) => ({ ...content, settings: { ...content.settings, testCallOn } }));
  };
  const close = (): void => {
    desk.close();
    log?.close();
  };
  return {
    desk,
    rememberTestCall,
    toldCalls: (calls) => toldCalls(entries, calls),
    latest: () => entries.slice(-LATEST_ENTRIES),
    isWritten: log !== null,
    close,
  };
}
