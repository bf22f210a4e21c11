import type { Language } from '../basics/language.ts';
import { maxScore, type CutOff, type Instrument } from '../pack/instrument.ts';
import { codesOf, type Answer } from './answer.ts';
import { numberOf } from './conditions.ts';
import { visibleAnswers, type Interview } from './flow.ts';

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

/**
 * Counts every instrument of which anything was answered.
 *
 * @param instruments every loaded one; of several languages, the one in which it was asked is counted
 */
export function scoresOf(
  interview: Pick<Interview, 'version' | 'given' | 'language'>,
  instruments: readonly Instrument[],
  { respondent, askedIn }: { readonly respondent: Respondent; readonly askedIn: (linkId: string) => Language | null },
): readonly InstrumentScore[] {
  const visible = visibleAnswers(interview);
  return instruments.flatMap((instrument) => {
    const wasAsked = instrument.questions.some(({ linkId }) => askedIn(linkId) === instrument.terms.language);
    const isFirst = firstAsked(instrument, askedIn) === instrument.terms.language;
    if (!wasAsked || !isFirst) return [];
    const numbers = instrument.questions.map(({ linkId }) => valueOf(interview, linkId, visible.get(linkId)));
    return [scored(instrument, numbers, respondent)];
  });
}

/** Languages of one instrument count alike: its result stands under the language of its first answer. */
function firstAsked({ questions }: Instrument, askedIn: (linkId: string) => Language | null): Language | null {
  for (const { linkId } of questions) {
    const language = askedIn(linkId);
    if (language !== null) return language;
  }
  return null;
}

function valueOf({ version }: Pick<Interview, 'version'>, linkId: string, answer: Answer | undefined): number | null {
  return codesOf(answer).length === 0 ? null : numberOf(version.byLinkId.get(linkId)?.item, answer);
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
