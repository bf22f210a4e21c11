import type { Pack } from '../pack/load.ts';
import { isRed, newlyRaised, raisedRules, type RaisedRule } from '../questionnaire/safety.ts';
import { interviewOf, type Visit } from './visit.ts';

/** Notes the milder rules that an answer has brought, so that a person is offered: once for each rule, for all time. */
export function withOffers(before: Visit, after: Visit, pack: Pack): Visit {
  const brought = broughtBy(before, after, pack).filter((raised) => !isRed(raised));
  const rules = brought.map(({ rule }) => rule.id).filter((id) => !after.rulesTold.includes(id));
  if (rules.length === 0) return after;
  return {
    ...after,
    rulesTold: [...after.rulesTold, ...rules],
    rulesOffered: [...after.rulesOffered, ...rules],
  };
}

/**
 * Tells whether an answer has just said that life may be in danger now. Who takes such an answer back and gives it again
 * is in danger again; a milder answer afterwards, or a change of company, is no new danger.
 */
export function bringsDanger(before: Visit, after: Visit, pack: Pack): boolean {
  return broughtBy(before, after, pack).some(isRed);
}

function broughtBy(before: Visit, after: Visit, pack: Pack): readonly RaisedRule[] {
  return newlyRaised(raisedRules(interviewOf(before, pack)), raisedRules(interviewOf(after, pack)));
}
