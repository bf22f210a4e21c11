import { languageOf, type LanguageTag } from '../basics/language.ts';
import type { Item } from '../pack/questionnaire.ts';
import type { Answer, AnswerLookup } from './answer.ts';
import { isEnabled, type Answered } from './conditions.ts';
import { optionsOf, type AdaptedItem, type CultureVersion } from './culture-version.ts';

/** How many of the questions a person wants: all of them, or the short track. */
export type Track = 'whole' | 'short';

/** Questions of this sensitivity are not asked while somebody helps. */
const ONLY_ALONE = 3;

/** Everything that decides what is asked: the questions, the answers so far, and who sits there in which language. */
export interface InterviewFacts {
  readonly version: CultureVersion;
  readonly given: AnswerLookup;
  readonly language: LanguageTag;
  readonly track: Track;
  /** Somebody helps at the screen. */
  readonly accompanied: boolean;
  /** Items that the person chose to leave open, for example by going to the end early. */
  readonly leftOpen: ReadonlySet<string>;
}

/** The facts, and what they show. Worked out once: every step asks for it several times. */
export interface Interview extends InterviewFacts {
  /** See `visibleAnswers`. */
  readonly visible: ReadonlyMap<string, Answer | undefined>;
}

/** Works out what the facts show. */
export function interviewFrom(facts: InterviewFacts): Interview {
  return { ...facts, visible: visibleAnswers(facts) };
}

/** What to show after an answer: another item, or `done` when nothing is left to ask. */
export type NextStep = { readonly kind: 'ask'; readonly linkId: string } | { readonly kind: 'done' };

/** Why a visible item was not asked. */
export type WhyNotAsked = 'helperPresent' | 'shortTrack' | 'leftOpen';

/**
 * The answers that count: those of items which are shown, without options that are hidden. Hidden answers are
 * ignored, not erased: an answer comes back when its item does. A code that was chosen in another culture version
 * stands, although this version may not offer it: changing the version takes no answer away. The question of an
 * instrument is shown in the languages of its official wording, and wherever it has been answered already.
 *
 * Conditions look only at earlier items (`loadPack` sees to it), so one pass in order decides everything.
 *
 * @returns keyed by linkId, in the order of the version; visible items without an answer hold undefined
 */
export function visibleAnswers({
  version,
  given,
  language,
}: Pick<InterviewFacts, 'version' | 'given' | 'language'>): ReadonlyMap<string, Answer | undefined> {
  const visible = new Map<string, Answer | undefined>();
  const answered = answeredOf({ version, visible });
  for (const { item, instrument } of version.items) {
    const answer = given(item.linkId);
    const speaks = instrument === null || answer !== undefined || instrument.languages.includes(languageOf(language));
    if (speaks && isEnabled(item, answered)) visible.set(item.linkId, visibleAnswer(item, answer, answered));
  }
  return visible;
}

/** What conditions look at, over answers that count. */
export function answeredOf({ version, visible }: Pick<Interview, 'version' | 'visible'>): Answered {
  return {
    answer: (linkId) => visible.get(linkId),
    item: (linkId) => version.byLinkId.get(linkId)?.item,
  };
}

function visibleAnswer(item: Item, answer: Answer | undefined, answered: Answered): Answer | undefined {
  if (answer?.kind !== 'codes') return answer;
  const hidden = optionsOf(item).filter((option) => !isEnabled(option, answered));
  if (hidden.length === 0) return answer;
  const codes = answer.codes.filter((code) => !hidden.some((option) => option.code === code));
  return codes.length === 0 ? undefined : { kind: 'codes', codes };
}

/**
 * Chooses what to ask next: the first open item after `current`, or, behind the last one, the first that is open at
 * all. What is answered is never asked a second time, whatever the order of the version.
 *
 * @param current the linkId just answered; null, or one that the version lacks, starts from the first item
 * @throws never; a pack with dead ends is refused at load
 * Source: docs/architecture.md, "What is asked next"
 */
export function nextStep(interview: Interview, current: string | null): NextStep {
  let first: string | null = null;
  let isPast = false;
  for (const adapted of interview.version.items) {
    const { linkId } = adapted.item;
    if (isOpen(interview, adapted)) {
      if (isPast) return { kind: 'ask', linkId };
      first ??= linkId;
    }
    if (linkId === current) isPast = true;
  }
  return first === null ? { kind: 'done' } : { kind: 'ask', linkId: first };
}

function isOpen(interview: Interview, { item }: AdaptedItem): boolean {
  const { visible } = interview;
  if (!visible.has(item.linkId) || visible.get(item.linkId) !== undefined) return false;
  return whyNotAsked(interview, item) === null;
}

/** Why an item is not asked now; null when it is. Told in the order in which it would be put right. */
function whyNotAsked(interview: InterviewFacts, item: Item): WhyNotAsked | null {
  if (interview.track === 'short' && item.short !== true) return 'shortTrack';
  if (isKeptFromHelper(interview, item)) return 'helperPresent';
  return interview.leftOpen.has(item.linkId) ? 'leftOpen' : null;
}

/** Tells whether an item has no place on the screen while somebody helps, answered or not. */
export function isKeptFromHelper({ accompanied }: Pick<InterviewFacts, 'accompanied'>, item: Item): boolean {
  return accompanied && item.sensitivity >= ONLY_ALONE;
}

/** Every visible item without an answer that would be asked now, in order. */
export function openItems(interview: Interview): readonly string[] {
  return interview.version.items.filter((adapted) => isOpen(interview, adapted)).map(({ item }) => item.linkId);
}

/** Every visible item without an answer that is not asked, and why, in order. */
export function unasked(interview: Interview): ReadonlyMap<string, WhyNotAsked> {
  const found = new Map<string, WhyNotAsked>();
  for (const [linkId, answer] of interview.visible) {
    const item = interview.version.byLinkId.get(linkId)?.item;
    const why = item === undefined || answer !== undefined ? null : whyNotAsked(interview, item);
    if (why !== null) found.set(linkId, why);
  }
  return found;
}

/**
 * The item before `current` that the person has met; the last of all before null. Null at the first. What was answered
 * alone is stepped over while somebody helps.
 */
export function previousItem(interview: Interview, current: string | null): string | null {
  let previous: string | null = null;
  for (const adapted of interview.version.items) {
    const { linkId } = adapted.item;
    if (linkId === current) return previous;
    const isAnswered = interview.visible.get(linkId) !== undefined && !isKeptFromHelper(interview, adapted.item);
    if (isAnswered || isOpen(interview, adapted)) previous = linkId;
  }
  return current === null ? previous : null;
}
