import { z } from 'zod';
import { cultureSchema, languageSchema } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { fromUtf8 } from '../basics/utf8.ts';
import { MAX_ITEMS } from '../pack/questionnaire.ts';
import { siteSchema } from './site.ts';

const text = z.string().min(1).max(2000);
const code = z.string().max(60);

/** What was said to one question, with its words in the language of the screen and in the site's own. */
const saidSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('options'),
    options: z
      .array(z.strictObject({ code, text, siteText: text }))
      .min(1)
      .max(30),
  }),
  /** The person's own words, as typed. */
  z.strictObject({ kind: z.literal('words'), text }),
  z.strictObject({ kind: z.literal('notNow'), text, siteText: text }),
  z.strictObject({ kind: z.literal('tellAPerson'), text, siteText: text }),
  z.strictObject({ kind: z.literal('dontKnow'), text, siteText: text }),
  z.strictObject({ kind: z.literal('notAsked'), why: z.enum(['helperPresent']) }),
]);

const intakeAnswerSchema = z.strictObject({
  linkId: code,
  section: code,
  sensitivity: z.int().min(0).max(3),
  language: languageSchema,
  culture: cultureSchema,
  /** How far the shown wording had been reviewed; below `approved` the site's language stood beside it. */
  reviewStatus: z.enum(['draft', 'reviewed', 'approved']),
  question: z.strictObject({ text, siteText: text }),
  said: saidSchema,
});
export type IntakeAnswer = z.infer<typeof intakeAnswerSchema>;

/**
 * intake.json: what a person sent. Self-describing: the centre needs no copy of the content to read it.
 * Source: docs/bundle-format.md
 */
const intakeSchema = z.strictObject({
  format: z.literal(1),
  intakeId: z.uuid(),
  /** When Send was pressed, in UTC. */
  createdAt: z.iso.datetime(),
  site: siteSchema,
  language: languageSchema,
  culture: cultureSchema,
  contentVersion: z.string().regex(/^[0-9a-f]{64}$/),
  answers: z.array(intakeAnswerSchema).max(MAX_ITEMS),
});
export type Intake = z.infer<typeof intakeSchema>;

/**
 * Reads intake.json from outside.
 *
 * @returns `notReadable` for anything but a complete intake of a known format; no part of it is repeated
 */
export function parseIntake(bytes: Uint8Array): Result<Intake, { readonly kind: 'notReadable' }> {
  const json = fromUtf8(bytes);
  if (json === null) return fail({ kind: 'notReadable' });
  try {
    const parsed = intakeSchema.safeParse(JSON.parse(json));
    return parsed.success ? ok(parsed.data) : fail({ kind: 'notReadable' });
  } catch {
    return fail({ kind: 'notReadable' });
  }
}
