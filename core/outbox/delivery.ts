import type { Sha256 } from '../basics/hasher.ts';

/**
 * How far an intake has come, from the moment it was sealed.
 *
 * - sealed: on this kiosk only
 * - sent: copied, and read back through the system's cache
 * - stored: read back from the medium itself and found equal
 * - receipted: the centre has signed for it
 * - purged: the kiosk's copy is gone, after the receipt
 * - withdrawn: the person took it back before the receipt
 * - withdrawalRequested: the person takes it back after the receipt: the kiosk's copy is gone, and the centre is asked
 */
export type DeliveryState = 'sealed' | 'sent' | 'stored' | 'receipted' | 'purged' | 'withdrawn' | 'withdrawalRequested';

/** How far an intake can have come while the centre has not signed for it. */
export type WaitingState = Extract<DeliveryState, 'sealed' | 'sent' | 'stored'>;

/** What can happen to an intake on its way. */
export type DeliveryEvent = 'copied' | 'readBack' | 'receipted' | 'purged' | 'withdrawn' | 'withdrawalRequested';

// Read as: in this state, this event leads there. What is missing is not allowed: nothing is purged without a
// receipt, after one the centre can only be asked, and a copy never says less than the copy before it.
const STEPS: Readonly<Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>>> = {
  sealed: { copied: 'sent', readBack: 'stored', receipted: 'receipted', withdrawn: 'withdrawn' },
  sent: { copied: 'sent', readBack: 'stored', receipted: 'receipted', withdrawn: 'withdrawn' },
  stored: { copied: 'stored', readBack: 'stored', receipted: 'receipted', withdrawn: 'withdrawn' },
  receipted: { receipted: 'receipted', purged: 'purged', withdrawalRequested: 'withdrawalRequested' },
  purged: { withdrawalRequested: 'withdrawalRequested' },
  withdrawn: {},
  withdrawalRequested: {},
};

/** Returns where an event leads, or null where it is not allowed. */
export function nextDelivery(state: DeliveryState, event: DeliveryEvent): DeliveryState | null {
  return STEPS[state][event] ?? null;
}

/** An intake that the centre has not signed for yet. */
export interface Delivery {
  readonly seq: number;
  /** Of the sealed file. */
  readonly sha256: Sha256;
  /** UTC. */
  readonly sealedAt: string;
  readonly state: WaitingState;
  /** The name under which the sealed file is exported. */
  readonly fileName: string;
  /** The person lets the house ring the centre on the day of Send. It stands first at the staff desk, with no reason. */
  readonly ringToday: boolean;
}

/** Returns the name of an exported intake: by chance, so that it tells neither kiosk nor order. */
export function exportNameOf(sha256: Sha256): string {
  return `${sha256.slice(0, 32)}.age`;
}

/** Returns the deliveries after copies of some intakes were read back: through the system's cache, or from the medium. */
export function markCarried(
  deliveries: readonly Delivery[],
  seqs: ReadonlySet<number>,
  event: Extract<DeliveryEvent, 'copied' | 'readBack'>,
): readonly Delivery[] {
  return deliveries.map((delivery) => (seqs.has(delivery.seq) ? carried(delivery, event) : delivery));
}

function carried(delivery: Delivery, event: 'copied' | 'readBack'): Delivery {
  if (event === 'readBack') return { ...delivery, state: 'stored' };
  // A copy never says less than the copy before it.
  return delivery.state === 'sealed' ? { ...delivery, state: 'sent' } : delivery;
}
