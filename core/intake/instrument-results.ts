import { languageOf, type Language } from '../basics/language.ts';
import type { Instrument } from '../pack/instrument.ts';
import type { Pack } from '../pack/load.ts';
import { codesOf } from '../questionnaire/answer.ts';
import { scoresOf, type InstrumentScore, type Respondent } from '../questionnaire/scoring.ts';
import type { InstrumentResult } from './intake.ts';
import type { Site } from './site.ts';
import { interviewOf, type Visit } from './visit.ts';

/** The item that tells the age, as bands: `18-24`, `65-plus`, `under-18`. */
const AGE = 'age';
const OLDEST = 130;

/** What every instrument of a visit came to, as the intake carries it. */
export function instrumentResults(
  { visit, pack, site }: { readonly visit: Visit; readonly pack: Pack; readonly site: Site },
  instruments: readonly Instrument[],
): InstrumentResult[] {
  const askedIn = (linkId: string): Language | null => {
    const given = visit.answers[linkId];
    return given === undefined ? null : languageOf(given.language);
  };
  const { visible } = interviewOf(visit, pack);
  const scores = scoresOf({ visible, askedIn }, instruments, respondentOf(codesOf(visible.get(AGE)), site));
  return scores.map((score) => result(score, site.language));
}

function result({ instrument, score, maxScore, answered, reached }: InstrumentScore, read: Language): InstrumentResult {
  const { title, terms, questions } = instrument;
  return {
    slot: terms.slot,
    title,
    version: terms.officialVersion,
    language: terms.language,
    validated: terms.validated,
    score,
    maxScore,
    answered,
    questions: questions.length,
    unitGrams: terms.unitGrams ?? null,
    reached: reached.map(({ from, label, sex, ageFrom, ageTo }) => ({
      label: label[read],
      from,
      sex: sex ?? null,
      ageFrom: ageFrom ?? null,
      ageTo: ageTo ?? null,
    })),
  };
}

function respondentOf([band = '']: readonly string[], { country }: Site): Respondent {
  const [, from, to] = /^(\d+)-(\d+|plus)$/.exec(band) ?? [];
  if (from === undefined || to === undefined) return { country, ageFrom: null, ageTo: null };
  return { country, ageFrom: Number(from), ageTo: to === 'plus' ? OLDEST : Number(to) };
}
