import { assertNever } from '../basics/assert-never.ts';
import type { EnableWhen } from '../pack/questionnaire.ts';
import { codesOf, hasValue, type AnswerLookup } from './answer.ts';

/** Whatever is shown only under conditions: an item or an answer option. */
export interface Conditional {
  readonly enableWhen?: readonly EnableWhen[] | undefined;
  readonly enableBehavior?: 'all' | 'any' | undefined;
}

/**
 * Tells whether something is shown, given the answers so far. Without conditions it is; several conditions
 * must all hold unless `enableBehavior` is `any`.
 *
 * @param answers answers of items that are shown themselves; see flow.ts
 */
export function isEnabled(conditional: Conditional, answers: AnswerLookup): boolean {
  const conditions = conditional.enableWhen ?? [];
  if (conditions.length === 0) return true;
  return conditional.enableBehavior === 'any'
    ? conditions.some((condition) => holds(condition, answers))
    : conditions.every((condition) => holds(condition, answers));
}

function holds(condition: EnableWhen, answers: AnswerLookup): boolean {
  const answer = answers(condition.question);
  switch (condition.operator) {
    case 'exists':
      return hasValue(answer) === condition.answerBoolean;
    case '=':
      return codesOf(answer).includes(condition.answerCode);
    case '!=':
      return hasValue(answer) && !codesOf(answer).includes(condition.answerCode);
    default:
      return assertNever(condition);
  }
}
