import { z } from 'zod';
import type { NON_ANSWERS } from './condition.ts';
import { codeSchema, conditionsShape, enableWhenSchema, linkIdSchema } from './condition.ts';

/** How many items a questionnaire, and each culture version of it, may have. */
export const MAX_ITEMS = 5000;
/** How many instruments it may have room for. */
export const MAX_SLOTS = 20;

const pictogramSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);

/** One answer to choose. The code is what is stored: a changed meaning needs a new code. */
export const answerOptionSchema = z.strictObject({
  code: codeSchema,
  pictogram: pictogramSchema.optional(),
  /** Chosen alone, for example "none of these". */
  exclusive: z.boolean().optional(),
  /** Choosing it ends the questions: a person takes over. */
  leadsTo: z.enum(['underAge']).optional(),
  /** Choosing it says whether somebody helps at the screen. */
  helper: z.enum(['present', 'absent']).optional(),
  /** What the answer counts, as FHIR's ordinalValue. */
  weight: z.number().nonnegative().optional(),
  ...conditionsShape,
});
export type AnswerOption = z.infer<typeof answerOptionSchema>;

/** A vessel as it is bought. Grams of alcohol follow from it: cl × 10 × percent / 100 × 0.789. */
export const containerSchema = z.strictObject({
  code: codeSchema,
  pictogram: pictogramSchema,
  centilitres: z.number().positive().max(5000),
  /** Alcohol by volume. */
  percent: z.number().positive().max(96),
  /** Usually emptied together, so that a part of it has to be asked for. */
  shared: z.boolean().optional(),
});
export type Container = z.infer<typeof containerSchema>;

/** Somebody in the circle of people, or one of the words for how much of a bottle was one's own. */
const picturedSchema = z.strictObject({ code: codeSchema, pictogram: pictogramSchema.optional() });
const shareSchema = z.strictObject({ ...picturedSchema.shape, weight: z.number().positive().max(1) });

/** Keys on the glass that are not those of words, in the codes of FHIR's `keyboardType`. */
const keyboardSchema = z.enum(['phone', 'number']);
export type KeyboardKind = z.infer<typeof keyboardSchema>;

/** How an item is answered. The `type` decides the kind of answer; see core/questionnaire/answer.ts. */
export const answerKindSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('choice'),
    repeats: z.boolean().optional(),
    maxAnswers: z.int().min(2).max(20).optional(),
    /** How the options stand on the screen: a way of showing, never another meaning. Cards unless said. */
    presentation: z.enum(['cards', 'path', 'scale', 'stories']).optional(),
    /** The picture along a path, for example a hill or a boat. */
    imagery: pictogramSchema.optional(),
    answerOption: z.array(answerOptionSchema).min(2).max(30),
  }),
  z.strictObject({
    type: z.literal('string'),
    /** In UTF-16 code units, as a text field counts. */
    maxLength: z.int().min(1).max(2000),
    /** Shown as dots when it is not being typed: a number that names a person. */
    masked: z.boolean().optional(),
    /** Which keys stand on the glass at first: letters unless said. It never limits what can be written. */
    keyboard: keyboardSchema.optional(),
  }),
  z.strictObject({ type: z.literal('integer'), minValue: z.int().min(0), maxValue: z.int().max(1000) }),
  /** Days marked in a calendar that ends today; the answer counts them. */
  z.strictObject({ type: z.literal('days'), lastDays: z.int().min(7).max(90) }),
  /** Times of drinking, built from vessels as bought. */
  z.strictObject({
    type: z.literal('episodes'),
    maxEpisodes: z.int().min(1).max(6),
    container: z.array(containerSchema).min(1).max(20),
    /** When one's own part is asked for. */
    asksShare: z.enum(['never', 'ofShared', 'always']),
    share: z.array(shareSchema).min(2).max(6).optional(),
    company: z.array(picturedSchema).min(2).max(8).optional(),
  }),
  /** People who matter, each placed in a ring around the person. */
  z.strictObject({
    type: z.literal('circle'),
    who: z.array(picturedSchema).min(2).max(20),
    ring: z.array(picturedSchema).min(2).max(4),
    maxPeople: z.int().min(1).max(30),
  }),
]);
export type AnswerKind = z.infer<typeof answerKindSchema>;

const itemShape = {
  linkId: linkIdSchema,
  section: codeSchema,
  /** 0 open, 1 private, 2 sensitive, 3 highly sensitive: not asked while a helper is present. */
  sensitivity: z.int().min(0).max(3),
  /** Asked on the short track too. */
  short: z.boolean().optional(),
  /** There is a line under the question. */
  hint: z.boolean().optional(),
  /** There is an honest notice that is read before the question. */
  notice: z.boolean().optional(),
  /** The notice is said only at sites that have this rule. */
  noticePolicy: z.enum(['noMedicineWhileAnonymous']).optional(),
  /** The person's own words may name somebody; said beside the field to who gives only a code. */
  mayNamePeople: z.boolean().optional(),
  /** The answer is told back but leaves the kiosk only when all of this holds, or any where `sendBehavior` says so. */
  sendWhen: z.array(enableWhenSchema).min(1).max(10).optional(),
  sendBehavior: z.enum(['all', 'any']).optional(),
  ...conditionsShape,
};

function itemOf<K extends z.ZodObject>(kind: K): z.ZodObject<typeof itemShape & K['shape'], z.core.$strict> {
  return z.strictObject({ ...itemShape, ...kind.shape });
}

const [choice, string, integer, days, episodes, circle] = answerKindSchema.options;

/** A question. `repeats` allows several answers, at most `maxAnswers`. */
export const itemSchema = z.discriminatedUnion('type', [
  itemOf(choice),
  itemOf(string),
  itemOf(integer),
  itemOf(days),
  itemOf(episodes),
  itemOf(circle),
]);
export type Item = z.infer<typeof itemSchema>;

/** One line of a start screen, for example who can not see the answers. */
export const pointSchema = z.strictObject({ code: codeSchema, pictogram: pictogramSchema });
export type Point = z.infer<typeof pointSchema>;

/** The pictures of the three non-answers. */
export const nonAnswerPicturesSchema = z.strictObject({
  notNow: pictogramSchema,
  tellAPerson: pictogramSchema,
  dontKnow: pictogramSchema,
} satisfies Record<(typeof NON_ANSWERS)[number], z.ZodType>);
export type NonAnswerPictures = z.infer<typeof nonAnswerPicturesSchema>;

/** The name of an instrument's place. Its questions are named `<slot>-q<number>`, which has to be a linkId. */
export const slotSchema = z.string().regex(/^[a-z][a-z0-9-]{1,34}$/);

/** A place where an official instrument is asked when the centre has loaded one. */
export const instrumentSlotSchema = z.strictObject({
  slot: slotSchema,
  section: codeSchema,
  sensitivity: z.int().min(0).max(3),
  /** The item behind which it is asked. */
  after: linkIdSchema,
  ...conditionsShape,
});
export type InstrumentSlot = z.infer<typeof instrumentSlotSchema>;

/** assets/content/intake/questionnaire.json: what every culture version starts from. */
export const questionnaireSchema = z.strictObject({
  format: z.literal(2),
  whoCanSee: z.array(pointSchema).min(1).max(8),
  nonAnswers: nonAnswerPicturesSchema,
  /** Grams of pure alcohol in what each country calls a unit. Shown only; grams are stored. */
  unitGrams: z.strictObject({ DK: z.number().positive(), SE: z.number().positive(), GL: z.number().positive() }),
  instrumentSlot: z.array(instrumentSlotSchema).max(MAX_SLOTS),
  item: z.array(itemSchema).min(1).max(MAX_ITEMS),
});
export type QuestionnaireFile = z.infer<typeof questionnaireSchema>;
