import type { Item } from '../pack/questionnaire.ts';
import type { AdaptedItem } from './culture-version.ts';
import { countAnswers, isWordedIn, type CountedAnswers, type GivenFacts } from './visible-answers.ts';

/** How many of the questions a person wants: all of them, or the short track. */
export type Track = 'whole' | 'short';

/** Questions of this sensitivity are not asked while somebody helps. */
const ONLY_ALONE = 3;

/** Everything that decides what is asked: the questions, the answers so far, and who sits there in which language. */
export interface InterviewFacts extends GivenFacts {
  readonly track: Track;
  /** Somebody helps at the screen. */
  readonly accompanied: boolean;
  /** Items that the person chose to leave open, for example by going to the end early. */
  readonly leftOpen: ReadonlySet<string>;
}

/** The facts, and the answers that count. Worked out once: every step asks for them several times. */
export interface Interview extends InterviewFacts, CountedAnswers {}

/** Works out what the facts show. */
export function interviewFrom(facts: InterviewFacts): Interview {
  return { ...facts, ...countAnswers(facts) };
}

/** What to show after an answer: another item, or `done` when nothing is left to ask. */
export type NextStep = { readonly kind: 'ask'; readonly linkId: string } | { readonly kind: 'done' };

/** Why a visible item was not asked. */
export type WhyNotAsked = 'helperPresent' | 'shortTrack' | 'leftOpen';

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
function isKeptFromHelper({ accompanied }: Pick<InterviewFacts, 'accompanied'>, item: Item): boolean {
  return accompanied && isOnlyAlone(item);
}

/** Tells whether an item is asked only of who is alone. */
export function isOnlyAlone({ sensitivity }: Pick<Item, 'sensitivity'>): boolean {
  return sensitivity >= ONLY_ALONE;
}

/** Why an item cannot stand on the screen now: another version asks it, it has no words in this language, or in company. */
export type WhyNotShown = 'version' | 'language' | 'company';

/** What keeps an item from the screen now, answered or not; null for one that may stand there. */
export function whyNotShown(interview: Interview, linkId: string): WhyNotShown | null {
  const adapted = interview.version.byLinkId.get(linkId);
  if (adapted === undefined || !interview.visible.has(linkId)) return 'version';
  if (!isWordedIn(adapted, interview.language)) return 'language';
  return isKeptFromHelper(interview, adapted.item) ? 'company' : null;
}

/**
 * Tells whether an item may stand on the screen now, answered or not: the version asks it and shows it, it has words in
 * this language, and it is not kept from somebody who helps.
 */
export function mayShow(interview: Interview, linkId: string): boolean {
  return whyNotShown(interview, linkId) === null;
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
 * The item before `current` that the person has met; the last of all before null. Null at the first. What must not stand
 * on the screen now is stepped over.
 */
export function previousItem(interview: Interview, current: string | null): string | null {
  let previous: string | null = null;
  for (const adapted of interview.version.items) {
    const { linkId } = adapted.item;
    if (linkId === current) return previous;
    const isAnswered = interview.visible.get(linkId) !== undefined;
    if (isAnswered ? mayShow(interview, linkId) : isOpen(interview, adapted)) previous = linkId;
  }
  return current === null ? previous : null;
}
