import type { Sha256 } from '../basics/hasher.ts';
import type { LedgerHead } from './ledger-head.ts';

/**
 * How a kiosk's head stands to the newest one that the centre has of it.
 *
 * - first: the centre has none
 * - newer: nothing went back
 * - same: nothing has happened since; only the export is another
 * - older: an earlier export, that came late
 * - setBack: it claims to be later, and ledger or audit log are shorter: somebody set the kiosk back
 * - forked: as long, and with another end: one of the two was written anew
 */
export type HeadComparison = 'first' | 'newer' | 'same' | 'older' | 'setBack' | 'forked';

/** Compares a head with the newest that was kept. Both signatures were checked. */
export function compareHeads(kept: LedgerHead | null, head: LedgerHead): HeadComparison {
  if (kept === null) return 'first';
  const chains = [chainComparison(kept, head), chainComparison(kept.audit, head.audit)];
  if (chains.includes('forked')) return 'forked';
  if (!chains.includes('shorter')) return chains.includes('longer') ? 'newer' : 'same';
  // UTC in one form: text and time have one order. A head that is older in one and newer in the other never was.
  const isEarlier = head.exportedAt < kept.exportedAt;
  return isEarlier && !chains.includes('longer') ? 'older' : 'setBack';
}

interface ChainEnd {
  readonly lines: number;
  readonly lastLineHash: Sha256 | null;
}

function chainComparison(kept: ChainEnd, head: ChainEnd): 'longer' | 'equal' | 'shorter' | 'forked' {
  if (head.lines !== kept.lines) return head.lines > kept.lines ? 'longer' : 'shorter';
  return head.lastLineHash === kept.lastLineHash ? 'equal' : 'forked';
}
