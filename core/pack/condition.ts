import { z } from 'zod';

export const linkIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
export const codeSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);

/** The non-answers that a person can choose on every question. */
export const NON_ANSWERS = ['notNow', 'tellAPerson', 'dontKnow'] as const;
export const nonAnswerSchema = z.enum(NON_ANSWERS);
export type NonAnswer = (typeof NON_ANSWERS)[number];

const question = linkIdSchema;
/** No answer counts less than nothing, so a comparison with less would always come out the same. */
const numberField = z.number().nonnegative();

/**
 * A condition on another item's answer, in FHIR's words. The set of operators is closed; a pack brings no code.
 *
 * - `exists`: whether a value was given; a non-answer is none
 * - `=`: one of the chosen codes is this one; `!=`: there is a value, and none of its codes is this one
 * - `>`, `<`, `>=`, `<=`: the number of the answer (see `numberOf`) compared; false without a number
 * - `declined`: this non-answer was given, or any when none is named. Ours: FHIR has no word for it
 */
export const enableWhenSchema = z.discriminatedUnion('operator', [
  z.strictObject({ question, operator: z.literal('exists'), answerBoolean: z.boolean() }),
  z.strictObject({ question, operator: z.literal('='), answerCode: codeSchema }),
  z.strictObject({ question, operator: z.literal('!='), answerCode: codeSchema }),
  z.strictObject({ question, operator: z.literal('>'), answerDecimal: numberField }),
  z.strictObject({ question, operator: z.literal('<'), answerDecimal: numberField }),
  z.strictObject({ question, operator: z.literal('>='), answerDecimal: numberField }),
  z.strictObject({ question, operator: z.literal('<='), answerDecimal: numberField }),
  z.strictObject({ question, operator: z.literal('declined'), answerNonAnswer: nonAnswerSchema.optional() }),
]);
export type EnableWhen = z.infer<typeof enableWhenSchema>;

/** Conditions: all of them must hold unless `enableBehavior` is `any`. */
export const conditionsShape = {
  enableWhen: z.array(enableWhenSchema).min(1).max(40).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
};
