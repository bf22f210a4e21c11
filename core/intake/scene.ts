import { assertNever } from '../basics/assert-never.ts';
import type { Culture, LanguageTag } from '../basics/language.ts';
import type { Pack } from '../pack/load.ts';
import { NON_ANSWERS, type NonAnswer } from '../pack/condition.ts';
import type { Item } from '../pack/questionnaire.ts';
import { codesOf, type Answer, type Episode } from '../questionnaire/answer.ts';
import { isEnabled, type Answered } from '../questionnaire/conditions.ts';
import { nonAnswerKey, textKey, type CultureVersion, type TextPart } from '../questionnaire/culture-version.ts';
import { answeredOf, openItems, unasked, type Interview, type Track } from '../questionnaire/flow.ts';
import { raisedRules, safetyLevel, type SafetyLevel } from '../questionnaire/safety.ts';
import type { SitePolicy } from './site.ts';
import { askedVersion, interviewOf, type Visit } from './visit.ts';

/** Something to choose, with the key of its text. */
export interface ShownChoice {
  readonly code: string;
  readonly textKey: string;
  readonly pictogram: string | null;
}

/** One answer to choose. */
export interface ShownOption extends ShownChoice {
  readonly exclusive: boolean;
}

/** How a question is answered on the screen. */
export type ShownField =
  | {
      readonly kind: 'choice';
      readonly presentation: 'cards' | 'path' | 'scale' | 'stories';
      readonly imagery: string | null;
      readonly options: readonly ShownOption[];
      readonly maxAnswers: number;
    }
  /** `warnsOfNames`: this person gives only a code, and these words could name somebody. */
  | { readonly kind: 'text'; readonly maxLength: number; readonly masked: boolean; readonly warnsOfNames: boolean }
  | { readonly kind: 'number'; readonly minValue: number; readonly maxValue: number }
  | { readonly kind: 'days'; readonly lastDays: number }
  | {
      readonly kind: 'episodes';
      readonly maxEpisodes: number;
      readonly containers: readonly (ShownChoice & { readonly shared: boolean })[];
      readonly asksShare: 'never' | 'ofShared' | 'always';
      readonly shares: readonly ShownChoice[];
      readonly company: readonly ShownChoice[];
    }
  | {
      readonly kind: 'circle';
      readonly who: readonly ShownChoice[];
      readonly rings: readonly ShownChoice[];
      readonly maxPeople: number;
    };

/** A question as a window shows it: keys of texts, never texts. */
export interface ShownItem {
  readonly linkId: string;
  readonly sensitivity: number;
  readonly titleKey: string;
  readonly hintKey: string | null;
  readonly noticeKey: string | null;
  readonly field: ShownField;
  /** The three non-answers, in the words and pictures of the culture version. */
  readonly nonAnswers: readonly {
    readonly nonAnswer: NonAnswer;
    readonly textKey: string;
    readonly pictogram: string;
  }[];
}

/** What was said, as it is told back: keys of texts, the person's own words, and numbers. */
export type ToldBack =
  | { readonly kind: 'options'; readonly textKeys: readonly string[] }
  | { readonly kind: 'words'; readonly text: string; readonly masked: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'days'; readonly count: number; readonly lastDays: number }
  | {
      readonly kind: 'episodes';
      readonly episodes: readonly {
        readonly drinks: readonly { readonly textKey: string; readonly count: number }[];
        readonly shareKey: string | null;
        readonly companyKey: string | null;
      }[];
    }
  | { readonly kind: 'circle'; readonly people: readonly { readonly whoKey: string; readonly ringKey: string }[] }
  | { readonly kind: 'nonAnswer'; readonly textKey: string };

/** One line of what is told back: the question and what was said. */
export interface ReadBackLine {
  readonly linkId: string;
  readonly sensitivity: number;
  readonly titleKey: string;
  readonly said: ToldBack;
}

/** A place on the path on top of the screen. */
export interface PathPlace {
  readonly section: string;
  readonly state: 'done' | 'here' | 'ahead';
}

/** What the window shows of a visit. */
export type Scene =
  | { readonly kind: 'greeting' }
  | { readonly kind: 'language' }
  | { readonly kind: 'culture' }
  | { readonly kind: 'whoCanSee'; readonly points: readonly { readonly textKey: string; readonly pictogram: string }[] }
  | { readonly kind: 'track' }
  | { readonly kind: 'question'; readonly item: ShownItem; readonly answer: Answer | null }
  | { readonly kind: 'offerCode' }
  | { readonly kind: 'underAge' }
  /** `questions`: how many were left out because of a helper. */
  | { readonly kind: 'offerAlone'; readonly questions: number }
  /** `open`: questions that could still be answered, for who went to the end early or took the short track. */
  | { readonly kind: 'readBack'; readonly lines: readonly ReadBackLine[]; readonly open: number };

/** A scene and what stands around it on every screen. */
export interface VisitScene {
  readonly language: LanguageTag;
  readonly culture: Culture;
  readonly track: Track;
  /** Somebody helps at the screen. */
  readonly accompanied: boolean;
  readonly chosen: { readonly language: boolean; readonly culture: boolean };
  readonly path: readonly PathPlace[];
  /** What the safety rules say of the answers so far. */
  readonly safety: { readonly level: SafetyLevel; readonly rules: readonly string[] };
  readonly scene: Scene;
}

/** Turns a visit into what a window shows. `policy` decides which notices are true at this site. */
export function visitScene(visit: Visit, pack: Pack, policy: SitePolicy): VisitScene {
  const { language, culture, track, accompanied, chosen } = visit;
  const interview = interviewOf(visit, pack);
  const raised = raisedRules(interview);
  return {
    language,
    culture,
    track,
    accompanied,
    chosen,
    path: path(visit, pack),
    safety: { level: safetyLevel(raised), rules: raised.map(({ rule }) => rule.id) },
    scene: scene({ visit, pack, interview, policy }),
  };
}

interface SceneSource {
  readonly visit: Visit;
  readonly pack: Pack;
  readonly interview: Interview;
  readonly policy: SitePolicy;
}

function scene(source: SceneSource): Scene {
  const { interview } = source;
  const { stage } = source.visit;
  switch (stage.kind) {
    case 'greeting':
    case 'language':
    case 'culture':
    case 'track':
    case 'offerCode':
    case 'underAge':
      return { kind: stage.kind };
    case 'whoCanSee':
      return { kind: 'whoCanSee', points: whoCanSeePoints(interview.version) };
    case 'question':
      return questionScene(source, stage.linkId);
    case 'offerAlone':
      return { kind: 'offerAlone', questions: leftOutForHelper(interview) };
    case 'readBack':
      return { kind: 'readBack', lines: readBackLines(source), open: openFromReadBack(interview) };
    default:
      return assertNever(stage);
  }
}

function leftOutForHelper(interview: Interview): number {
  return [...unasked(interview).values()].filter((why) => why === 'helperPresent').length;
}

/** What would be asked if the person wanted the whole track after all. */
function openFromReadBack(interview: Interview): number {
  return openItems({ ...interview, track: 'whole', leftOpen: new Set() }).length;
}

function whoCanSeePoints(version: CultureVersion): { textKey: string; pictogram: string }[] {
  return version.whoCanSee.map(({ code, pictogram }) => ({ textKey: `intake.whoCanSee.${code}`, pictogram }));
}

function questionScene({ interview, policy }: SceneSource, linkId: string): Scene {
  const { version, visible } = interview;
  const item = version.byLinkId.get(linkId)?.item;
  if (item === undefined) throw new Error(`The visit stands at an item that its version lacks: ${linkId}`);
  const key = (part: TextPart): string => textKey(version, linkId, part);
  return {
    kind: 'question',
    answer: visible.get(linkId) ?? null,
    item: {
      linkId,
      sensitivity: item.sensitivity,
      titleKey: key('title'),
      hintKey: item.hint === true ? key('hint') : null,
      noticeKey: showsNotice(item, policy) ? key('notice') : null,
      field: field(item, key, answeredOf(interview)),
      nonAnswers: NON_ANSWERS.map((nonAnswer) => ({
        nonAnswer,
        textKey: nonAnswerKey(version, nonAnswer),
        pictogram: version.nonAnswers.pictures[nonAnswer],
      })),
    },
  };
}

function showsNotice(item: Item, policy: SitePolicy): boolean {
  return item.notice === true && (item.noticePolicy === undefined || policy[item.noticePolicy]);
}

type KeyOf = (part: TextPart) => string;

function field(item: Item, key: KeyOf, answered: Answered): ShownField {
  switch (item.type) {
    case 'choice':
      return choiceField(item, key, answered);
    case 'string': {
      const warnsOfNames = item.mayNamePeople === true && codesOf(answered.answer('anonymity')).includes('code-only');
      return { kind: 'text', maxLength: item.maxLength, masked: item.masked === true, warnsOfNames };
    }
    case 'integer':
      return { kind: 'number', minValue: item.minValue, maxValue: item.maxValue };
    case 'days':
      return { kind: 'days', lastDays: item.lastDays };
    case 'episodes':
      return {
        kind: 'episodes',
        maxEpisodes: item.maxEpisodes,
        containers: item.container.map((container) => ({
          ...shown(container, key(`container.${container.code}`)),
          shared: container.shared === true,
        })),
        asksShare: item.asksShare,
        shares: (item.share ?? []).map((share) => shown(share, key(`share.${share.code}`))),
        company: (item.company ?? []).map((company) => shown(company, key(`company.${company.code}`))),
      };
    case 'circle':
      return {
        kind: 'circle',
        who: item.who.map((who) => shown(who, key(`who.${who.code}`))),
        rings: item.ring.map((ring) => shown(ring, key(`ring.${ring.code}`))),
        maxPeople: item.maxPeople,
      };
  }
}

function choiceField(item: Extract<Item, { type: 'choice' }>, key: KeyOf, answered: Answered): ShownField {
  const options = item.answerOption
    .filter((option) => isEnabled(option, answered))
    .map((option) => ({ ...shown(option, key(`option.${option.code}`)), exclusive: option.exclusive === true }));
  return {
    kind: 'choice',
    presentation: item.presentation ?? 'cards',
    imagery: item.imagery ?? null,
    options,
    maxAnswers: item.repeats === true ? (item.maxAnswers ?? options.length) : 1,
  };
}

function shown(
  { code, pictogram }: { readonly code: string; readonly pictogram?: string | undefined },
  key: string,
): ShownChoice {
  return { code, textKey: key, pictogram: pictogram ?? null };
}

function readBackLines({ visit, pack, interview }: SceneSource): ReadBackLine[] {
  const lines: ReadBackLine[] = [];
  for (const { item } of interview.version.items) {
    const { linkId, sensitivity } = item;
    const answer = interview.visible.get(linkId);
    if (answer === undefined) continue;
    const asked = askedVersion(visit, pack, linkId);
    const said = whatWasSaid(asked, linkId, answer);
    lines.push({ linkId, sensitivity, titleKey: textKey(asked, linkId, 'title'), said });
  }
  return lines;
}

function whatWasSaid(asked: CultureVersion, linkId: string, answer: Answer): ToldBack {
  const key: KeyOf = (part) => textKey(asked, linkId, part);
  const item = asked.byLinkId.get(linkId)?.item;
  switch (answer.kind) {
    case 'text':
      return { kind: 'words', text: answer.text, masked: item?.type === 'string' && item.masked === true };
    case 'codes':
      return { kind: 'options', textKeys: answer.codes.map((code) => key(`option.${code}`)) };
    case 'number':
      return answer;
    case 'days':
      if (item?.type !== 'days') throw new Error(`Marked days at another kind of item: ${linkId}`);
      return { kind: 'days', count: answer.daysAgo.length, lastDays: item.lastDays };
    case 'episodes':
      return { kind: 'episodes', episodes: answer.episodes.map((episode) => toldEpisode(episode, key)) };
    case 'circle':
      return {
        kind: 'circle',
        people: answer.people.map(({ who, ring }) => ({ whoKey: key(`who.${who}`), ringKey: key(`ring.${ring}`) })),
      };
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return { kind: 'nonAnswer', textKey: nonAnswerKey(asked, answer.kind) };
    default:
      return assertNever(answer);
  }
}

function toldEpisode(
  { drinks, share, company }: Episode,
  key: KeyOf,
): Extract<ToldBack, { kind: 'episodes' }>['episodes'][number] {
  return {
    drinks: drinks.map(({ container, count }) => ({ textKey: key(`container.${container}`), count })),
    shareKey: share === null ? null : key(`share.${share}`),
    companyKey: company === null ? null : key(`company.${company}`),
  };
}

/**
 * The sections in which something is asked, then the place where everything is told back. Empty before the questions
 * begin.
 */
function path(visit: Visit, pack: Pack): PathPlace[] {
  const version = pack[visit.culture];
  const isOnTrack = ({ linkId, short }: Item): boolean =>
    visit.track === 'whole' || short === true || Object.hasOwn(visit.answers, linkId);
  const asked = version.sections.filter((section) =>
    version.items.some(({ item }) => item.section === section && isOnTrack(item)),
  );
  const places = [...asked, 'readBack'];
  const here = places.indexOf(sectionOf(visit, version) ?? '');
  if (here === -1) return [];
  return places.map((section, index) => ({
    section,
    state: index < here ? 'done' : index === here ? 'here' : 'ahead',
  }));
}

function sectionOf({ stage }: Visit, version: CultureVersion): string | undefined {
  if (stage.kind === 'readBack' || stage.kind === 'offerAlone') return 'readBack';
  if (stage.kind === 'question') return version.byLinkId.get(stage.linkId)?.item.section;
  if (stage.kind === 'offerCode' || stage.kind === 'underAge') return version.byLinkId.get(stage.after)?.item.section;
  return undefined;
}
