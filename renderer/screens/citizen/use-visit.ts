import { useRef, useState } from 'react';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import type { ShownCode, VisitView } from '../../../ipc/contract.ts';
import { kiosk } from '../../kiosk.ts';
import { callsForAPerson } from './danger.ts';
import { problemKey } from './problem-key.ts';

/** What stands on the screen: a scene of the visit, or something around it. */
export type Place =
  | { readonly kind: 'visit' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'code'; readonly code: ShownCode; readonly then: AfterCode }
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
  readonly isWaiting: boolean;
  /** The last answer calls for a person now, and the person has not chosen yet what to do. */
  readonly isInDanger: boolean;
}

/** A visit as a screen holds it: the last view that the kiosk acknowledged, and what can be done. */
export interface VisitStore extends VisitState {
  /** Resolves to whether the kiosk did it. */
  readonly act: (event: VisitEvent) => Promise<boolean>;
  readonly takeCode: (then: AfterCode) => Promise<boolean>;
  readonly resume: (code: string) => Promise<boolean>;
  readonly keep: () => Promise<boolean>;
  readonly forget: () => Promise<boolean>;
  readonly send: () => Promise<boolean>;
  readonly finish: () => Promise<boolean>;
  readonly goTo: (place: Place) => void;
  readonly showProblem: (key: string | null) => void;
  /** The person has seen who is there, and has chosen. */
  readonly leaveDanger: () => void;
}

type Outcome = Partial<Pick<VisitState, 'view' | 'place' | 'problem' | 'isInDanger'>>;
const visitPlace: Place = { kind: 'visit' };
const NOTHING_YET: Omit<VisitState, 'view'> = {
  place: visitPlace,
  problem: null,
  isWaiting: false,
  isInDanger: false,
};

/**
 * Holds the visit. While the kiosk has not answered, a second tap does nothing.
 *
 * @param reloadTexts a visit that is continued may have begun with another content version
 */
export function useVisit(first: VisitView, reloadTexts: () => Promise<void>): VisitStore {
  const [state, setState] = useState<VisitState>({ ...NOTHING_YET, view: first });
  const isBusy = useRef(false);

  async function once(ask: () => Promise<Outcome>): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setState((now) => ({ ...now, isWaiting: true }));
    // A reply that never comes is a bug; the person keeps what was chosen and can try again.
    const outcome = await ask().catch((): Outcome => ({ problem: 'kiosk.problem.unexpected' }));
    isBusy.current = false;
    setState((now) => ({ ...now, problem: null, ...outcome, isWaiting: false }));
    return outcome.problem === undefined;
  }

  return {
    ...state,
    act: (event) => once(() => act(event, state.view)),
    takeCode: (then) => once(() => takeCode(then)),
    resume: (code) => once(() => resume(code, reloadTexts)),
    keep: () => once(keep),
    forget: () => once(forget),
    send: () => {
      // Only a tap that will be acted on shows the letter being closed.
      if (!isBusy.current) setState((now) => ({ ...now, place: { kind: 'sending' }, problem: null }));
      return once(send);
    },
    finish: () => once(finish),
    goTo: (place) => setState((now) => ({ ...now, place, problem: null })),
    showProblem: (problem) => setState((now) => ({ ...now, problem })),
    leaveDanger: () => setState((now) => ({ ...now, isInDanger: false })),
  };
}

/** What changes around the questions leaves one where one is, even beside them. */
const LEAVES_ONE_THERE: readonly VisitEvent['kind'][] = ['chooseLanguage', 'chooseCulture', 'setAccompanied'];

async function act(event: VisitEvent, before: VisitView): Promise<Outcome> {
  const reply = await kiosk['visit.act']({ event });
  if (!reply.ok) return { problem: problemKey(reply.error) };
  const view = reply.value;
  if (LEAVES_ONE_THERE.includes(event.kind)) return { view };
  if (event.kind !== 'answer') return { view, place: visitPlace };
  return { view, place: visitPlace, isInDanger: callsForAPerson(before.safety, view.safety) };
}

async function takeCode(then: AfterCode): Promise<Outcome> {
  const reply = await kiosk['visit.takeCode']({});
  return reply.ok ? { place: { kind: 'code', code: reply.value, then } } : { problem: problemKey(reply.error) };
}

async function resume(code: string, reloadTexts: () => Promise<void>): Promise<Outcome> {
  const reply = await kiosk['visit.resume']({ code });
  if (!reply.ok) return { problem: problemKey(reply.error) };
  await reloadTexts();
  const resumed = { view: reply.value, place: visitPlace };
  // A code that was taken while it was being offered needs no second offer.
  return reply.value.scene.kind === 'offerCode'
    ? { ...resumed, ...(await act({ kind: 'proceed' }, reply.value)) }
    : resumed;
}

async function keep(): Promise<Outcome> {
  const reply = await kiosk['visit.keep']({});
  return reply.ok ? { place: { kind: 'ended', how: 'kept' } } : { problem: problemKey(reply.error) };
}

async function forget(): Promise<Outcome> {
  const reply = await kiosk['visit.forget']({});
  return reply.ok ? { place: { kind: 'ended', how: 'deleted' } } : { problem: problemKey(reply.error) };
}

async function send(): Promise<Outcome> {
  const failed = { place: visitPlace, problem: 'kiosk.problem.notSent' };
  const reply = await kiosk['visit.send']({}).catch(() => null);
  if (reply === null) return failed;
  if (reply.ok) return { view: reply.value, place: visitPlace };
  return reply.error.kind === 'full' ? { ...failed, problem: problemKey(reply.error) } : failed;
}

async function finish(): Promise<Outcome> {
  await kiosk['visit.finish']({});
  return { place: { kind: 'finished' } };
}
