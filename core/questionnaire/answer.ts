import { z } from 'zod';
import { codeSchema, NON_ANSWERS, type NonAnswer } from '../pack/condition.ts';

/** How many of one vessel were emptied. */
export const drinkSchema = z.strictObject({ container: codeSchema, count: z.int().min(1).max(99) });

/** Somebody in the circle of people, and in which ring they stand. */
export const placedPersonSchema = z.strictObject({ who: codeSchema, ring: codeSchema });

/** One time of drinking: what was emptied, and how much of it was one's own. */
export const episodeSchema = z.strictObject({
  drinks: z.array(drinkSchema).min(1).max(20),
  /** The code of one's own part; null where it was not asked: then everything was one's own. */
  share: codeSchema.nullable(),
  /** The code of the company; null where it was not asked or not said. */
  company: codeSchema.nullable(),
});
export type Episode = z.infer<typeof episodeSchema>;

/**
 * What a person can give to one item, and what a window may send. The three non-answers are answers in their own right
 * and are stored apart. That an item was not asked, and why, is no answer: it is worked out when the intake is made.
 */
export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('codes'), codes: z.array(codeSchema).min(1).max(30) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(2000) }),
  z.strictObject({ kind: z.literal('number'), value: z.int().min(0).max(1000) }),
  /** Marked days as days before today, 0 being today; none marked is an answer too. */
  z.strictObject({ kind: z.literal('days'), daysAgo: z.array(z.int().min(0).max(89)).max(90) }),
  z.strictObject({ kind: z.literal('episodes'), episodes: z.array(episodeSchema).min(1).max(6) }),
  /** Nobody is an answer too. */
  z.strictObject({
    kind: z.literal('circle'),
    people: z.array(placedPersonSchema).max(30),
  }),
  z.strictObject({ kind: z.literal('notNow') }),
  z.strictObject({ kind: z.literal('tellAPerson') }),
  z.strictObject({ kind: z.literal('dontKnow') }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Looks up what was given to an item; undefined when nothing was. */
export type AnswerLookup = (linkId: string) => Answer | undefined;

/** The chosen codes; none for any other kind of answer. */
export function codesOf(answer: Answer | undefined): readonly string[] {
  return answer?.kind === 'codes' ? answer.codes : [];
}

/** The non-answer that was given; null for a value and for nothing. */
export function nonAnswerOf(answer: Answer | undefined): NonAnswer | null {
  return NON_ANSWERS.find((nonAnswer) => nonAnswer === answer?.kind) ?? null;
}

/** Tells whether a person gave a value, not a non-answer. */
export function hasValue(answer: Answer | undefined): boolean {
  return answer !== undefined && nonAnswerOf(answer) === null;
}
