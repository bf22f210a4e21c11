import { z } from 'zod';
import { codeSchema } from '../pack/questionnaire.ts';

const personsAnswers = [
  z.strictObject({ kind: z.literal('codes'), codes: z.array(codeSchema).min(1).max(30) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(2000) }),
  z.strictObject({ kind: z.literal('notNow') }),
  z.strictObject({ kind: z.literal('tellAPerson') }),
  z.strictObject({ kind: z.literal('dontKnow') }),
] as const;

/** What a window may send: an answer that a person can give. */
export const givenAnswerSchema = z.discriminatedUnion('kind', personsAnswers);
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/**
 * What a person gave to one item. The three non-answers are answers in their own right and are stored apart;
 * `notAsked` says that the kiosk left the item out, and why.
 */
export const answerSchema = z.discriminatedUnion('kind', [
  ...personsAnswers,
  z.strictObject({ kind: z.literal('notAsked'), why: z.enum(['helperPresent']) }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** The non-answers that a person can choose on every question. */
export const NON_ANSWERS = ['notNow', 'tellAPerson', 'dontKnow'] as const;
export type NonAnswer = (typeof NON_ANSWERS)[number];

/** Looks up what was given to an item; undefined when nothing was. */
export type AnswerLookup = (linkId: string) => Answer | undefined;

/** The chosen codes; none for a text or a non-answer. */
export function codesOf(answer: Answer | undefined): readonly string[] {
  return answer?.kind === 'codes' ? answer.codes : [];
}

/** Tells whether a person gave a value, not a non-answer. */
export function hasValue(answer: Answer | undefined): boolean {
  return answer?.kind === 'codes' || answer?.kind === 'text';
}
