import { z } from 'zod';
import type { Sha256 } from '../basics/hasher.ts';

/** How far a text has been judged: nobody yet; one speaker; a translator and a treatment worker, neither its author. */
export const reviewStatusSchema = z.enum(['draft', 'reviewed', 'approved']);
export type ReviewStatus = z.infer<typeof reviewStatusSchema>;

/** How much of a SHA-256 digest a review state keeps: enough to notice every change of a text. */
const SHORT_HASH_LENGTH = 16;
const shortHashSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** The review of one text in one language. */
export const reviewStateSchema = z.strictObject({
  status: reviewStatusSchema,
  /** The first 16 hexadecimal characters of the SHA-256 of the Danish text that was judged against. */
  source: shortHashSchema,
  /** The same of the judged text itself. */
  text: shortHashSchema,
  /** Greenlandic word forms that stand in no dictionary or text we know: unproven, and the first to look at. */
  unattested: z.array(z.string().min(1).max(60)).min(1).optional(),
});
export type ReviewState = z.infer<typeof reviewStateSchema>;

/** locales/<language>/review.json: the review states of a language by text key. */
export const reviewFileSchema = z.strictObject({ texts: z.record(z.string().max(120), reviewStateSchema) });
export type ReviewFile = z.infer<typeof reviewFileSchema>;

/** Shortens a digest to what a review state keeps. */
export function shortHash(digest: Sha256): string {
  return digest.slice(0, SHORT_HASH_LENGTH);
}

/**
 * The status that a text may be shown with: a review of an older Danish text counts for nothing.
 *
 * @param state undefined when the text has never been looked at
 * @param danishSource the SHA-256 of the Danish text of today
 */
export function effectiveStatus(state: ReviewState | undefined, danishSource: Sha256): ReviewStatus {
  return state?.source === shortHash(danishSource) ? state.status : 'draft';
}
