import type { LedgerHead } from '../../core/outbox/ledger-head.ts';
import { revealsTag } from '../../core/outbox/withdrawal.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { IntakeRecord } from './intake-record.ts';

/**
 * Tells whether the person took an intake back: the kiosk's head says so of this very file, and reveals what only the
 * person's code comes to. A kiosk's word alone takes nobody off the list.
 */
export function isWithdrawn({ sha256, manifest }: IntakeRecord, head: Pick<LedgerHead, 'withdrawn'>): boolean {
  return head.withdrawn.some(
    (one) =>
      one.seq === manifest.seq && one.sha256 === sha256 && revealsTag(one.preimage, manifest.withdrawTag, nodeHasher),
  );
}
