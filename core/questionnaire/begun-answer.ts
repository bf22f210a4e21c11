import { z } from 'zod';
import { codeSchema, linkIdSchema, nonAnswerSchema } from '../pack/condition.ts';
import { drinkSchema, episodeSchema, placedPersonSchema } from './answer.ts';

const textSchema = z.strictObject({ kind: z.literal('text'), text: z.string().max(2000) });

const begunValueSchema = z.discriminatedUnion('kind', [
  /** Nothing is chosen; a card was taken away, or only a non-answer is. */
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('codes'), codes: z.array(codeSchema).max(30).readonly() }),
  textSchema,
  z.strictObject({ kind: z.literal('number'), digits: z.string().regex(/^\d{0,4}$/) }),
  /** 0 is today. `saidNone`: no day is marked, and the person said so. */
  z.strictObject({
    kind: z.literal('days'),
    daysAgo: z.array(z.int().min(0).max(89)).max(90).readonly(),
    saidNone: z.boolean(),
  }),
  /** Unlike an answer, a time may be without drinks. `open`: the time being told; null while all stand as a list. */
  z.strictObject({
    kind: z.literal('episodes'),
    times: z
      .array(episodeSchema.extend({ drinks: z.array(drinkSchema).max(20) }))
      .max(6)
      .readonly(),
    open: z.strictObject({ time: z.int().min(0).max(5), step: z.enum(['drinks', 'around']) }).nullable(),
  }),
  /** `placing`: who was chosen last and has no place yet. `saidNobody`: that there is nobody was said. */
  z.strictObject({
    kind: z.literal('circle'),
    people: z.array(placedPersonSchema).max(30).readonly(),
    placing: codeSchema.nullable(),
    saidNobody: z.boolean(),
  }),
]);
/** What a person has chosen, written or built at a question and not confirmed, by the kind of question. */
export type BegunValue = z.infer<typeof begunValueSchema>;

/**
 * What was begun at one question: a non-answer lies over the value, which comes back when it is taken away. It is no
 * answer and is never sent, so it may be unfinished, or unfit for the culture version of now.
 */
export const begunAnswerSchema = z.strictObject({
  linkId: linkIdSchema,
  value: begunValueSchema,
  nonAnswer: nonAnswerSchema.nullable(),
});
export type BegunAnswer = z.infer<typeof begunAnswerSchema>;

/** As a draft keeps it: those from before other kinds were kept hold words alone. */
export const keptBegunAnswerSchema = z.union([
  begunAnswerSchema,
  z
    .strictObject({ linkId: linkIdSchema, text: textSchema.shape.text })
    .transform(({ linkId, text }): BegunAnswer => ({ linkId, value: { kind: 'text', text }, nonAnswer: null })),
]);
