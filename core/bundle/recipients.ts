import { z } from 'zod';
import type { Hasher, Sha256 } from '../basics/hasher.ts';
import { toUtf8 } from '../basics/utf8.ts';

const X25519 = /^age1[02-9ac-hj-np-z]{58}$/;
const HYBRID = /^age1pq1[02-9ac-hj-np-z]{1952}$/;

/**
 * The keys that a bundle is sealed to: at least two, because one may be lost, and each once. All post-quantum hybrids
 * or none: one X25519 recipient beside a hybrid one would undo what the hybrid is for.
 */
export const recipientsField = z
  .array(z.string())
  .min(2)
  .max(8)
  .refine((recipients) => areOneKind(recipients) && new Set(recipients).size === recipients.length);

/**
 * Names a set of recipients, whatever their order, by the SHA-256 of the sorted recipients with a line end after each.
 * By hand: `jq -r '.recipients[]' centre.json | LC_ALL=C sort | sha256sum`.
 */
export function recipientsHash(recipients: readonly string[], hasher: Hasher): Sha256 {
  const sorted = [...recipients].sort();
  return hasher.sha256(toUtf8(sorted.map((recipient) => `${recipient}\n`).join('')));
}

function areOneKind(recipients: readonly string[]): boolean {
  return [X25519, HYBRID].some((kind) => recipients.every((recipient) => kind.test(recipient)));
}
