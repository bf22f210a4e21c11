import { assertNever } from '../basics/assert-never.ts';
import type { EnableWhen } from '../pack/condition.ts';
import type { Item } from '../pack/questionnaire.ts';
import { meanGrams } from './alcohol.ts';
import { codesOf, hasValue, nonAnswerOf, type Answer, type AnswerLookup } from './answer.ts';

/** Whatever is shown only under conditions: an item or an answer option. */
export interface Conditional {
  readonly enableWhen?: readonly EnableWhen[] | undefined;
  readonly enableBehavior?: 'all' | 'any' | undefined;
}

/** What conditions look at: answers of items that are shown themselves, and the numbers in them. */
export interface Answered {
  readonly answer: AnswerLookup;
  readonly item: (linkId: string) => Item | undefined;
}

/**
 * Tells whether something is shown, given the answers so far. Without conditions it is; several conditions
 * must all hold unless `enableBehavior` is `any`.
 */
export function isEnabled(conditional: Conditional, answered: Answered): boolean {
  const conditions = conditional.enableWhen ?? [];
  if (conditions.length === 0) return true;
  return conditional.enableBehavior === 'any'
    ? conditions.some((condition) => holds(condition, answered))
    : conditions.every((condition) => holds(condition, answered));
}

/** Tells whether a value that was given to an item may leave the kiosk. */
export function maySend({ sendWhen, sendBehavior }: Item, answered: Answered): boolean {
  return isEnabled({ enableWhen: sendWhen, enableBehavior: sendBehavior }, answered);
}

/** Tells whether one condition holds. An item that the version lacks has no answer. */
export function holds(condition: EnableWhen, { answer: answerOf, item }: Answered): boolean {
  const answer = answerOf(condition.question);
  const number = (): number | null => numberOf(item(condition.question), answer);
  switch (condition.operator) {
    case 'exists':
      return hasValue(answer) === condition.answerBoolean;
    case '=':
      return codesOf(answer).includes(condition.answerCode);
    case '!=':
      return hasValue(answer) && !codesOf(answer).includes(condition.answerCode);
    case 'declined':
      return isDeclined(answer, condition.answerNonAnswer);
    case '>':
      return compared(number(), (value) => value > condition.answerDecimal);
    case '<':
      return compared(number(), (value) => value < condition.answerDecimal);
    case '>=':
      return compared(number(), (value) => value >= condition.answerDecimal);
    case '<=':
      return compared(number(), (value) => value <= condition.answerDecimal);
    default:
      return assertNever(condition);
  }
}

function isDeclined(answer: Answer | undefined, wanted: string | undefined): boolean {
  const given = nonAnswerOf(answer);
  return given !== null && (wanted === undefined || wanted === given);
}

function compared(value: number | null, compare: (value: number) => boolean): boolean {
  return value !== null && compare(value);
}

/**
 * The number in an answer: the number itself; how many days are marked; the mean grams of alcohol of a time of drinking;
 * the weight of the chosen option, or the sum of several. Null for words, people, non-answers, and options without
 * weights.
 */
export function numberOf(item: Item | undefined, answer: Answer | undefined): number | null {
  switch (answer?.kind) {
    case 'number':
      return answer.value;
    case 'days':
      return answer.daysAgo.length;
    case 'episodes':
      return item?.type === 'episodes' ? meanGrams(item, answer.episodes) : null;
    case 'codes':
      return item?.type === 'choice' ? sumOfWeights(item, answer.codes) : null;
    default:
      return null;
  }
}

function sumOfWeights(item: Extract<Item, { type: 'choice' }>, codes: readonly string[]): number | null {
  let sum = 0;
  for (const code of codes) {
    const weight = item.answerOption.find((option) => option.code === code)?.weight;
    if (weight === undefined) return null;
    sum += weight;
  }
  return sum;
}
