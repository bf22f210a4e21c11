import { languageOf } from '../../basics/language.ts';
import { text } from '../../translation/catalogue.ts';
import type { InstrumentResult, IntakeAnswer } from '../intake.ts';
import type { PageOneEntry, PageOnePart } from './model.ts';
import { partsOf } from './parts.ts';
import { hasValue, isDraftWording, type Reading } from './reading.ts';

/** The question of an instrument, as loading one names it: its slot, and its place among the questions. */
const INSTRUMENT_QUESTION = /^(.+)-(q\d+)$/;

/** Tells whether an answer belongs to one of the instruments, whose points stand with their sum. */
export function isOfInstrument(answer: IntakeAnswer, instruments: readonly InstrumentResult[]): boolean {
  return instruments.some((result) => belongsTo(answer, result));
}

/** An instrument that was begun in one language and ended in another has two half results, each with its own answers. */
function belongsTo({ linkId, language }: IntakeAnswer, result: InstrumentResult): boolean {
  return slotOf(linkId) === result.slot && languageOf(language) === result.language;
}

function slotOf(linkId: string): string | null {
  return INSTRUMENT_QUESTION.exec(linkId)?.[1] ?? null;
}

/** What every official instrument came to: the sum, how far it can be trusted, and the points of each question. */
export function instrumentsOf(reading: Reading): readonly PageOneEntry[] {
  return reading.intake.instruments.map((result) => entryOf(result, reading));
}

function entryOf(result: InstrumentResult, reading: Reading): PageOneEntry {
  const own = reading.intake.answers.filter((answer) => belongsTo(answer, result));
  const points = own.filter(hasValue).map((answer) => pointsOf(answer, reading));
  return {
    linkId: null,
    label: result.title,
    parts: [outcome(result, reading), standing(result, reading), points.join('; ')]
      .filter((each) => each !== '')
      .map(said),
    isDraft: own.some(isDraftWording),
    isLoud: false,
  };
}

function said(words: string): PageOnePart {
  return { kind: 'said', text: words };
}

/** The sum and every cut-off it reaches; a sum with gaps is none. */
function outcome({ score, maxScore, answered, questions, reached }: InstrumentResult, { texts }: Reading): string {
  if (score === null) return text(texts, 'pageOne.instrument.incomplete', { answered, questions });
  const cutOffs = reached.map((each) => cutOffWords(each, texts));
  return [text(texts, 'pageOne.instrument.score', { score, maxScore }), ...cutOffs].join('; ');
}

type CutOff = InstrumentResult['reached'][number];

/** A cut-off, from which sum it counts, and for whom it is made, because sex is never asked. */
function cutOffWords({ label, from, sex, ageFrom, ageTo }: CutOff, texts: Reading['texts']): string {
  const limits = [`≥ ${from}`];
  if (sex !== null) limits.push(text(texts, `pageOne.instrument.${sex}`));
  const range = ageTo === null ? `${ageFrom ?? 0}+` : `${ageFrom ?? 0}–${ageTo}`;
  if (ageFrom !== null || ageTo !== null) limits.push(text(texts, 'pageOne.instrument.ages', { range }));
  return `${label} (${limits.join(', ')})`;
}

/** The wording in which it was asked, and the size of the unit that it counts. */
function standing({ version, language, validated, unitGrams }: InstrumentResult, { texts }: Reading): string {
  return [
    version,
    text(texts, `kiosk.languageName.${language}`),
    text(texts, `pageOne.instrument.validated.${validated}`),
    ...(unitGrams === null ? [] : [text(texts, 'pageOne.instrument.unit', { grams: unitGrams })]),
  ].join('; ');
}

/** The points of one question behind its place in the instrument; its words where they count nothing. */
function pointsOf(answer: IntakeAnswer, reading: Reading): string {
  const options = answer.said.kind === 'options' ? answer.said.options : [];
  const weights = options.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  const isCounted = weights.length > 0 && weights.length === options.length;
  const words = partsOf(answer, reading).map((part) => part.text);
  return `${answer.linkId.slice(answer.linkId.lastIndexOf('-') + 1)}: ${isCounted ? weights.join(' + ') : words.join(' | ')}`;
}
