import type { Hasher } from '../basics/hasher.ts';
import type { LanguageTag } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import type { EditionEntry } from './edition.ts';
import type { Judged, Worded } from './edition-events.ts';
import { textHash, type Review } from './review.ts';
import { keyFault, textFaults, type KeyFault, type TextFault } from './text-faults.ts';

/** Who words something, and when. */
export interface Author {
  /** Null when nobody said whose words they are. */
  readonly by: string | null;
  readonly atMs: number;
}

/** What words are held against. */
export interface WordingRules {
  readonly tag: LanguageTag;
  readonly hasher: Hasher;
}

/** Why words were not taken. */
export type WordingProblem =
  { readonly kind: 'unchanged' } | { readonly kind: 'refused'; readonly reason: TextFault | KeyFault };

/**
 * Words one text. Older words are taken up again in the same way: what was there in between stays in the history.
 *
 * @returns what to add to the events of the edition; the words are a draft
 */
export function word(
  entry: EditionEntry,
  { text, by, atMs }: Author & { readonly text: string },
  { tag, hasher }: WordingRules,
): Result<Worded, WordingProblem> {
  const { key, danish } = entry;
  if (text === entry.text) return fail({ kind: 'unchanged' });
  const reason = keyFault(key) ?? textFaults(text, { source: danish, tag })[0];
  if (reason !== undefined) return fail({ kind: 'refused', reason });
  const source = textHash(danish, hasher);
  return ok({ kind: 'worded', key, text, source, instead: heldHash(entry, hasher), by, atMs });
}

/** The hash of the words that an entry holds; of the empty text where it has none. */
export function heldHash({ text }: Pick<EditionEntry, 'text'>, hasher: Hasher): string {
  return textHash(text ?? '', hasher);
}

/**
 * Why a judgement was not taken.
 *
 * - otherWords: the words or their Danish source have changed since they were looked at
 * - ownWords: nobody judges what they wrote themselves
 * - judgedAlready: the same person has judged these words
 */
export type JudgingProblem = { readonly kind: 'otherWords' | 'ownWords' | 'judgedAlready' };

/**
 * Judges the words of one text. A translator and a treatment worker, two different people and neither its author,
 * approve them.
 *
 * @param seen the words and the Danish text that the person looked at
 * @returns what to add to the events of the edition
 */
export function judge(
  { key, danish, text, author, reviews }: EditionEntry,
  { seen, review }: { readonly seen: Pick<EditionEntry, 'text' | 'danish'>; readonly review: Review },
  hasher: Hasher,
): Result<Judged, JudgingProblem> {
  if (text === null || text !== seen.text || danish !== seen.danish) return fail({ kind: 'otherWords' });
  if (author !== null && isSamePerson(author, review.by)) return fail({ kind: 'ownWords' });
  if (reviews.some(({ by }) => isSamePerson(by, review.by))) return fail({ kind: 'judgedAlready' });
  return ok({ kind: 'judged', key, text: textHash(text, hasher), source: textHash(danish, hasher), review });
}

/** Tells whether two names, as people write them, are those of one person. */
export function isSamePerson(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
