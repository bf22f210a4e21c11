import { z } from 'zod';
import type { Hasher, Sha256 } from '../basics/hasher.ts';
import { languageSchema } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { firstPlace, parseQuestions, type InstrumentQuestion, type QuestionsProblem } from './instrument-questions.ts';
import { slotSchema } from './questionnaire.ts';

/** How many cut-offs an instrument may have, and a result reaches. */
export const MAX_CUT_OFFS = 40;

const line = z.string().trim().min(1).max(300);

/** From which score something is said, and for whom. What is null or absent applies to anybody. */
const cutOffShape = z.strictObject({
  from: z.number(),
  /** What reaching it is called, in the languages of the centres that read it. */
  label: z.strictObject({ kl: line, da: line, sv: line }),
  country: z.enum(['DK', 'SE', 'GL']).optional(),
  sex: z.enum(['female', 'male']).optional(),
  ageFrom: z.int().min(0).max(130).optional(),
  ageTo: z.int().min(0).max(130).optional(),
});
export type CutOff = z.infer<typeof cutOffShape>;

const cutOffSchema = cutOffShape.refine(({ ageFrom = 0, ageTo = Infinity }) => ageFrom <= ageTo, { path: ['ageTo'] });

/**
 * The terms under which an instrument may be asked: whose it is, until when, in which wording, and how it is counted.
 * `wordingSha256` locks the wording: see `wordingHash`.
 */
export const termsSchema = z.strictObject({
  format: z.literal(1),
  slot: slotSchema,
  language: languageSchema,
  rightsHolder: line,
  licence: z.string().trim().min(1).max(2000),
  /** The last day on which it may be asked. */
  licenceValidUntil: z.iso.date(),
  /** The version in the rights holder's own numbering. */
  officialVersion: z.string().trim().min(1).max(60),
  wordingSha256: z.string().regex(/^[0-9a-f]{64}$/),
  validated: z.enum(['yes', 'no', 'unknown']),
  /** Who loaded it, as an administrator's name or initials, and when. */
  loadedBy: z.string().trim().min(1).max(60),
  loadedOn: z.iso.date(),
  /** A sum of the weights, times this; WHO-5, for example, is multiplied by 4. */
  scoring: z.strictObject({ rule: z.literal('sum'), multiplyBy: z.number().positive() }),
  /** Grams of pure alcohol in what the wording calls a drink or unit. */
  unitGrams: z.number().positive().optional(),
  cutOffs: z.array(cutOffSchema).max(MAX_CUT_OFFS),
});
export type InstrumentTerms = z.infer<typeof termsSchema>;

/** An instrument in one language, checked and ready to be asked. */
export interface Instrument {
  readonly terms: InstrumentTerms;
  readonly title: string;
  readonly questions: readonly InstrumentQuestion[];
}

/** assets/instruments/<slot>.<language>.json: the rights holder's questionnaire as FHIR R4, and the terms. */
const instrumentFileSchema = z.strictObject({ terms: termsSchema, questionnaire: z.unknown() });

/**
 * Why an instrument was not loaded.
 *
 * - notReadable: no such file, or terms with a mistake at `place`, for example a cut-off that nobody can reach
 * - changedWording: the wording is not the one that the terms lock, which would destroy its cut-offs
 */
export type InstrumentProblem =
  | QuestionsProblem
  | { readonly kind: 'notReadable'; readonly place: string }
  | { readonly kind: 'changedWording'; readonly slot: string; readonly found: Sha256 };

/** Reads one instrument. It is loaded whole and unchanged, or not at all. */
export function parseInstrument(file: unknown, hasher: Hasher): Result<Instrument, InstrumentProblem> {
  const parsed = instrumentFileSchema.safeParse(file);
  if (!parsed.success) return fail({ kind: 'notReadable', place: firstPlace(parsed.error) });
  const { terms, questionnaire } = parsed.data;
  const questions = parseQuestions(questionnaire, terms);
  if (!questions.ok) return questions;
  const found = wordingHash(questions.value, hasher);
  if (found !== terms.wordingSha256) return fail({ kind: 'changedWording', slot: terms.slot, found });
  const instrument = { terms, ...questions.value };
  const tooHigh = terms.cutOffs.findIndex(({ from }) => from > maxScore(instrument));
  return tooHigh < 0 ? ok(instrument) : fail({ kind: 'notReadable', place: `terms.cutOffs.${tooHigh}.from` });
}

/**
 * SHA-256 over everything that a person reads and everything that is counted. Hashed as nested JSON, in its order, so
 * that no two instruments look alike to it: not even when words move from a line to the question behind it.
 */
export function wordingHash({ title, questions }: Pick<Instrument, 'title' | 'questions'>, hasher: Hasher): Sha256 {
  const nested = questions.map(({ intro, text, options }) => [
    intro,
    text,
    options.map(({ code, text: words, weight }) => [code, words, weight]),
  ]);
  return hasher.sha256(toUtf8(JSON.stringify([title, nested])));
}

/** The last day that counts as valid. Both as `YYYY-MM-DD`. */
export function isInForce({ terms }: Instrument, today: string): boolean {
  return today <= terms.licenceValidUntil;
}

/** The highest score that can be reached. */
export function maxScore({ questions, terms }: Instrument): number {
  const sum = questions.reduce((total, { options }) => total + Math.max(...options.map(({ weight }) => weight)), 0);
  return sum * terms.scoring.multiplyBy;
}
