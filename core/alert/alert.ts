import { assertNever } from '../basics/assert-never.ts';
import type { Timings } from '../site/timings.ts';

/** Why somebody is called: an answer speaks of danger now, the person wants somebody, or staff try the call. */
export const ALERT_CAUSES = ['danger', 'fetch', 'test'] as const;
export type AlertCause = (typeof ALERT_CAUSES)[number];

/** What the house did; choices only, so that nothing about a person can be written down. */
export const ALERT_NOTES = ['stayed', 'rang112', 'doctor', 'mistake', 'left'] as const;
export type AlertNote = (typeof ALERT_NOTES)[number];

/**
 * How far a call has come.
 *
 * - calling: somebody is called, and nobody has answered
 * - coming: somebody has answered through the second channel
 * - second: nobody answered in time, or the person asked for somebody else: the second person is called
 * - numbers: nobody came in time: the telephone numbers stand
 * - here: somebody of the house is at the kiosk
 * - noted: what was done is noted, and the person chooses how to go on
 */
export type AlertStage = 'calling' | 'coming' | 'second' | 'numbers' | 'here' | 'noted';

/** A call for a person of the house. It never says which answer it is about. */
export interface Alert {
  /** Counts the calls of this kiosk. */
  readonly number: number;
  readonly why: AlertCause;
  /** In milliseconds of uptime: a clock that is set hurries nobody and holds nobody up. */
  readonly raisedAtMs: number;
  readonly stage: AlertStage;
  /** How far the site's second channel has come; `none` where the site has none. */
  readonly channel: 'none' | 'calling' | 'answered' | 'failed';
  readonly isSoundBroken: boolean;
  /** The person says that it was a mistake. Somebody comes nevertheless. */
  readonly saidSafe: boolean;
  /** Who has said so may go on with the questions until somebody comes. */
  readonly isSetAside: boolean;
  readonly note: AlertNote | null;
}

/** What can happen to a call. */
export type AlertEvent =
  | { readonly kind: 'passed'; readonly nowMs: number }
  | { readonly kind: 'channelAnswered' | 'channelFailed' | 'soundFailed' }
  | { readonly kind: 'askSecond' | 'saySafe' | 'setAside' | 'callOff' | 'here' | 'finish' }
  | { readonly kind: 'note'; readonly note: AlertNote };

type Waits = Pick<Timings, 'secondPersonAfter' | 'numbersAfter'>;

/** Where a call is raised: its number if it is a new one, the uptime, and whether a second channel can take it. */
export interface AlertPlace {
  readonly number: number;
  readonly nowMs: number;
  readonly hasChannel: boolean;
}

/**
 * Calls for somebody. A call that is under way goes on: danger alone begins anew over any other, and over one of its
 * own to which somebody has come already.
 */
export function raiseAlert(present: Alert | null, why: AlertCause, place: AlertPlace): Alert {
  if (present === null) return newAlert(why, place);
  if (why === 'test') return present;
  if (why === 'fetch') return present.why === 'test' ? newAlert(why, place) : present;
  const goesOn = present.why === 'danger' && isWaiting(present);
  return goesOn ? { ...present, saidSafe: false, isSetAside: false } : newAlert(why, place);
}

function newAlert(why: AlertCause, { number, nowMs, hasChannel }: AlertPlace): Alert {
  return {
    number,
    why,
    raisedAtMs: nowMs,
    stage: 'calling',
    channel: hasChannel ? 'calling' : 'none',
    isSoundBroken: false,
    saidSafe: false,
    isSetAside: false,
    note: null,
  };
}

/**
 * Takes a call one step on. `passed` alone knows the time; everything else is somebody's act. Read as:
 *
 * | stage          | passed           | channelAnswered | askSecond | here | note  | finish |
 * |----------------|------------------|-----------------|-----------|------|-------|--------|
 * | calling        | second, numbers  | coming          | second    | here |       |        |
 * | coming         | numbers          |                 | second    | here |       |        |
 * | second         | numbers          | coming          |           | here |       |        |
 * | numbers        |                  | (numbers)       |           | here |       |        |
 * | here           |                  |                 |           |      | noted |        |
 * | noted          |                  |                 |           |      |       | over   |
 *
 * A call that is not about danger is over as soon as somebody is here, or when it is called off.
 *
 * @returns the same alert where the event changes nothing, null when the call is over
 */
export function stepAlert(alert: Alert, event: AlertEvent, waits: Waits): Alert | null {
  switch (event.kind) {
    case 'passed':
      return afterWaiting(alert, event.nowMs - alert.raisedAtMs, waits);
    case 'channelAnswered':
      return withChannel(alert, 'answered');
    case 'channelFailed':
      return withChannel(alert, 'failed');
    case 'soundFailed':
      return alert.isSoundBroken ? alert : { ...alert, isSoundBroken: true };
    case 'askSecond':
      return alert.stage === 'calling' || alert.stage === 'coming' ? toSecond(alert) : alert;
    case 'saySafe':
      return alert.why === 'danger' && isWaiting(alert) ? { ...alert, saidSafe: true } : alert;
    case 'setAside':
      return alert.saidSafe && isWaiting(alert) ? { ...alert, isSetAside: true } : alert;
    case 'callOff':
      return alert.why === 'danger' ? alert : null;
    case 'here':
      return hereIs(alert);
    case 'note':
      return alert.stage === 'here' ? { ...alert, stage: 'noted', note: event.note } : alert;
    case 'finish':
      return alert.stage === 'noted' ? null : alert;
    default:
      return assertNever(event);
  }
}

/** Tells whether somebody is still waited for. */
function isWaiting({ stage }: Alert): boolean {
  return stage !== 'here' && stage !== 'noted';
}

function afterWaiting(alert: Alert, waitedMs: number, waits: Waits): Alert {
  if (!isWaiting(alert) || alert.stage === 'numbers') return alert;
  // Who has answered and does not come is as good as nobody.
  if (waitedMs >= waits.numbersAfter * 1000) return { ...alert, stage: 'numbers' };
  return alert.stage === 'calling' && waitedMs >= waits.secondPersonAfter * 1000 ? toSecond(alert) : alert;
}

/** The second channel is asked once more, also when it failed the first time. */
function toSecond(alert: Alert): Alert {
  return { ...alert, stage: 'second', channel: alert.channel === 'none' ? 'none' : 'calling' };
}

function withChannel(alert: Alert, channel: 'answered' | 'failed'): Alert {
  if (!isWaiting(alert) || alert.channel === channel || alert.channel === 'none') return alert;
  const comes = channel === 'answered' && alert.stage !== 'numbers';
  return { ...alert, channel, stage: comes ? 'coming' : alert.stage };
}

function hereIs(alert: Alert): Alert | null {
  if (alert.why !== 'danger') return null;
  return isWaiting(alert) ? { ...alert, stage: 'here', isSetAside: false } : alert;
}

/**
 * Tells whether a sound calls now. A site with a second channel is quiet until the second person is called, or the
 * channel fails; without one there is no other way to call.
 */
export function isSounding({ stage, channel, isSoundBroken }: Alert): boolean {
  if (isSoundBroken) return false;
  if (stage === 'calling') return channel === 'none' || channel === 'failed';
  return stage === 'second' || stage === 'numbers';
}

/** Tells whether the page for danger covers everything; nothing times out while it stands. */
export function coversAll({ why, isSetAside }: Alert): boolean {
  return why === 'danger' && !isSetAside;
}

/** When time alone changes a call next, in milliseconds of uptime; null when it does not. */
export function nextChangeMs(alert: Alert, { secondPersonAfter, numbersAfter }: Waits): number | null {
  if (alert.stage === 'calling') return alert.raisedAtMs + secondPersonAfter * 1000;
  return alert.stage === 'coming' || alert.stage === 'second' ? alert.raisedAtMs + numbersAfter * 1000 : null;
}
