import { assertNever } from '../basics/assert-never.ts';
import type { Language } from '../basics/language.ts';
import type { Pack } from '../pack/load.ts';
import type { Item } from '../pack/questionnaire.ts';
import type { Answer } from '../questionnaire/answer.ts';
import { optionsOf, textKey, type CultureVersion } from '../questionnaire/culture-version.ts';
import { visibleAnswers } from '../questionnaire/flow.ts';
import { text, type Catalogue } from '../translation/catalogue.ts';
import { lowestStatus, type ReviewStatus } from '../translation/review.ts';
import type { Intake, IntakeAnswer } from './intake.ts';
import type { Site } from './site.ts';
import { answersOf, askedVersion, type Visit } from './visit.ts';

/** What an intake is made from. */
export interface IntakeSource {
  readonly visit: Visit;
  readonly pack: Pack;
  readonly catalogue: Catalogue;
  readonly reviewStatus: (language: Language, key: string) => ReviewStatus;
  readonly site: Site;
  /** UTC, ISO 8601: the moment of Send. */
  readonly createdAt: string;
}

/**
 * Makes the intake of a visit: the answers of visible items only, in the order of the culture version, each with
 * the words that were shown when it was given.
 */
export function composeIntake(source: IntakeSource): Intake {
  const { visit, pack, site, createdAt } = source;
  const answers: IntakeAnswer[] = [];
  for (const [linkId, answer] of visibleAnswers(pack[visit.culture], answersOf(visit))) {
    if (answer !== undefined) answers.push(composeAnswer(source, linkId, answer));
  }
  const { intakeId, language, culture, contentVersion } = visit;
  return { format: 1, intakeId, createdAt, site, language, culture, contentVersion, answers };
}

function composeAnswer(
  { visit, pack, catalogue, reviewStatus, site }: IntakeSource,
  linkId: string,
  answer: Answer,
): IntakeAnswer {
  const given = visit.answers[linkId];
  const asked = askedVersion(visit, pack, linkId);
  const item = asked.byLinkId.get(linkId)?.item;
  if (given === undefined || item === undefined) throw new Error(`An answer without its item: ${linkId}`);
  const { language, culture } = given;
  const words = (key: string): { text: string; siteText: string } => ({
    text: text(catalogue[language], key),
    siteText: text(catalogue[site.language], key),
  });
  const titleKey = textKey(asked, linkId, 'title');
  return {
    linkId,
    section: item.section,
    sensitivity: item.sensitivity,
    language,
    culture,
    reviewStatus: lowestStatus(shownKeys(asked, item).map((key) => reviewStatus(language, key))),
    question: words(titleKey),
    said: composeSaid(answer, words, (code) => textKey(asked, linkId, `option.${code}`)),
  };
}

/**
 * The texts on which an answer rests: the question, and every option that stood beside the chosen one. An option
 * that was hidden counts too, because a status that is too low does no harm.
 */
function shownKeys(asked: CultureVersion, item: Item): readonly string[] {
  const options = optionsOf(item).map(({ code }) => textKey(asked, item.linkId, `option.${code}`));
  return [textKey(asked, item.linkId, 'title'), ...options];
}

function composeSaid(
  answer: Answer,
  words: (key: string) => { text: string; siteText: string },
  optionKey: (code: string) => string,
): IntakeAnswer['said'] {
  switch (answer.kind) {
    case 'codes':
      return { kind: 'options', options: answer.codes.map((code) => ({ code, ...words(optionKey(code)) })) };
    case 'text':
      return { kind: 'words', text: answer.text };
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return { kind: answer.kind, ...words(`kiosk.nonAnswer.${answer.kind}`) };
    case 'notAsked':
      return answer;
    default:
      return assertNever(answer);
  }
}
