import type { Language } from '../basics/language.ts';
import type { InstrumentQuestion } from '../pack/instrument-questions.ts';
import { maxScore, type CutOff, type Instrument } from '../pack/instrument.ts';
import { codesOf, type Answer } from './answer.ts';

/** What decides which cut-offs may apply. Sex is never asked. */
export interface Respondent {
  readonly country: 'DK' | 'SE' | 'GL';
  /** Whole years; null where the age was not told. */
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
}

/** What an instrument came to. A sum shown to a clinician, never a decision. */
export interface InstrumentScore {
  readonly instrument: Instrument;
  /** Null while a question is without a value: a sum with gaps is no score. */
  readonly score: number | null;
  readonly maxScore: number;
  readonly answered: number;
  /** Cut-offs that the score reaches and that may apply to the person. */
  readonly reached: readonly CutOff[];
}

/** The answers that count, and the language in which each was asked; null for what was not answered. */
export interface AskedAnswers {
  readonly visible: ReadonlyMap<string, Answer | undefined>;
  readonly askedIn: (linkId: string) => Language | null;
}

/**
 * Counts every instrument of which anything was answered that counts. Each language is counted for itself: cut-offs hold
 * for one wording, so an instrument that was answered in two languages has two results with gaps, and no score.
 *
 * @param instruments every loaded one, in each of its languages
 */
export function scoresOf(
  asked: AskedAnswers,
  instruments: readonly Instrument[],
  respondent: Respondent,
): readonly InstrumentScore[] {
  return instruments.flatMap((instrument) => {
    const { questions, terms } = instrument;
    const answers = questions.map(({ linkId }) =>
      asked.askedIn(linkId) === terms.language ? asked.visible.get(linkId) : undefined,
    );
    if (answers.every((answer) => answer === undefined)) return [];
    const numbers = questions.map((question, index) => weightOf(question, answers[index]));
    return [scored(instrument, numbers, respondent)];
  });
}

function weightOf({ options }: InstrumentQuestion, answer: Answer | undefined): number | null {
  const [chosen] = codesOf(answer);
  return options.find(({ code }) => code === chosen)?.weight ?? null;
}

function scored(instrument: Instrument, numbers: readonly (number | null)[], respondent: Respondent): InstrumentScore {
  const values = numbers.filter((value) => value !== null);
  const isWhole = values.length === numbers.length;
  const sum = values.reduce((total, value) => total + value, 0);
  const score = isWhole ? sum * instrument.terms.scoring.multiplyBy : null;
  const reached = instrument.terms.cutOffs.filter(
    (cutOff) => score !== null && score >= cutOff.from && mayApply(cutOff, respondent),
  );
  return { instrument, score, maxScore: maxScore(instrument), answered: values.length, reached };
}

/** A cut-off stands aside only when it is known to be meant for others. */
function mayApply({ country, ageFrom, ageTo }: CutOff, respondent: Respondent): boolean {
  if (country !== undefined && country !== respondent.country) return false;
  if (ageFrom !== undefined && respondent.ageTo !== null && respondent.ageTo < ageFrom) return false;
  return ageTo === undefined || respondent.ageFrom === null || respondent.ageFrom <= ageTo;
}
