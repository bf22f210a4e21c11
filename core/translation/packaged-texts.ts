import { heldHash, isSamePerson, judge, type WordingRules } from './change-edition.ts';
import type { Edition, EditionEntry } from './edition.ts';
import type { EditionEvent } from './edition-events.ts';
import { MOST_FOLLOWED, type PackagedText } from './language-package.ts';
import { isApprovedByTwo, textHash, type Review } from './review.ts';
import { characterFaults, keyFault, shownKey, textFaults, type KeyFault, type TextFault } from './text-faults.ts';

/** The approved texts of an edition, as a package carries them. @param atMs when words of a content version count as worded */
export function packagedTexts(edition: Edition, atMs: number): readonly PackagedText[] {
  return [...edition.values()].flatMap((entry) => {
    const { key, danish, text, author, history } = entry;
    if (text === null || !isWhollyApproved(entry)) return [];
    const follows = [...new Set(history.map(({ instead }) => instead))].slice(-MOST_FOLLOWED);
    const wordedAtMs = history.at(-1)?.atMs ?? atMs;
    return [{ key, danish, text, by: author, atMs: wordedAtMs, follows, reviews: [...entry.reviews] }];
  });
}

function isWhollyApproved({ status, author, reviews }: EditionEntry): boolean {
  return status === 'approved' && isApprovedByTwo(withoutAuthor(reviews, author));
}

function withoutAuthor(reviews: readonly Review[], author: string | null): readonly Review[] {
  return reviews.filter(({ by }) => author === null || !isSamePerson(by, author));
}

/**
 * Why a text of a package is refused.
 *
 * - notApproved: no translator and treatment worker, two people beside its author, stand behind it
 * - badName: a name of somebody holds what cannot be read
 */
export type PackageRefusal = TextFault | KeyFault | 'notApproved' | 'badName';

/** A text that this house has worded otherwise, or of which it has another Danish text: a person decides. */
export interface PackageConflict {
  readonly key: string;
  /** What this house has. */
  readonly danish: string;
  readonly text: string | null;
  /** What the package has. */
  readonly theirDanish: string;
  readonly theirText: string;
  readonly changed: readonly ('source' | 'target')[];
}

/** What somebody decided: the package's words count instead of these, which they looked at. */
export type Decision = Pick<PackageConflict, 'key' | 'danish' | 'text'>;

/** What comes of the texts of a package. */
export interface PackageTaking {
  /** To be added to the edition, in this order. */
  readonly events: readonly EditionEvent[];
  /** How many texts those change. */
  readonly changed: number;
  readonly unchanged: number;
  readonly conflicts: readonly PackageConflict[];
  /** Keys that the edition does not have, as they may be shown. */
  readonly unknown: readonly string[];
  readonly refused: readonly { readonly key: string; readonly reason: PackageRefusal }[];
  /** The texts of the package that now stand in the edition, the unchanged ones among them. */
  readonly standing: readonly string[];
}

/** What texts are taken by: the rules for words, and what somebody has decided. */
export interface Taker extends WordingRules {
  readonly decisions: readonly Decision[];
}

type Outcome =
  | { readonly kind: 'taken'; readonly events: readonly EditionEvent[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict'; readonly conflict: PackageConflict }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly reason: PackageRefusal };

/**
 * Decides what is taken of the texts of a package. Words are taken where this house has none, and in place of those that
 * they followed in the other house; over any other words only when somebody has decided it, who looked at those.
 * Judgements come with them, and count as far as the rules of this house let them.
 */
export function takePackaged(edition: Edition, texts: readonly PackagedText[], taker: Taker): PackageTaking {
  const all = texts.map((each) => ({ each, key: shownKey(each.key), outcome: outcomeOf(edition, each, taker) }));
  const stands = ({ kind }: Outcome): boolean => kind === 'taken' || kind === 'unchanged';
  return {
    events: all.flatMap(({ outcome }) => (outcome.kind === 'taken' ? outcome.events : [])),
    changed: all.filter(({ outcome }) => outcome.kind === 'taken').length,
    unchanged: all.filter(({ outcome }) => outcome.kind === 'unchanged').length,
    conflicts: all.flatMap(({ outcome }) => (outcome.kind === 'conflict' ? [outcome.conflict] : [])),
    unknown: all.flatMap(({ key, outcome }) => (outcome.kind === 'unknown' ? [key] : [])),
    refused: all.flatMap(({ key, outcome }) => (outcome.kind === 'refused' ? [{ key, reason: outcome.reason }] : [])),
    standing: all.filter(({ outcome }) => stands(outcome)).map(({ each }) => each.text),
  };
}

function outcomeOf(edition: Edition, packaged: PackagedText, taker: Taker): Outcome {
  const entry = edition.get(packaged.key);
  const reason = faultOf(packaged, entry, taker);
  if (reason !== null) return { kind: 'refused', reason };
  if (entry === undefined) return { kind: 'unknown' };
  if (packaged.text === entry.text) {
    const events = judgementsOver({ ...entry, danish: packaged.danish }, packaged, taker);
    const isOfToday = packaged.danish === entry.danish;
    return isOfToday && events.length > 0 ? { kind: 'taken', events } : { kind: 'unchanged' };
  }
  const changed = changedIn(entry, packaged, taker);
  if (changed.length === 0 || isDecided(entry, taker))
    return { kind: 'taken', events: wordsOf(entry, packaged, taker) };
  const { key, danish: theirDanish, text: theirText } = packaged;
  return {
    kind: 'conflict',
    conflict: { key, danish: entry.danish, text: entry.text, theirDanish, theirText, changed },
  };
}

/** Names that could read otherwise than they are kept. */
const UNREADABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

function faultOf(
  { key, text, danish, by, reviews }: PackagedText,
  entry: EditionEntry | undefined,
  { tag }: Taker,
): PackageRefusal | null {
  const sources = entry === undefined ? [danish] : [danish, entry.danish];
  const faults = sources.flatMap((source) => textFaults(text, { source, tag }));
  const fault = keyFault(key) ?? faults[0] ?? characterFaults(danish)[0];
  if (fault !== undefined) return fault;
  if ([by ?? '', ...reviews.map((review) => review.by)].some((name) => UNREADABLE.test(name))) return 'badName';
  return isApprovedByTwo(withoutAuthor(reviews, by)) ? null : 'notApproved';
}

function changedIn(
  { danish, text }: EditionEntry,
  packaged: PackagedText,
  { hasher }: Taker,
): PackageConflict['changed'] {
  const isFollowed = text === null || packaged.follows.includes(textHash(text, hasher));
  return [...(danish === packaged.danish ? [] : (['source'] as const)), ...(isFollowed ? [] : (['target'] as const))];
}

function isDecided({ key, danish, text }: EditionEntry, { decisions }: Taker): boolean {
  return decisions.some((each) => each.key === key && each.danish === danish && each.text === text);
}

/** The words, as somebody worded them for the Danish text of their house, with their judgements. */
function wordsOf(entry: EditionEntry, packaged: PackagedText, rules: WordingRules): readonly EditionEvent[] {
  const { key, danish, text, by, atMs } = packaged;
  const instead = heldHash(entry, rules.hasher);
  const source = textHash(danish, rules.hasher);
  const worded: EditionEvent = { kind: 'worded', key, text, source, instead, by, atMs };
  return [worded, ...judgementsOver({ ...entry, danish, text, author: by, reviews: [] }, packaged, rules)];
}

/** Judgements as the people of this house could have given them: none of their own words, and none twice. */
function judgementsOver(
  entry: EditionEntry,
  packaged: PackagedText,
  { hasher }: WordingRules,
): readonly EditionEvent[] {
  const events: EditionEvent[] = [];
  let given = entry.reviews;
  for (const review of withoutAuthor(packaged.reviews, packaged.by)) {
    const judged = judge({ ...entry, reviews: given }, { seen: entry, review }, hasher);
    if (!judged.ok) continue;
    events.push(judged.value);
    given = [...given, review];
  }
  return events;
}
