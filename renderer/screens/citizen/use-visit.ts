import { useCallback, useEffect, useRef, useState } from 'react';
import type { QuestionScene } from '../../../core/intake/scene.ts';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import type { BegunAnswer } from '../../../core/questionnaire/begun-answer.ts';
import type { AlertAct, ShownCode, VisitView } from '../../../ipc/contract.ts';
import { kiosk } from '../../kiosk.ts';
import { problemKey } from './problem-key.ts';

/** Most answers are there sooner: drawing the screen anew as a waiting one would only hold them up. */
const SHOWS_WAITING_AFTER_MS = 100;

/** What stands on the screen: a scene of the visit, or something around it. */
export type Place =
  | { readonly kind: 'visit' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'code'; readonly code: ShownCode; readonly then: AfterCode }
  | { readonly kind: 'beforeSend' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'ended'; readonly how: 'deleted' | 'kept' }
  | { readonly kind: 'finished' };

/** Where a new code leads: on with the questions, or out. */
export type AfterCode = 'goOn' | 'leave';

export interface VisitState {
  readonly view: VisitView;
  readonly place: Place;
  /** The key of what is in the way, or null. */
  readonly problem: string | null;
  /** For so many seconds nobody may try a code; null when one may. */
  readonly waitSeconds: number | null;
  readonly isWaiting: boolean;
}

/** A visit as a screen holds it: the last view that the kiosk acknowledged, and what can be done. */
export interface VisitStore extends VisitState {
  /** Resolves to whether the kiosk did it; `thenAtOnce` is called then, before the next screen is drawn. */
  readonly act: (event: VisitEvent, thenAtOnce?: () => void) => Promise<boolean>;
  /** The question that would come next; it is the very object that a view then holds, if it does. */
  readonly ahead: (event: VisitEvent) => Promise<QuestionScene | null>;
  /** Lets the kiosk remember what is being written, also while it is busy with something else. */
  readonly write: (begun: BegunAnswer) => void;
  readonly takeCode: (then: AfterCode) => Promise<boolean>;
  readonly resume: (code: string) => Promise<boolean>;
  readonly keep: () => Promise<boolean>;
  readonly forget: () => Promise<boolean>;
  /** Sends; where the answers call for a person, only after one was offered once more. */
  readonly send: (wishes?: SendWishes) => Promise<boolean>;
  readonly takeBack: () => Promise<boolean>;
  readonly finish: () => Promise<boolean>;
  /** Covers the screen. */
  readonly hide: () => Promise<void>;
  /** Lifts the cover to the neutral page, or answers that somebody is there. */
  readonly lift: () => Promise<boolean>;
  /** Goes on from the neutral page, or into the visit that a code found. */
  readonly goOn: () => Promise<boolean>;
  /** Asks for the same time once more. */
  readonly stay: () => Promise<boolean>;
  /** Somebody new is there. */
  readonly leave: () => Promise<boolean>;
  readonly goTo: (place: Place) => void;
  readonly showProblem: (key: string | null) => void;
  /** Does something about a call, also while the kiosk is busy with something else. */
  readonly alert: (act: AlertAct) => Promise<boolean>;
}

/** What goes with the letter. */
export interface SendWishes {
  readonly ringToday: boolean;
}

type Outcome = Partial<Pick<VisitState, 'view' | 'place' | 'problem' | 'waitSeconds'>>;
const visitPlace: Place = { kind: 'visit' };
const NOTHING_YET: Omit<VisitState, 'view'> = {
  place: visitPlace,
  problem: null,
  waitSeconds: null,
  isWaiting: false,
};

/**
 * Holds the visit. While the kiosk has not answered, a second tap does nothing.
 *
 * @param reloadTexts a visit that is continued may have begun with another content version
 */
export function useVisit(first: VisitView, reloadTexts: () => Promise<void>): VisitStore {
  const [state, setState] = useState<VisitState>({ ...NOTHING_YET, place: firstPlace(first), view: first });
  useEffect(() => {
    // Time covers and ends a visit without the window's asking.
    const look = (): void => void kiosk['visit.show']({}).then((view) => setState((now) => withView(now, view)));
    return kiosk.onChange(look);
  }, []);
  const isBusy = useRef(false);
  const guess = useRef<QuestionScene | null>(null);
  const ahead = useCallback(async (event: VisitEvent): Promise<QuestionScene | null> => {
    const found = await kiosk['visit.ahead']({ event });
    guess.current = isSame(guess.current, found) ? guess.current : found;
    return guess.current;
  }, []);
  // What is lost is followed by the next letter or tap.
  const write = useCallback((begun: BegunAnswer) => void kiosk['visit.write'](begun).catch(() => undefined), []);
  const showProblem = useCallback((problem: string | null): void => {
    setState((now) => ({ ...now, problem, waitSeconds: null }));
  }, []);

  async function once(ask: () => Promise<Outcome>, thenAtOnce?: () => void): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    const waiting = setTimeout(() => setState((now) => ({ ...now, isWaiting: true })), SHOWS_WAITING_AFTER_MS);
    // A reply that never comes is a bug; the person keeps what was chosen and can try again.
    const outcome = await ask().catch((): Outcome => ({ problem: 'kiosk.problem.unexpected' }));
    clearTimeout(waiting);
    isBusy.current = false;
    setState((now) => ({ ...now, problem: null, waitSeconds: null, ...outcome, isWaiting: false }));
    // In the same breath, so that the screen is drawn once.
    if (outcome.problem === undefined) thenAtOnce?.();
    return outcome.problem === undefined;
  }

  const offerBeforeSend = (): Promise<boolean> => {
    setState((now) => ({ ...now, place: { kind: 'beforeSend' }, problem: null }));
    return Promise.resolve(true);
  };
  return {
    ...state,
    act: (event, thenAtOnce) => once(() => act(event, guess.current), thenAtOnce),
    ahead,
    write,
    takeCode: (then) => once(() => takeCode(then)),
    resume: (code) => once(() => resume(code, reloadTexts)),
    keep: () => once(keep),
    forget: () => once(forget),
    send: (wishes) => {
      if (wishes === undefined && state.view.safety.level !== 'none') return offerBeforeSend();
      // Only a tap that will be acted on shows the letter being closed.
      if (!isBusy.current) setState((now) => ({ ...now, place: { kind: 'sending' }, problem: null }));
      return once(() => send(wishes ?? { ringToday: false }));
    },
    takeBack: () => once(takeBack),
    finish: () => once(() => end('visit.finish')),
    // Never too busy to hide.
    hide: async () => {
      const view = await kiosk['visit.hide']({});
      setState((now) => withView(now, view));
    },
    lift: () => once(() => show('visit.lift')),
    goOn: () => once(() => goOn(state.place)),
    stay: () => once(() => show('visit.stay')),
    leave: () => once(() => end('visit.leave')),
    goTo: (place) => setState((now) => ({ ...now, place, problem: null, waitSeconds: null })),
    showProblem,
    alert: (act) =>
      kiosk['alert.act']({ act }).then(
        (view) => {
          setState((now) => withView(now, view));
          return true;
        },
        () => false,
      ),
  };
}

/** A window that was made anew shows the last words that stood in the old one. */
function firstPlace({ ended }: VisitView): Place {
  return ended === null ? visitPlace : { kind: 'ended', how: ended };
}

/** A tap that came too late for what stood there is no problem once the cover has fallen. */
function withView(now: VisitState, view: VisitView): VisitState {
  return view.presence.stage === 'here' ? { ...now, view } : { ...now, view, problem: null };
}

/** What changes around the questions leaves one where one is, even beside them. */
const LEAVES_ONE_THERE: readonly VisitEvent['kind'][] = ['chooseLanguage', 'chooseCulture', 'setAccompanied'];

async function act(event: VisitEvent, guess: QuestionScene | null = null): Promise<Outcome> {
  const reply = await kiosk['visit.act']({ event });
  if (!reply.ok) return { problem: problemKey(reply.error) };
  const view = asGuessed(reply.value, guess);
  if (LEAVES_ONE_THERE.includes(event.kind)) return { view };
  return { view, place: visitPlace };
}

/** What stands ready for a question that was guessed right need not be drawn anew for an object that says the same. */
function asGuessed(view: VisitView, guess: QuestionScene | null): VisitView {
  return guess !== null && isSame(guess, view.scene) ? { ...view, scene: guess } : view;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function takeCode(then: AfterCode): Promise<Outcome> {
  const reply = await kiosk['visit.takeCode']({});
  return reply.ok ? { place: { kind: 'code', code: reply.value, then } } : { problem: problemKey(reply.error) };
}

async function resume(code: string, reloadTexts: () => Promise<void>): Promise<Outcome> {
  const reply = await kiosk['visit.resume']({ code });
  if (!reply.ok) {
    const { error } = reply;
    return { problem: problemKey(error), waitSeconds: error.kind === 'wait' ? error.seconds : null };
  }
  await reloadTexts();
  return { place: visitPlace, ...(await pastTheOffer(reply.value)) };
}

/** Back behind the cover everything stands where it stood, also a code that is being copied. */
async function goOn({ kind }: Place): Promise<Outcome> {
  const view = await kiosk['visit.goOn']({});
  return kind === 'code' ? { view } : pastTheOffer(view);
}

/** A code that was taken while it was being offered needs no second offer. */
async function pastTheOffer(view: VisitView): Promise<Outcome> {
  if (view.scene.kind !== 'offerCode' || !view.codeTaken) return { view };
  return { view, ...(await act({ kind: 'proceed' })) };
}

async function show(channel: 'visit.lift' | 'visit.stay'): Promise<Outcome> {
  return { view: await kiosk[channel]({}) };
}

async function keep(): Promise<Outcome> {
  const reply = await kiosk['visit.keep']({});
  return reply.ok ? { place: { kind: 'ended', how: 'kept' } } : { problem: problemKey(reply.error) };
}

async function forget(): Promise<Outcome> {
  const reply = await kiosk['visit.forget']({});
  return reply.ok ? { place: { kind: 'ended', how: 'deleted' } } : { problem: problemKey(reply.error) };
}

async function send(wishes: SendWishes): Promise<Outcome> {
  const failed = { place: visitPlace, problem: 'kiosk.problem.notSent' };
  const reply = await kiosk['visit.send']({ ...wishes }).catch(() => null);
  if (reply === null) return failed;
  if (reply.ok) return { view: reply.value, place: visitPlace };
  return reply.error.kind === 'full' ? { ...failed, problem: problemKey(reply.error) } : failed;
}

async function takeBack(): Promise<Outcome> {
  const reply = await kiosk['visit.takeBack']({});
  return reply.ok ? { view: reply.value } : { problem: problemKey(reply.error) };
}

async function end(channel: 'visit.finish' | 'visit.leave'): Promise<Outcome> {
  await kiosk[channel]({});
  return { place: { kind: 'finished' } };
}
