import type { Item } from '../pack/questionnaire.ts';
import type { Answer, AnswerLookup } from './answer.ts';
import { isEnabled } from './conditions.ts';
import { optionsOf, type CultureVersion } from './culture-version.ts';

/**
 * What to show after an answer: another item, or `done` when no visible item is left without an answer. `openOnly` says
 * that the end was reached: what was answered already is not asked a second time.
 */
export type NextStep =
  { readonly kind: 'ask'; readonly linkId: string; readonly openOnly: boolean } | { readonly kind: 'done' };

/**
 * The answers that count: those of items which are shown, without options that are hidden. Hidden answers are
 * ignored, not erased: an answer comes back when its item does. A code that was chosen in another culture version
 * stands, although this version may not offer it: changing the version takes no answer away.
 *
 * Conditions look only at earlier items (`loadPack` sees to it), so one pass in order decides everything.
 *
 * @returns keyed by linkId, in the order of the version; visible items without an answer hold undefined
 */
export function visibleAnswers(version: CultureVersion, given: AnswerLookup): ReadonlyMap<string, Answer | undefined> {
  const visible = new Map<string, Answer | undefined>();
  for (const { item } of version.items) {
    const lookup: AnswerLookup = (linkId) => visible.get(linkId);
    if (isEnabled(item, lookup)) visible.set(item.linkId, visibleAnswer(item, given(item.linkId), lookup));
  }
  return visible;
}

function visibleAnswer(item: Item, answer: Answer | undefined, visible: AnswerLookup): Answer | undefined {
  if (answer?.kind !== 'codes') return answer;
  const hidden = optionsOf(item).filter((option) => !isEnabled(option, visible));
  const codes = answer.codes.filter((code) => !hidden.some((option) => option.code === code));
  return codes.length === 0 ? undefined : { kind: 'codes', codes };
}

/**
 * Chooses what to ask next: the first visible item after `current`, or, behind the last one, the first visible
 * item that has no answer yet.
 *
 * @param current the linkId just answered; null starts from the first item, and one that the version lacks leads to
 *   what has no answer
 * @throws never; a pack with dead ends is refused at load
 * Source: docs/architecture.md, "What is asked next"
 */
export function nextStep(version: CultureVersion, given: AnswerLookup, current: string | null): NextStep {
  const visible = visibleAnswers(version, given);
  const place = version.items.findIndex(({ item }) => item.linkId === current);
  if (place === -1 && current !== null) return firstUnanswered(version, given);
  const following = version.items.slice(place + 1).find(({ item }) => visible.has(item.linkId));
  if (following === undefined) return firstUnanswered(version, given);
  return { kind: 'ask', linkId: following.item.linkId, openOnly: false };
}

/** The first visible item without an answer, or `done`. Used where a person returns to what is left. */
export function firstUnanswered(version: CultureVersion, given: AnswerLookup): NextStep {
  for (const [linkId, answer] of visibleAnswers(version, given)) {
    if (answer === undefined) return { kind: 'ask', linkId, openOnly: true };
  }
  return { kind: 'done' };
}

/** The visible item before `current`; null at the first. */
export function previousItem(version: CultureVersion, given: AnswerLookup, current: string | null): string | null {
  const linkIds = [...visibleAnswers(version, given).keys()];
  if (current === null) return linkIds.at(-1) ?? null;
  return linkIds[linkIds.indexOf(current) - 1] ?? null;
}
