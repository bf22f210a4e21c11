import { z } from 'zod';

/** How many items a questionnaire may have, and an intake answers. */
export const MAX_ITEMS = 5000;

const linkIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
const codeSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);
const pictogramSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);

/**
 * A condition on another item's answer, in FHIR's words. The set of operators is closed:
 * `exists` asks whether a value was given (a non-answer is none), `=` and `!=` compare codes.
 * With several chosen codes `=` holds when one of them is equal, `!=` when there is a value and none is equal.
 */
const enableWhenSchema = z.discriminatedUnion('operator', [
  z.strictObject({ question: linkIdSchema, operator: z.literal('exists'), answerBoolean: z.boolean() }),
  z.strictObject({ question: linkIdSchema, operator: z.literal('='), answerCode: codeSchema }),
  z.strictObject({ question: linkIdSchema, operator: z.literal('!='), answerCode: codeSchema }),
]);
export type EnableWhen = z.infer<typeof enableWhenSchema>;

const conditionsShape = {
  enableWhen: z.array(enableWhenSchema).min(1).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
};

/** One answer to choose. The code is what is stored: a changed meaning needs a new code. */
export const answerOptionSchema = z.strictObject({
  code: codeSchema,
  pictogram: pictogramSchema.optional(),
  /** Chosen alone, for example "none of these". */
  exclusive: z.boolean().optional(),
  /** Choosing it ends the questions: a person takes over. */
  leadsTo: z.enum(['underAge']).optional(),
  ...conditionsShape,
});
export type AnswerOption = z.infer<typeof answerOptionSchema>;

const itemShape = {
  linkId: linkIdSchema,
  section: codeSchema,
  /** 0 open, 1 private, 2 sensitive, 3 highly sensitive. */
  sensitivity: z.int().min(0).max(3),
  /** There is a line under the question. */
  hint: z.boolean().optional(),
  /** There is an honest notice that is read before the question. */
  notice: z.boolean().optional(),
  /** The notice is said only at sites that have this rule. */
  noticePolicy: z.enum(['noMedicineWhileAnonymous']).optional(),
  ...conditionsShape,
};

/** A question. `repeats` allows several answers, at most `maxAnswers`. */
export const itemSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...itemShape,
    type: z.literal('choice'),
    repeats: z.boolean().optional(),
    maxAnswers: z.int().min(2).max(20).optional(),
    answerOption: z.array(answerOptionSchema).min(2).max(30),
  }),
  z.strictObject({
    ...itemShape,
    type: z.literal('string'),
    /** In UTF-16 code units, as a text field counts. */
    maxLength: z.int().min(1).max(2000),
  }),
]);
export type Item = z.infer<typeof itemSchema>;

/** One line of a start screen, for example who can not see the answers. */
export const pointSchema = z.strictObject({ code: codeSchema, pictogram: pictogramSchema });
export type Point = z.infer<typeof pointSchema>;

/** assets/content/intake/questionnaire.json: what every culture version starts from. */
export const questionnaireSchema = z.strictObject({
  format: z.literal(1),
  whoCanSee: z.array(pointSchema).min(1).max(8),
  item: z.array(itemSchema).min(1).max(MAX_ITEMS),
});
export type QuestionnaireFile = z.infer<typeof questionnaireSchema>;

export { codeSchema, linkIdSchema };
