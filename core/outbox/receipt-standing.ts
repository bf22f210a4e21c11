import type { LedgerEntry } from './ledger-entry.ts';
import type { LedgerIndex } from './ledger-index.ts';

/**
 * How an intake that the centre signed for stands in the kiosk's own ledger.
 *
 * - waiting: the receipt is news
 * - known: the centre had signed for it before; the kiosk may have let go of it since
 * - takenBack: the person took it back meanwhile. That stands: the head tells the centre
 * - unknown: the kiosk never sealed these bytes under this number. Nothing follows from such a receipt
 */
export type ReceiptStanding = 'waiting' | 'known' | 'takenBack' | 'unknown';

/** Compares by number and digest, both to the last character. */
export function standingOf(
  { seq, sha256 }: Pick<LedgerEntry, 'seq' | 'sha256'>,
  index: Pick<LedgerIndex, 'numbered' | 'end'>,
): ReceiptStanding {
  if (index.numbered(seq)?.sha256 !== sha256) return 'unknown';
  const end = index.end(seq);
  if (end === null) return 'waiting';
  return end === 'withdrawn' ? 'takenBack' : 'known';
}
