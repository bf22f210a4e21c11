import { z } from 'zod';
import { cultureSchema } from '../basics/language.ts';
import { conditionsShape, linkIdSchema } from './condition.ts';
import {
  answerKindSchema,
  answerOptionSchema,
  itemSchema,
  MAX_ITEMS,
  nonAnswerPicturesSchema,
  pointSchema,
} from './questionnaire.ts';

/** The eight dimensions along which care is adapted to a culture. Source: Bernal, Bonilla and Bellido, 1995. */
const dimensionSchema = z.enum([
  'language',
  'persons',
  'metaphors',
  'content',
  'concepts',
  'goals',
  'methods',
  'context',
]);

/** Why a version differs: a dimension and one line that a clinician understands. */
const why = { dimension: dimensionSchema, reason: z.string().min(10).max(300) };

/** A part of an item's texts; see `TextPart` in core/questionnaire/culture-version.ts. */
const partSchema = z.string().regex(/^(title|hint|notice|(option|container|share|company|who|ring)\.[a-z0-9-]+)$/);

const changeSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('wording'), linkId: linkIdSchema, parts: z.array(partSchema).min(1), ...why }),
  z.strictObject({
    change: z.literal('options'),
    linkId: linkIdSchema,
    answerOption: z.array(answerOptionSchema).min(2).max(30),
    ...why,
  }),
  /** Another way of answering altogether. Codes that are kept keep their meaning. */
  z.strictObject({ change: z.literal('answerKind'), linkId: linkIdSchema, answer: answerKindSchema, ...why }),
  /** Other conditions; none at all asks everyone. */
  z.strictObject({ change: z.literal('conditions'), linkId: linkIdSchema, ...conditionsShape, ...why }),
  z.strictObject({ change: z.literal('hint'), linkId: linkIdSchema, shown: z.boolean(), ...why }),
  z.strictObject({ change: z.literal('notice'), linkId: linkIdSchema, shown: z.boolean(), ...why }),
  z.strictObject({ change: z.literal('add'), item: itemSchema, ...why }),
  z.strictObject({ change: z.literal('drop'), linkId: linkIdSchema, ...why }),
]);
export type Change = z.infer<typeof changeSchema>;

/** assets/content/intake/<culture>.json: how one culture version differs, and why. */
export const overlaySchema = z.strictObject({
  format: z.literal(2),
  culture: cultureSchema,
  /** Every item of this version once, in the order in which it is asked. */
  order: z.strictObject({ items: z.array(linkIdSchema).min(1).max(MAX_ITEMS), ...why }),
  whoCanSee: z.strictObject({ points: z.array(pointSchema).min(1).max(8), ...why }).optional(),
  /** Pictures and words of its own for the three non-answers. */
  nonAnswers: z.strictObject({ pictures: nonAnswerPicturesSchema, ...why }).optional(),
  changes: z.array(changeSchema),
});
export type Overlay = z.infer<typeof overlaySchema>;
