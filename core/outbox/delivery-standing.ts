import { latenessOf } from './lateness.ts';
import type { Lateness, WorkingDays } from './lateness.ts';
import type { Delivery, WaitingState } from './delivery.ts';

/** What staff must see: somebody looks at it after one working day, and at once after three. */
export type DeliveryNotice = 'none' | 'warning' | 'alarm';

/** How the intakes stand that the centre has not signed for. Numbers and moments only. */
export interface WaitingStanding {
  /** How many have come how far. */
  readonly counts: Readonly<Record<WaitingState, number>>;
  readonly lateness: Lateness;
  readonly notice: DeliveryNotice;
  /** How many are late or very late. */
  readonly lateCount: number;
  /** How many are very late. */
  readonly veryLateCount: number;
  /** UTC; null where none waits. */
  readonly oldestSealedAt: string | null;
}

const NOTICES: Readonly<Record<Lateness, DeliveryNotice>> = { inTime: 'none', late: 'warning', veryLate: 'alarm' };

/**
 * Sums up what waits for the centre.
 *
 * @param nowMs milliseconds since 1970
 */
export function waitingStandingOf(
  deliveries: readonly Delivery[],
  nowMs: number,
  workingDays: WorkingDays,
): WaitingStanding {
  const counts = { sealed: 0, sent: 0, stored: 0 };
  const late = { inTime: 0, late: 0, veryLate: 0 };
  let oldestSealedAt: string | null = null;
  for (const { state, sealedAt } of deliveries) {
    counts[state] += 1;
    late[latenessOf(sealedAt, nowMs, workingDays)] += 1;
    // UTC in one form: text and time have one order.
    if (oldestSealedAt === null || sealedAt < oldestSealedAt) oldestSealedAt = sealedAt;
  }
  const lateness = late.veryLate > 0 ? 'veryLate' : late.late > 0 ? 'late' : 'inTime';
  return {
    ...{ counts, lateness, notice: NOTICES[lateness], oldestSealedAt },
    lateCount: late.late + late.veryLate,
    veryLateCount: late.veryLate,
  };
}
