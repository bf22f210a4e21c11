import { z } from 'zod';
import { toldCallSchema } from '../alert/told-call.ts';
import { CULTURES, cultureSchema, LANGUAGES, languageSchema, languageTagSchema } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { fromUtf8 } from '../basics/utf8.ts';
import { MAX_CUT_OFFS } from '../pack/instrument.ts';
import { MAX_QUESTIONS } from '../pack/instrument-questions.ts';
import { MAX_ITEMS, MAX_SLOTS } from '../pack/questionnaire.ts';
import { migratedIntake } from './intake-migrations.ts';
import { siteSchema } from './site.ts';

/** As many as can be asked: an intake that was made must never be one that nobody can read. */
const MAX_ANSWERS = CULTURES.length * MAX_ITEMS + MAX_SLOTS * MAX_QUESTIONS;

/** More than a visit of a day brings; the rest of a list that is longer still is left out. */
export const MAX_CALLS = 100;

const text = z.string().min(1).max(2000);
const code = z.string().max(60);

/** Something that was chosen: its code, the words on the screen, and the same in the site's own language. */
const chosenSchema = z.strictObject({ code, text, siteText: text });
export type Chosen = z.infer<typeof chosenSchema>;

/** One time of drinking, with what each vessel holds, so that anyone can work out the grams again. */
const saidEpisodeSchema = z.strictObject({
  drinks: z
    .array(
      z.strictObject({
        ...chosenSchema.shape,
        count: z.int().min(1).max(99),
        centilitres: z.number().positive(),
        percent: z.number().positive(),
      }),
    )
    .min(1)
    .max(20),
  /** The person's own part, 0 to 1; null where it was not asked. */
  share: z.strictObject({ ...chosenSchema.shape, weight: z.number().positive().max(1) }).nullable(),
  company: chosenSchema.nullable(),
  /** Estimated from the pictures: pure alcohol in the person's own part, in grams with one decimal. */
  grams: z.number().min(0),
});

/** What was said to one question, with its words in the language of the screen and in the site's own. */
const saidSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('options'),
    /** `weight` where the option counts something, as FHIR's ordinalValue. */
    options: z
      .array(z.strictObject({ ...chosenSchema.shape, weight: z.number().optional() }))
      .min(1)
      .max(30),
  }),
  /** The person's own words, as typed. */
  z.strictObject({ kind: z.literal('words'), text }),
  z.strictObject({ kind: z.literal('number'), value: z.int().min(0) }),
  /** Days marked in a calendar of `lastDays` days; 0 is the day of the answer. */
  z.strictObject({ kind: z.literal('days'), daysAgo: z.array(z.int().min(0)).max(90), lastDays: z.int() }),
  z.strictObject({ kind: z.literal('episodes'), episodes: z.array(saidEpisodeSchema).min(1).max(6) }),
  z.strictObject({
    kind: z.literal('circle'),
    people: z.array(z.strictObject({ who: chosenSchema, ring: chosenSchema })).max(30),
  }),
  z.strictObject({ kind: z.literal('notNow'), text, siteText: text }),
  z.strictObject({ kind: z.literal('tellAPerson'), text, siteText: text }),
  z.strictObject({ kind: z.literal('dontKnow'), text, siteText: text }),
  /** Left out by the kiosk: a helper was there, the short track was chosen, or the person went to the end early. */
  z.strictObject({ kind: z.literal('notAsked'), why: z.enum(['helperPresent', 'shortTrack', 'leftOpen']) }),
]);

const intakeAnswerSchema = z.strictObject({
  linkId: code,
  section: code,
  sensitivity: z.int().min(0).max(3),
  language: languageTagSchema,
  culture: cultureSchema,
  /** How far the shown wording had been reviewed; below `approved` the site's language stood beside it. */
  reviewStatus: z.enum(['draft', 'reviewed', 'approved']),
  question: z.strictObject({ text, siteText: text }),
  /** When it was answered, in UTC; null for what was not asked, and in intakes of format 1. */
  answeredAt: z.iso.datetime().nullable(),
  /** Somebody was helping at the screen then. */
  accompanied: z.boolean(),
  said: saidSchema,
});
export type IntakeAnswer = z.infer<typeof intakeAnswerSchema>;

/** A safety rule that the answers reach. Fixed rules, no diagnosis: see assets/content/intake/safety.json. */
const flagSchema = z.strictObject({
  rule: code,
  level: z.enum(['red', 'amber']),
  /** The items whose answers reach it. */
  linkIds: z.array(code).min(1).max(20),
  /** When the last of these answers was given, in UTC. */
  at: z.iso.datetime(),
});
export type Flag = z.infer<typeof flagSchema>;

/** What an official instrument came to. The wording and its licence stay with the slot; the answers are items. */
const instrumentResultSchema = z.strictObject({
  slot: code,
  title: text,
  version: z.string().min(1).max(60),
  language: languageSchema,
  /** Whether this wording has been validated in its language. */
  validated: z.enum(['yes', 'no', 'unknown']),
  /** Null while questions of it are unanswered: a sum with gaps is no score. */
  score: z.number().nullable(),
  maxScore: z.number(),
  answered: z.int().min(0),
  questions: z.int().min(1),
  /** Grams of pure alcohol in what its wording calls a drink or unit; null where it counts none. */
  unitGrams: z.number().positive().nullable(),
  /** Every cut-off that may apply to the person and is reached; the label in the site's language. */
  reached: z
    .array(
      z.strictObject({
        label: text,
        from: z.number(),
        /** Whom it is made for; null for anybody. Sex is never asked, so both may stand here. */
        sex: z.enum(['female', 'male']).nullable(),
        ageFrom: z.int().nullable(),
        ageTo: z.int().nullable(),
      }),
    )
    .max(MAX_CUT_OFFS),
});
export type InstrumentResult = z.infer<typeof instrumentResultSchema>;

/**
 * intake.json: what a person sent. Self-describing: the centre needs no copy of the content to read it.
 * Source: docs/bundle-format.md
 */
export const intakeSchema = z.strictObject({
  format: z.literal(3),
  intakeId: z.uuid(),
  /** When Send was pressed, in UTC. */
  createdAt: z.iso.datetime(),
  site: siteSchema,
  language: languageTagSchema,
  culture: cultureSchema,
  track: z.enum(['whole', 'short']),
  contentVersion: z.string().regex(/^[0-9a-f]{64}$/),
  /** Grams of pure alcohol in a unit where the site is. */
  unitGrams: z.number().positive(),
  answers: z.array(intakeAnswerSchema).max(MAX_ANSWERS),
  flags: z.array(flagSchema).max(200),
  /** Calls for a person of the house whose reason stands among the flags, and what came of them until Send. */
  calls: z.array(toldCallSchema).max(MAX_CALLS),
  instruments: z.array(instrumentResultSchema).max(MAX_SLOTS * LANGUAGES.length),
});
export type Intake = z.infer<typeof intakeSchema>;

/**
 * Reads intake.json from outside, of this format or an older one.
 *
 * @returns `notReadable` for anything but a complete intake of a known format; no part of it is repeated
 */
export function parseIntake(bytes: Uint8Array): Result<Intake, { readonly kind: 'notReadable' }> {
  const json = fromUtf8(bytes);
  if (json === null) return fail({ kind: 'notReadable' });
  try {
    const parsed = intakeSchema.safeParse(migratedIntake(JSON.parse(json)));
    return parsed.success ? ok(parsed.data) : fail({ kind: 'notReadable' });
  } catch {
    return fail({ kind: 'notReadable' });
  }
}
