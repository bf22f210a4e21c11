import { z } from 'zod';
import { sha256Field, utcField } from '../bundle/fields.ts';
import type { Sha256 } from '../basics/hasher.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/**
 * How far an intake has come, from the moment it was sealed.
 *
 * - sealed: on this kiosk only
 * - sent: copied, and read back through the system's cache
 * - stored: read back from the medium itself and found equal
 * - receipted: the centre has signed for it
 * - purged: the kiosk's copy is gone, after the receipt
 * - withdrawn: the person took it back before the receipt
 */
export type DeliveryState = 'sealed' | 'sent' | 'stored' | 'receipted' | 'purged' | 'withdrawn';

/** What can happen to an intake on its way. */
export type DeliveryEvent = 'copied' | 'readBack' | 'receipted' | 'purged' | 'withdrawn';

// Read as: in this state, this event leads there. What is missing is not allowed: nothing is purged without a
// receipt, nothing is withdrawn after one, and a copy never says less than the copy before it.
const STEPS: Readonly<Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>>> = {
  sealed: { copied: 'sent', readBack: 'stored', receipted: 'receipted', withdrawn: 'withdrawn' },
  sent: { copied: 'sent', readBack: 'stored', receipted: 'receipted', withdrawn: 'withdrawn' },
  stored: { copied: 'stored', readBack: 'stored', receipted: 'receipted', withdrawn: 'withdrawn' },
  receipted: { receipted: 'receipted', purged: 'purged' },
  purged: {},
  withdrawn: {},
};

/** Returns where an event leads, or null where it is not allowed. */
export function nextDelivery(state: DeliveryState, event: DeliveryEvent): DeliveryState | null {
  return STEPS[state][event] ?? null;
}

/** An intake that the centre has not signed for yet, as the kiosk keeps it. */
export const deliverySchema = z.strictObject({
  seq: z.int().min(1),
  /** Of the sealed file. */
  sha256: sha256Field,
  sealedAt: utcField,
  state: z.enum(['sealed', 'sent', 'stored']),
  /** The name under which the sealed file is exported. */
  fileName: z.string(),
  /** The person lets the house ring the centre on the day of Send. It stands first at the staff desk, with no reason. */
  ringToday: z.boolean().default(false),
});

export type Delivery = Readonly<z.infer<typeof deliverySchema>>;

/** Returns the name of an exported intake: by chance, so that it tells neither kiosk nor order. */
export function exportNameOf(sha256: Sha256): string {
  return `${sha256.slice(0, 32)}.age`;
}

/**
 * Rebuilds what is on its way from the ledger, which is right, and the remembered states, which may be old or lost.
 * A state that was lost falls back to `sealed`: then the intake is delivered once more, which does no harm. What is
 * remembered without a line was never sent.
 */
export function rebuildDeliveries(
  entries: readonly LedgerEntry[],
  remembered: readonly Delivery[],
): readonly Delivery[] {
  const ended = new Set(entries.filter(({ kind }) => kind !== 'sealed').map(({ seq }) => seq));
  const waiting = entries.filter(({ kind, seq }) => kind === 'sealed' && !ended.has(seq));
  const known = new Map(remembered.map((delivery) => [`${delivery.seq} ${delivery.sha256}`, delivery]));
  return waiting.map(({ seq, sha256, at }) => {
    const { state = 'sealed', ringToday = false } = known.get(`${seq} ${sha256}`) ?? {};
    return { seq, sha256, sealedAt: at, state, fileName: exportNameOf(sha256), ringToday };
  });
}

/** Returns the deliveries after copies of some intakes were read back through the system's cache. */
export function markCopied(deliveries: readonly Delivery[], seqs: ReadonlySet<number>): readonly Delivery[] {
  return deliveries.map((delivery) =>
    seqs.has(delivery.seq) && delivery.state === 'sealed' ? { ...delivery, state: 'sent' } : delivery,
  );
}
