import type { SafetyRule } from '../pack/safety.ts';
import { holds, isEnabled } from './conditions.ts';
import type { Interview } from './flow.ts';
import { answeredOf } from './visible-answers.ts';

/** A rule that the answers reach, and the items whose answers reach it. */
export interface RaisedRule {
  readonly rule: SafetyRule;
  readonly linkIds: readonly string[];
}

/** The highest level among some rules. */
export type SafetyLevel = 'none' | 'amber' | 'red';

/**
 * Finds every safety rule that the answers reach, red ones first. Fixed rules over answers that count; no judgement. The
 * numbers in them are those of the item as it was asked: another version may know other vessels.
 *
 * Source: assets/content/intake/safety.json
 */
export function raisedRules(interview: Interview): readonly RaisedRule[] {
  const answered = answeredOf(interview);
  const raised = interview.version.safety
    .filter((rule) => isEnabled(rule, answered))
    .map((rule) => ({
      rule,
      linkIds: [...new Set(rule.enableWhen.filter((each) => holds(each, answered)).map(({ question }) => question))],
    }));
  return [...raised.filter(isRed), ...raised.filter((each) => !isRed(each))];
}

/** The rules that were not reached before: what an answer has just brought. */
export function newlyRaised(before: readonly RaisedRule[], after: readonly RaisedRule[]): readonly RaisedRule[] {
  return after.filter(({ rule }) => !before.some((each) => each.rule.id === rule.id));
}

/** Tells whether a rule calls for a person at once. */
export function isRed({ rule }: RaisedRule): boolean {
  return rule.level === 'red';
}

/** The level that raised rules add up to. */
export function safetyLevel(raised: readonly RaisedRule[]): SafetyLevel {
  if (raised.some(isRed)) return 'red';
  return raised.length > 0 ? 'amber' : 'none';
}
