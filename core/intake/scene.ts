import { assertNever } from '../basics/assert-never.ts';
import type { Culture, Language } from '../basics/language.ts';
import type { Pack } from '../pack/load.ts';
import type { Item } from '../pack/questionnaire.ts';
import type { Answer, NonAnswer } from '../questionnaire/answer.ts';
import { isEnabled } from '../questionnaire/conditions.ts';
import { textKey, type CultureVersion } from '../questionnaire/culture-version.ts';
import { visibleAnswers } from '../questionnaire/flow.ts';
import type { SitePolicy } from './site.ts';
import { answersOf, askedVersion, type Visit } from './visit.ts';

/** One answer to choose, with the key of its text. */
export interface ShownOption {
  readonly code: string;
  readonly textKey: string;
  readonly pictogram: string | null;
  readonly exclusive: boolean;
}

/** A question as a window shows it: keys of texts, never texts. */
export interface ShownItem {
  readonly linkId: string;
  readonly sensitivity: number;
  readonly titleKey: string;
  readonly hintKey: string | null;
  readonly noticeKey: string | null;
  readonly field:
    | { readonly kind: 'choice'; readonly options: readonly ShownOption[]; readonly maxAnswers: number }
    | { readonly kind: 'text'; readonly maxLength: number };
}

/** One line of what is told back: the question and what was said. */
export interface ReadBackLine {
  readonly linkId: string;
  readonly sensitivity: number;
  readonly titleKey: string;
  readonly said:
    | { readonly kind: 'options'; readonly textKeys: readonly string[] }
    | { readonly kind: 'words'; readonly text: string }
    | { readonly kind: 'nonAnswer'; readonly nonAnswer: NonAnswer };
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
  | { readonly kind: 'question'; readonly item: ShownItem; readonly answer: Answer | null }
  | { readonly kind: 'offerCode' }
  | { readonly kind: 'underAge' }
  | { readonly kind: 'readBack'; readonly lines: readonly ReadBackLine[] };

/** A scene and what stands around it on every screen. */
export interface VisitScene {
  readonly language: Language;
  readonly culture: Culture;
  readonly chosen: { readonly language: boolean; readonly culture: boolean };
  readonly path: readonly PathPlace[];
  readonly scene: Scene;
}

/** Turns a visit into what a window shows. `policy` decides which notices are true at this site. */
export function visitScene(visit: Visit, pack: Pack, policy: SitePolicy): VisitScene {
  const version = pack[visit.culture];
  return {
    language: visit.language,
    culture: visit.culture,
    chosen: visit.chosen,
    path: path(visit, version),
    scene: scene(visit, pack, policy),
  };
}

function scene(visit: Visit, pack: Pack, policy: SitePolicy): Scene {
  const { stage } = visit;
  const version = pack[visit.culture];
  switch (stage.kind) {
    case 'greeting':
    case 'language':
    case 'culture':
      return { kind: stage.kind };
    case 'offerCode':
    case 'underAge':
      return { kind: stage.kind };
    case 'whoCanSee':
      return { kind: 'whoCanSee', points: whoCanSeePoints(version) };
    case 'question':
      return questionScene(visit, version, stage.linkId, policy);
    case 'readBack':
      return { kind: 'readBack', lines: readBackLines(visit, pack) };
    default:
      return assertNever(stage);
  }
}

function whoCanSeePoints(version: CultureVersion): { textKey: string; pictogram: string }[] {
  return version.whoCanSee.map(({ code, pictogram }) => ({ textKey: `intake.whoCanSee.${code}`, pictogram }));
}

function questionScene(visit: Visit, version: CultureVersion, linkId: string, policy: SitePolicy): Scene {
  const item = version.byLinkId.get(linkId)?.item;
  if (item === undefined) throw new Error(`The visit stands at an item that its version lacks: ${linkId}`);
  const visible = visibleAnswers(version, answersOf(visit));
  const key = (part: 'title' | 'hint' | 'notice'): string => textKey(version, linkId, part);
  return {
    kind: 'question',
    answer: visible.get(linkId) ?? null,
    item: {
      linkId,
      sensitivity: item.sensitivity,
      titleKey: key('title'),
      hintKey: item.hint === true ? key('hint') : null,
      noticeKey: showsNotice(item, policy) ? key('notice') : null,
      field: field(item, version, (earlier) => visible.get(earlier)),
    },
  };
}

function showsNotice(item: Item, policy: SitePolicy): boolean {
  return item.notice === true && (item.noticePolicy === undefined || policy[item.noticePolicy]);
}

function field(
  item: Item,
  version: CultureVersion,
  visible: (linkId: string) => Answer | undefined,
): ShownItem['field'] {
  if (item.type === 'string') return { kind: 'text', maxLength: item.maxLength };
  const options = item.answerOption
    .filter((option) => isEnabled(option, visible))
    .map(({ code, pictogram, exclusive }) => ({
      code,
      textKey: textKey(version, item.linkId, `option.${code}`),
      pictogram: pictogram ?? null,
      exclusive: exclusive === true,
    }));
  return { kind: 'choice', options, maxAnswers: item.repeats === true ? (item.maxAnswers ?? options.length) : 1 };
}

function readBackLines(visit: Visit, pack: Pack): ReadBackLine[] {
  const lines: ReadBackLine[] = [];
  const version = pack[visit.culture];
  const visible = visibleAnswers(version, answersOf(visit));
  for (const { item } of version.items) {
    const { linkId, sensitivity } = item;
    const answer = visible.get(linkId);
    const asked = askedVersion(visit, pack, linkId);
    const said = answer === undefined ? null : whatWasSaid(asked, linkId, answer);
    if (said !== null) lines.push({ linkId, sensitivity, titleKey: textKey(asked, linkId, 'title'), said });
  }
  return lines;
}

function whatWasSaid(asked: CultureVersion, linkId: string, answer: Answer): ReadBackLine['said'] | null {
  switch (answer.kind) {
    case 'text':
      return { kind: 'words', text: answer.text };
    case 'codes':
      return { kind: 'options', textKeys: answer.codes.map((code) => textKey(asked, linkId, `option.${code}`)) };
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return { kind: 'nonAnswer', nonAnswer: answer.kind };
    case 'notAsked':
      return null;
    default:
      return assertNever(answer);
  }
}

/** The sections of the version, then the place where everything is told back. Empty before the questions begin. */
function path(visit: Visit, version: CultureVersion): PathPlace[] {
  const places = [...version.sections, 'readBack'];
  const here = places.indexOf(sectionOf(visit, version) ?? '');
  if (here === -1) return [];
  return places.map((section, index) => ({
    section,
    state: index < here ? 'done' : index === here ? 'here' : 'ahead',
  }));
}

function sectionOf(visit: Visit, version: CultureVersion): string | undefined {
  const { stage } = visit;
  if (stage.kind === 'readBack') return 'readBack';
  if (stage.kind === 'question') return version.byLinkId.get(stage.linkId)?.item.section;
  if (stage.kind === 'offerCode' || stage.kind === 'underAge') return version.byLinkId.get(stage.after)?.item.section;
  return undefined;
}
