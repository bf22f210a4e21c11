import { z } from 'zod';
import type { Language } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { codeSchema } from './condition.ts';
import { lostMember, ORDINAL_VALUE } from './instrument-members.ts';

/** How many questions and lines an instrument may have. */
export const MAX_QUESTIONS = 200;

/** One question of an instrument, word for word as its rights holder wrote it. */
export interface InstrumentQuestion {
  /** `<slot>-q<number>`: stable in every language and culture version. */
  readonly linkId: string;
  /** What the instrument says before this question. */
  readonly intro: string | null;
  readonly text: string;
  readonly options: readonly { readonly code: string; readonly text: string; readonly weight: number }[];
}

/**
 * Why a FHIR Questionnaire cannot be asked as an instrument. `place` is the linkId or path where it happened.
 *
 * - notQuestionnaire: no FHIR R4 Questionnaire; otherLanguage: not in the language that the terms name
 * - unsupported: a group, a free text, several answers or a condition, which would need rules of their own; a line that
 *   no question follows; and whatever else would be lost, because an instrument is loaded whole or not at all
 * - noWeight: an answer without one ordinalValue
 */
export interface QuestionsProblem {
  readonly kind: 'notQuestionnaire' | 'otherLanguage' | 'unsupported' | 'noWeight' | 'empty';
  readonly place: string;
}

const words = z.string().trim().min(1).max(2000);
const extensionSchema = z.looseObject({ url: z.string(), valueDecimal: z.number().optional() });

const optionSchema = z.looseObject({
  valueCoding: z.looseObject({
    code: z.string().max(60),
    display: words,
    extension: z.array(extensionSchema).optional(),
  }),
  extension: z.array(extensionSchema).optional(),
});

const questionnaireSchema = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  title: words,
  language: z.string(),
  item: z
    .array(
      z.looseObject({
        linkId: z.string().max(255),
        text: words,
        type: z.string(),
        repeats: z.boolean().optional(),
        answerOption: z.array(optionSchema).max(30).optional(),
      }),
    )
    .max(MAX_QUESTIONS),
});

type FhirItem = z.infer<typeof questionnaireSchema>['item'][number];

interface Questions {
  readonly title: string;
  readonly questions: readonly InstrumentQuestion[];
}

/** Reads the questions of a FHIR R4 Questionnaire: single choices with weights, and lines between them. */
export function parseQuestions(
  source: unknown,
  { slot, language }: { readonly slot: string; readonly language: Language },
): Result<Questions, QuestionsProblem> {
  const parsed = questionnaireSchema.safeParse(source);
  if (!parsed.success) {
    return fail({ kind: 'notQuestionnaire', place: firstPlace(parsed.error) });
  }
  const { title, item } = parsed.data;
  if (parsed.data.language.split('-')[0] !== language) return fail({ kind: 'otherLanguage', place: 'language' });
  // In what was given, and of the form that was just found: a parsed object has lost a key that is called __proto__.
  const lost = lostMember(source as typeof parsed.data);
  if (lost !== null) return fail({ kind: 'unsupported', place: lost });
  const questions = questionsOf(item, slot);
  if (!questions.ok) return questions;
  return questions.value.length === 0
    ? fail({ kind: 'empty', place: 'item' })
    : ok({ title, questions: questions.value });
}

function questionsOf(item: readonly FhirItem[], slot: string): Result<readonly InstrumentQuestion[], QuestionsProblem> {
  const questions: InstrumentQuestion[] = [];
  let before: FhirItem[] = [];
  for (const each of item) {
    if (each.type === 'display') {
      before.push(each);
      continue;
    }
    const intro = before.length === 0 ? null : before.map(({ text }) => text).join(' ');
    const question = parseQuestion(each, { linkId: `${slot}-q${questions.length + 1}`, intro });
    if (!question.ok) return question;
    questions.push(question.value);
    before = [];
  }
  const [left] = before;
  // A line behind the last question would stand nowhere.
  return left === undefined ? ok(questions) : fail({ kind: 'unsupported', place: left.linkId });
}

function parseQuestion(
  item: FhirItem,
  { linkId, intro }: Pick<InstrumentQuestion, 'linkId' | 'intro'>,
): Result<InstrumentQuestion, QuestionsProblem> {
  const isPlain = item.type === 'choice' && item.repeats !== true;
  const given = item.answerOption ?? [];
  if (!isPlain || given.length < 2) return fail({ kind: 'unsupported', place: item.linkId });
  const officialCodes = given.map(({ valueCoding }) => valueCoding.code);
  const fits =
    new Set(officialCodes).size === given.length && officialCodes.every((code) => codeSchema.safeParse(code).success);
  const options = [];
  for (const [index, option] of given.entries()) {
    const weight = weightOf(option);
    if (weight === null) return fail({ kind: 'noWeight', place: item.linkId });
    const { code, display } = option.valueCoding;
    options.push({ code: fits ? code : `o${index + 1}`, text: display, weight });
  }
  return ok({ linkId, intro, text: item.text, options });
}

function weightOf({ extension = [], valueCoding }: z.infer<typeof optionSchema>): number | null {
  const all = [...extension, ...(valueCoding.extension ?? [])];
  const [weight, ...others] = all.filter(({ url }) => url === ORDINAL_VALUE);
  return others.length > 0 ? null : (weight?.valueDecimal ?? null);
}

/** Where the first mistake lies, as `item.0.text`; empty for the whole. */
export function firstPlace({ issues }: z.ZodError): string {
  return issues
    .slice(0, 1)
    .flatMap(({ path }) => path.map(String))
    .join('.');
}
