import type { EnableWhen } from '../pack/condition.ts';
import type { Item } from '../pack/questionnaire.ts';
import { CODES, own, type Coding, type Extension } from './terms.ts';

/** FHIR R4 Questionnaire.item.enableWhen with the parts that Matu writes. */
export interface FhirCondition {
  readonly question: string;
  readonly operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  readonly answerBoolean?: boolean;
  readonly answerCoding?: Coding;
  readonly answerInteger?: number;
  readonly extension?: readonly Extension[];
}

/**
 * Maps a condition to FHIR's words. What FHIR cannot say becomes the nearest condition that holds whenever ours does,
 * with ours beside it: who follows FHIR alone asks too much, never too little.
 *
 * @param item the question that the condition looks at
 */
export function toCondition(condition: EnableWhen, item: Item | undefined): FhirCondition {
  const { question, operator } = condition;
  switch (operator) {
    case 'exists':
      return { question, operator, answerBoolean: condition.answerBoolean };
    case '=':
      return { question, operator, answerCoding: { system: `${CODES}${question}`, code: condition.answerCode } };
    case '!=':
      return notEqual(condition, item);
    case 'declined':
      return nearest(condition, { question, operator: 'exists', answerBoolean: false });
    default:
      return compared(condition, item);
  }
}

type NotEqual = Extract<EnableWhen, { operator: '!=' }>;

/** With several answers FHIR leaves open whether one other answer is enough; then only "there is one" is sure. */
function notEqual(condition: NotEqual, item: Item | undefined): FhirCondition {
  const { question, operator, answerCode } = condition;
  const mayRepeat = item?.type === 'choice' && item.repeats === true;
  if (mayRepeat) return nearest(condition, { question, operator: 'exists', answerBoolean: true });
  return { question, operator, answerCoding: { system: `${CODES}${question}`, code: answerCode } };
}

type Compared = Extract<EnableWhen, { operator: '>' | '<' | '>=' | '<=' }>;

/** Numbers and counted days are integers in FHIR too; weights and grams lie inside an answer. */
function compared(condition: Compared, item: Item | undefined): FhirCondition {
  const { question, operator, answerDecimal } = condition;
  const isInteger = (item?.type === 'integer' || item?.type === 'days') && Number.isInteger(answerDecimal);
  return isInteger
    ? { question, operator, answerInteger: answerDecimal }
    : nearest(condition, { question, operator: 'exists', answerBoolean: true });
}

function nearest(condition: EnableWhen, weaker: FhirCondition): FhirCondition {
  return { ...weaker, extension: [exactCondition(condition)] };
}

/** A condition in Matu's own words, where FHIR has none. */
export function exactCondition(condition: EnableWhen): Extension {
  return own('exact-condition', {
    extension: [
      { url: 'question', valueString: condition.question },
      { url: 'operator', valueString: condition.operator },
      ...comparedWith(condition),
    ],
  });
}

function comparedWith(condition: EnableWhen): Extension[] {
  switch (condition.operator) {
    case 'exists':
      return [{ url: 'answer', valueBoolean: condition.answerBoolean }];
    case '=':
    case '!=':
      return [{ url: 'answer', valueCode: condition.answerCode }];
    case 'declined':
      return condition.answerNonAnswer === undefined ? [] : [{ url: 'answer', valueCode: condition.answerNonAnswer }];
    default:
      return [{ url: 'answer', valueDecimal: condition.answerDecimal }];
  }
}
