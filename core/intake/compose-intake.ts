import type { ToldCall, VisitCall } from '../alert/told-call.ts';
import { assertNever } from '../basics/assert-never.ts';
import type { LanguageTag } from '../basics/language.ts';
import type { Instrument } from '../pack/instrument.ts';
import type { Pack } from '../pack/load.ts';
import type { Item } from '../pack/questionnaire.ts';
import { textParts } from '../pack/required-texts.ts';
import { gramsOfEpisode, type EpisodesItem } from '../questionnaire/alcohol.ts';
import { hasValue, type Answer, type Episode } from '../questionnaire/answer.ts';
import { maySend } from '../questionnaire/conditions.ts';
import {
  nonAnswerKey,
  optionsOf,
  textKey,
  type CultureVersion,
  type TextPart,
} from '../questionnaire/culture-version.ts';
import { unasked, type WhyNotAsked } from '../questionnaire/flow.ts';
import { raisedRules, type RaisedRule } from '../questionnaire/safety.ts';
import { answeredOf } from '../questionnaire/visible-answers.ts';
import { text, type Catalogue } from '../translation/catalogue.ts';
import { lowestStatus, type ReviewStatus } from '../translation/review.ts';
import { instrumentResults } from './instrument-results.ts';
import { MAX_CALLS, type Chosen, type Flag, type Intake, type IntakeAnswer } from './intake.ts';
import type { Site } from './site.ts';
import { handingOver } from './stages.ts';
import { standingCalls } from './visit-calls.ts';
import { askedAnswer, interviewOf, type Visit } from './visit.ts';

/** What an intake is made from. */
export interface IntakeSource {
  readonly visit: Visit;
  readonly pack: Pack;
  readonly catalogue: Catalogue;
  readonly reviewStatus: (language: LanguageTag, key: string) => ReviewStatus;
  readonly site: Site;
  /** UTC, ISO 8601: the moment of Send. */
  readonly createdAt: string;
  /** Every loaded instrument. */
  readonly instruments: readonly Instrument[];
  /** What the house did at some calls; see `toldCalls`. */
  readonly toldCalls: (calls: readonly VisitCall[]) => readonly ToldCall[];
}

/**
 * Makes the intake of a visit: the answers that count, in the order of the culture version, then those that only another
 * version asked for, each with the words that were shown when it was given; what was not asked, and why; the safety
 * rules that are reached; and what the house did when it was called for them.
 *
 * @throws while an answer hands over to a person: such a visit is never sent
 */
export function composeIntake(source: IntakeSource): Intake {
  const { visit, pack, site, createdAt, instruments, toldCalls } = source;
  const interview = interviewOf(visit, pack);
  const { version, visible, elsewhere } = interview;
  if (handingOver(interview) !== null) throw new Error('An answer hands over to a person: nothing is sent');
  const left = unasked(interview);
  const answered = answeredOf(interview);
  // A non-answer holds nothing to keep back, and "rather tell a person" is for the centre to know.
  const isSent = (linkId: string, answer: Answer): boolean => {
    const asked = answered.item(linkId);
    return !hasValue(answer) || asked === undefined || maySend(asked, answered);
  };
  const answers: IntakeAnswer[] = [];
  for (const { item } of version.items) {
    if (!visible.has(item.linkId)) continue;
    const answer = visible.get(item.linkId);
    // What became open at read back, as when a helper left there, was left open by sending.
    if (answer === undefined) answers.push(composeUnasked(source, item, left.get(item.linkId) ?? 'leftOpen'));
    else if (isSent(item.linkId, answer)) answers.push(composeAnswer(source, item.linkId, answer));
  }
  for (const [linkId, answer] of elsewhere) {
    if (isSent(linkId, answer)) answers.push(composeAnswer(source, linkId, answer));
  }
  const raised = raisedRules(interview);
  const { intakeId, language, culture, track, contentVersion } = visit;
  return {
    format: 3,
    intakeId,
    createdAt,
    site,
    language,
    culture,
    track,
    contentVersion,
    unitGrams: version.unitGrams[site.country],
    answers,
    flags: composeFlags(visit, raised),
    calls: [...toldCalls(standingCalls(visit, raised).slice(0, MAX_CALLS))],
    instruments: instrumentResults(source, instruments),
  };
}

function composeFlags(visit: Visit, raised: readonly RaisedRule[]): Flag[] {
  return raised.map(({ rule, linkIds }) => ({
    rule: rule.id,
    level: rule.level,
    linkIds: [...linkIds],
    at: linkIds.map((linkId) => visit.answers[linkId]?.at ?? visit.startedAt).reduce((a, b) => (a > b ? a : b)),
  }));
}

type Words = (part: TextPart) => { readonly text: string; readonly siteText: string };

/** The words of an item in the language in which it was shown, and in the site's own. */
function wordsOf({ catalogue, site }: IntakeSource, asked: CultureVersion, shown: ShownItem): Words {
  const instrument = asked.byLinkId.get(shown.linkId)?.instrument ?? null;
  // The wording of an instrument is never translated: it may exist in one language only.
  const siteLanguage = instrument === null || instrument.languages.includes(site.language) ? site.language : null;
  return (part) => {
    const key = textKey(asked, shown.linkId, part);
    const words = text(catalogue[shown.language], key);
    return { text: words, siteText: siteLanguage === null ? words : text(catalogue[siteLanguage], key) };
  };
}

interface ShownItem {
  readonly linkId: string;
  readonly language: LanguageTag;
}

function composeAnswer(source: IntakeSource, linkId: string, answer: Answer): IntakeAnswer {
  const { visit, pack } = source;
  const { given, asked, adapted } = askedAnswer(visit, pack, linkId);
  const { item } = adapted;
  const { language, culture, at, accompanied } = given;
  const words = wordsOf(source, asked, { linkId, language });
  return {
    linkId,
    section: item.section,
    sensitivity: item.sensitivity,
    language,
    culture,
    reviewStatus: shownStatus(source, asked, { linkId, language }),
    question: words('title'),
    answeredAt: at,
    accompanied,
    said: composeSaid(answer, item, { words, source, asked, language }),
  };
}

function composeUnasked(source: IntakeSource, item: Item, why: WhyNotAsked): IntakeAnswer {
  const { visit, pack } = source;
  const { language, culture } = visit;
  const { linkId, section, sensitivity } = item;
  const version = pack[culture];
  return {
    linkId,
    section,
    sensitivity,
    language,
    culture,
    reviewStatus: shownStatus(source, version, { linkId, language }),
    question: wordsOf(source, version, { linkId, language })('title'),
    answeredAt: null,
    accompanied: visit.accompanied,
    said: { kind: 'notAsked', why },
  };
}

/**
 * How far the texts had been reviewed on which an answer rests: the question, and everything that stood beside what was
 * chosen. What was hidden counts too, because a status that is too low does no harm. An instrument's wording is official.
 */
function shownStatus(source: IntakeSource, asked: CultureVersion, { linkId, language }: ShownItem): ReviewStatus {
  const adapted = asked.byLinkId.get(linkId);
  if (adapted === undefined || adapted.instrument !== null) return 'approved';
  return lowestStatus(
    textParts(adapted.item).map((part) => source.reviewStatus(language, textKey(asked, linkId, part))),
  );
}

interface SaidSource {
  readonly words: Words;
  readonly source: IntakeSource;
  readonly asked: CultureVersion;
  readonly language: LanguageTag;
}

function composeSaid(answer: Answer, item: Item, from: SaidSource): IntakeAnswer['said'] {
  const chosen = (part: 'option' | 'who' | 'ring', code: string): Chosen => ({
    code,
    ...from.words(`${part}.${code}`),
  });
  switch (answer.kind) {
    case 'codes':
      return { kind: 'options', options: answer.codes.map((code) => weighed(item, chosen('option', code))) };
    case 'text':
      return { kind: 'words', text: answer.text };
    case 'number':
      return answer;
    case 'days':
      if (item.type !== 'days') throw new Error(`Marked days at another kind of item: ${item.linkId}`);
      return { ...answer, lastDays: item.lastDays };
    case 'episodes':
      if (item.type !== 'episodes') throw new Error(`Times of drinking at another kind of item: ${item.linkId}`);
      return { kind: 'episodes', episodes: answer.episodes.map((episode) => saidEpisode(item, episode, from.words)) };
    case 'circle':
      return {
        kind: 'circle',
        people: answer.people.map(({ who, ring }) => ({ who: chosen('who', who), ring: chosen('ring', ring) })),
      };
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow': {
      const { catalogue, site } = from.source;
      const key = nonAnswerKey(from.asked, answer.kind);
      return {
        kind: answer.kind,
        text: text(catalogue[from.language], key),
        siteText: text(catalogue[site.language], key),
      };
    }
    default:
      return assertNever(answer);
  }
}

function weighed(item: Item, chosen: Chosen): Chosen & { weight?: number } {
  const weight = optionsOf(item).find(({ code }) => code === chosen.code)?.weight;
  return weight === undefined ? chosen : { ...chosen, weight };
}

type SaidEpisode = Extract<IntakeAnswer['said'], { kind: 'episodes' }>['episodes'][number];

function saidEpisode(item: EpisodesItem, episode: Episode, words: Words): SaidEpisode {
  const { share, company } = episode;
  const grams = gramsOfEpisode(item, episode);
  if (grams === null) throw new Error(`A vessel or part that its item lacks: ${item.linkId}`);
  const part = item.share?.find(({ code }) => code === share);
  return {
    drinks: episode.drinks.flatMap(({ container, count }) =>
      item.container
        .filter(({ code }) => code === container)
        .map(({ code, centilitres, percent }) => ({
          code,
          ...words(`container.${code}`),
          count,
          centilitres,
          percent,
        })),
    ),
    share: part === undefined ? null : { code: part.code, ...words(`share.${part.code}`), weight: part.weight },
    company: company === null ? null : { code: company, ...words(`company.${company}`) },
    grams: Math.round(grams * 10) / 10,
  };
}
