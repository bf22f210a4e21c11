import type { Sha256 } from '../../core/basics/hasher.ts';
import type { DeliveryState } from '../../core/outbox/delivery.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import type { LedgerAppendError } from './ledger-file.ts';

/** A sealed intake to be kept. */
export interface SealedIntake {
  /** From `next()`, as it stands in the manifest. */
  readonly seq: number;
  readonly intakeId: string;
  /** The age file. */
  readonly bytes: Uint8Array;
  /** As in the manifest. */
  readonly withdrawTag: Sha256 | null;
  /** The house may ring the centre on this day. */
  readonly ringToday?: boolean;
}

/** What names a sealed intake wherever it lies. */
export type Named = Pick<LedgerEntry, 'seq' | 'sha256'>;

/** An intake that the centre has signed for; `line`: where the ledger says so. */
export interface Receipted extends Named {
  readonly line: number;
}

/** A sealed intake that a take-back code names, and how far it has come. */
export interface Letter extends Pick<LedgerEntry, 'seq' | 'sha256'> {
  /** UTC. */
  readonly sealedAt: string;
  readonly state: DeliveryState;
}

/**
 * Why an intake was not taken back.
 *
 * - unknown: the key takes back none
 * - tooLate: the centre has signed for it
 * - notErased: it counts as taken back, but its file is still there; the next try or the next start removes it
 * - uncertain: whether it was taken back is known after the next start
 */
export type WithdrawError =
  { readonly kind: 'unknown' } | { readonly kind: 'tooLate' } | { readonly kind: 'notErased' } | LedgerAppendError;

/** Why the centre was not asked to forget an intake. `notReceipted`: it has not signed; withdrawing is what is wanted. */
export type RequestWithdrawalError =
  { readonly kind: 'unknown' } | { readonly kind: 'notReceipted' } | { readonly kind: 'notErased' } | LedgerAppendError;

/**
 * Why an intake was not kept.
 *
 * - notNext: sealed with a number that is not the next one; seal it again
 * - alreadySealed: this intake was kept before; there is nothing to do but to delete its draft
 * - uncertain: whether it was kept is known after the next start; the draft must stay
 */
export type CommitError =
  | { readonly kind: 'notNext' }
  | { readonly kind: 'alreadySealed'; readonly seq: number; readonly sha256: Sha256 }
  | LedgerAppendError;
