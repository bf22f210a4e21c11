import { assertNever } from '../basics/assert-never.ts';
import type { Timings } from '../site/timings.ts';

/**
 * What the kiosk holds while it waits.
 *
 * - `idle`: nothing; the greeting
 * - `visit`: answers, on the screen
 * - `found`: a draft whose code was just entered, and of which nothing is shown yet
 * - `locked`: nothing; a draft whose person hid the screen, and lifts it with the pictures
 * - `sent`, `ended`: the last words after Send, and after keeping or deleting
 */
export type Holding = 'idle' | 'visit' | 'found' | 'locked' | 'sent' | 'ended';

/**
 * What stands on the glass: the visit itself; the cover; the neutral page under the cover, "go on" or "I am someone
 * new"; the question whether somebody is there; or nothing more, because nobody is.
 */
export type PresenceStage = 'here' | 'covered' | 'lifting' | 'asked' | 'over';

/** Whether somebody is at the kiosk, as far as it can tell. */
export interface Presence {
  readonly holding: Holding;
  readonly stage: PresenceStage;
  /** When the person last gave a sign, in milliseconds of uptime; null when nobody has touched the greeting. */
  readonly signAtMs: number | null;
  /** How often the person asked for more time without going on. */
  readonly extensions: number;
  /** While a page for danger stands, nothing runs out. */
  readonly isHeld: boolean;
}

/** What can happen to the presence of a person. `tick`: time has passed. */
export type PresenceEvent =
  | { readonly kind: 'begin'; readonly holding: Holding }
  | { readonly kind: 'sign' | 'hide' | 'lift' | 'goOn' | 'stay' | 'hold' | 'release' | 'tick' };

/** The presence at a kiosk that was just started. */
export const NOBODY: Presence = { holding: 'idle', stage: 'here', signAtMs: null, extensions: 0, isHeld: false };

/**
 * Says what follows from an event. What does not fit changes nothing: a tap can come too late.
 *
 * | event  | where                      | then                                                     |
 * |--------|----------------------------|----------------------------------------------------------|
 * | sign   | here, neutral page         | all waiting begins anew                                  |
 * | hide   | here, neutral page         | covered; waiting begins anew                             |
 * | lift   | covered, asked             | neutral page; waiting begins anew                        |
 * | go on  | neutral page, not locked   | here; extensions are forgotten                           |
 * | stay   | asked, extensions are left | covered, for the whole time once more                    |
 * | hold   | anywhere                   | nothing runs out                                         |
 *
 * @param nowMs uptime, never the clock of the day: a clock that is set must neither cover nor end a visit
 */
export function nextPresence(
  now: Presence,
  event: PresenceEvent,
  { nowMs, timings }: { readonly nowMs: number; readonly timings: Timings },
): Presence {
  const { stage } = now;
  const signed = { ...now, signAtMs: nowMs };
  const isOpen = stage === 'here' || stage === 'lifting';
  switch (event.kind) {
    case 'begin':
      return begun(event.holding, nowMs);
    case 'sign':
      return isOpen ? { ...signed, extensions: stage === 'here' ? 0 : now.extensions } : now;
    case 'hide':
      return isOpen ? { ...signed, stage: 'covered' } : now;
    case 'lift':
      return stage === 'covered' || stage === 'asked' ? { ...signed, stage: 'lifting' } : now;
    case 'goOn':
      return stage === 'lifting' && now.holding !== 'locked' ? { ...signed, stage: 'here', extensions: 0 } : now;
    case 'stay':
      return mayStay(now, timings) ? { ...signed, stage: 'covered', extensions: now.extensions + 1 } : now;
    case 'hold':
      return { ...now, isHeld: true };
    case 'release':
      return now.isHeld ? { ...signed, isHeld: false } : now;
    case 'tick':
      return afterWaiting(now, nowMs, timings);
    default:
      return assertNever(event);
  }
}

function begun(holding: Holding, nowMs: number): Presence {
  const stage = holding === 'locked' ? 'covered' : 'here';
  return { holding, stage, signAtMs: holding === 'idle' ? null : nowMs, extensions: 0, isHeld: false };
}

/** Tells whether the person may ask for the same time once more. */
export function mayStay({ stage, extensions }: Presence, timings: Timings): boolean {
  return stage === 'asked' && extensions < timings.extensions;
}

function afterWaiting(now: Presence, nowMs: number, timings: Timings): Presence {
  const due = dueChange(now, timings);
  if (due === null || nowMs < due.atMs) return now;
  const changed = { ...now, stage: due.stage };
  // A machine that slept wakes up behind more than one change.
  return due.stage === 'covered' || due.stage === 'asked' ? afterWaiting(changed, nowMs, timings) : changed;
}

/**
 * Says what will happen next if nobody gives a sign.
 *
 * | held           | on the glass       | after the last sign      | then         |
 * |----------------|--------------------|--------------------------|--------------|
 * | visit          | here, neutral page | curtain                  | covered      |
 * | visit          | covered            | ask                      | asked        |
 * | visit          | asked              | ask + answer             | over         |
 * | locked         | neutral page       | curtain                  | covered      |
 * | locked         | covered            | ask + answer             | over         |
 * | idle, if touched; found | anything  | curtain                  | over         |
 * | sent; ended    | anything           | their own time           | over         |
 *
 * @returns the uptime of the change; null when nothing will happen
 */
export function dueChange(
  { holding, stage, signAtMs, isHeld }: Presence,
  timings: Timings,
): { readonly atMs: number; readonly stage: PresenceStage } | null {
  if (isHeld || signAtMs === null || stage === 'over') return null;
  const after = (seconds: number, then: PresenceStage) => ({ atMs: signAtMs + seconds * 1000, stage: then });
  const end = timings.askAfter + timings.answerWithin;
  switch (holding) {
    case 'visit':
      if (stage === 'asked') return after(end, 'over');
      return stage === 'covered' ? after(timings.askAfter, 'asked') : after(timings.curtainAfter, 'covered');
    case 'locked':
      return stage === 'lifting' ? after(timings.curtainAfter, 'covered') : after(end, 'over');
    case 'idle':
    case 'found':
      return after(timings.curtainAfter, 'over');
    case 'sent':
      return after(timings.sentStays, 'over');
    case 'ended':
      return after(timings.endedStays, 'over');
    default:
      return assertNever(holding);
  }
}
