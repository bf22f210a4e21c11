import { z } from 'zod';
import { MAX_KEY_LENGTH, MAX_TEXT_LENGTH } from './catalogue.ts';
import { authorSchema, reviewSchema, shortHashSchema } from './review.ts';

const keySchema = z.string().min(1).max(MAX_KEY_LENGTH);

/** Somebody's words for a text. Words are never changed or removed afterwards: others follow them. */
const wordedSchema = z.strictObject({
  kind: z.literal('worded'),
  key: keySchema,
  text: z.string().min(1).max(MAX_TEXT_LENGTH),
  /** The hash of the Danish text that the words were written for. */
  source: shortHashSchema,
  /** The hash of the words that they took the place of; of the empty text where there were none. */
  instead: shortHashSchema,
  /** Whose words they are; null when nobody said so. */
  by: authorSchema.nullable(),
  atMs: z.int().min(0),
});
export type Worded = z.infer<typeof wordedSchema>;

/** Somebody's judgement of the words that stood there. */
const judgedSchema = z.strictObject({
  kind: z.literal('judged'),
  key: keySchema,
  /** The hashes of the words and of the Danish text that were looked at. */
  text: shortHashSchema,
  source: shortHashSchema,
  review: reviewSchema,
});
export type Judged = z.infer<typeof judgedSchema>;

/** What happens to the texts of an edition, in the order in which it happened. */
export const editionEventSchema = z.discriminatedUnion('kind', [wordedSchema, judgedSchema]);
export type EditionEvent = z.infer<typeof editionEventSchema>;
