import { z } from 'zod';
import type { Hasher, Sha256 } from '../basics/hasher.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { MAX_KEY_LENGTH } from './catalogue.ts';

/** How far a text has been judged: nobody yet; one speaker; a translator and a treatment worker, neither its author. */
export const reviewStatusSchema = z.enum(['draft', 'reviewed', 'approved']);
export type ReviewStatus = z.infer<typeof reviewStatusSchema>;

/** How much of a SHA-256 digest a review state keeps: enough to notice every change of a text. */
const SHORT_HASH_LENGTH = 16;
/** A digest as review states keep it; see `textHash`. */
export const shortHashSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** What an approval needs: somebody who lives by the language, and somebody who works with treatment and speaks it. */
export const REVIEWER_ROLES = ['translator', 'treatmentWorker'] as const;
export type ReviewerRole = (typeof REVIEWER_ROLES)[number];

/** The longest name of whoever words, judges or says a text, in UTF-16 units. */
export const MAX_AUTHOR_LENGTH = 60;
/** Who words, judges or says a text: initials or a name. */
export const authorSchema = z.string().trim().min(1).max(MAX_AUTHOR_LENGTH);

/** One person's judgement: who, in which of the two roles that an approval needs, and on which calendar day. */
export const reviewSchema = z.strictObject({
  role: z.enum(REVIEWER_ROLES),
  by: authorSchema,
  on: z.iso.date(),
});
export type Review = z.infer<typeof reviewSchema>;

/** So many judgements a review state holds. */
export const MOST_REVIEWS = 4;

/** The review of one text in one language. */
export const reviewStateSchema = z
  .strictObject({
    status: reviewStatusSchema,
    /** The first 16 hexadecimal characters of the SHA-256 of the Danish text that was judged against. */
    source: shortHashSchema,
    /** The same of the judged text itself. */
    text: shortHashSchema,
    /** Greenlandic word forms that stand in no dictionary or text we know: unproven, and the first to look at. */
    unattested: z.array(z.string().min(1).max(60)).min(1).optional(),
    /** Who judged the text of this state. */
    reviews: z.array(reviewSchema).min(1).max(MOST_REVIEWS).optional(),
  })
  .refine(({ status, reviews }) => status !== 'approved' || isApprovedByTwo(reviews ?? []), {
    path: ['reviews'],
    error: 'An approved text needs a translator and a treatment worker, two different people.',
  });
export type ReviewState = z.infer<typeof reviewStateSchema>;

/** Tells whether a translator and a treatment worker, two different people, stand among the judgements. */
export function isApprovedByTwo(reviews: readonly Review[]): boolean {
  const by = (role: ReviewerRole): readonly string[] =>
    reviews.filter((review) => review.role === role).map((review) => review.by.toLowerCase());
  return by('translator').some((name) => by('treatmentWorker').some((other) => other !== name));
}

/** locales/<language>/review.json: the review states of a language by text key. */
export const reviewFileSchema = z.strictObject({ texts: z.record(z.string().max(MAX_KEY_LENGTH), reviewStateSchema) });
export type ReviewFile = z.infer<typeof reviewFileSchema>;

/** Shortens a digest to what a review state keeps. */
export function shortHash(digest: Sha256): string {
  return digest.slice(0, SHORT_HASH_LENGTH);
}

/** What a review state knows a text by. */
export function textHash(text: string, hasher: Hasher): string {
  return shortHash(hasher.sha256(toUtf8(text)));
}

/** The word forms without proof that a text still has after it was changed. */
export function remainingUnattested(before: ReviewState | undefined, text: string): readonly string[] {
  const words: readonly string[] = text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return (before?.unattested ?? []).filter((word) => words.includes(word));
}

/** Statuses from the least judged to the most. */
const BY_RANK = reviewStatusSchema.options;

/** The least judged of some statuses; `approved` when there are none. */
export function lowestStatus(statuses: readonly ReviewStatus[]): ReviewStatus {
  return BY_RANK.find((status) => statuses.includes(status)) ?? 'approved';
}

/**
 * The status that a text may be shown with: a review of another wording, or of an older Danish text, counts for
 * nothing.
 *
 * @param state undefined when the text has never been looked at
 * @param today the SHA-256 of the Danish text of today, and of the text itself
 */
export function effectiveStatus(
  state: ReviewState | undefined,
  today: { readonly source: Sha256; readonly text: Sha256 },
): ReviewStatus {
  const isFresh = state?.source === shortHash(today.source) && state.text === shortHash(today.text);
  return isFresh ? state.status : 'draft';
}
