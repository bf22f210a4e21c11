import type { VisitCall } from '../alert/told-call.ts';
import { isRed, type RaisedRule } from '../questionnaire/safety.ts';
import type { Visit } from './visit.ts';

/** Remembers a call that was raised in a visit; null: none was, or one went on. */
export function withCall(visit: Visit, call: VisitCall | null): Visit {
  return call === null ? visit : { ...visit, calls: [...visit.calls, call] };
}

/**
 * The calls that go with an intake: those whose reason still stands. Only what stands is sent, and a red call would tell
 * of an answer that the person took away as a mistake.
 *
 * @param raised what the answers reach now
 */
export function standingCalls({ calls }: Visit, raised: readonly RaisedRule[]): readonly VisitCall[] {
  const isDangerTold = raised.some(isRed);
  return raised.length === 0 ? [] : calls.filter(({ level }) => level === 'amber' || isDangerTold);
}
