import type { Clock } from '../../core/basics/clock.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { CentreSite } from '../../core/bundle/centre-card.ts';
import { dayOfWaiting } from '../../core/site/waiting-day.ts';
import { calendarDay } from '../../core/translation/dates.ts';
import type { DeskDelivery, DeskReplies } from '../../ipc/desk-contract.ts';
import { carryAndTell, type CarriageError } from '../outbox/carry.ts';
import type { Destination } from '../outbox/destination.ts';
import { destinationsOf } from '../outbox/destinations-of.ts';
import { folderDestination } from '../outbox/folder-destination.ts';
import { withTimeLimits } from '../outbox/time-limits.ts';
import type { DeliveryWorker } from '../outbox/worker.ts';
import type { Custody, Home } from '../store/home.ts';

/** What deliveries are made of. */
export interface DeskDeliveryOptions {
  readonly home: Pick<Home, 'state' | 'audit'>;
  readonly custody: Pick<Custody, 'outbox' | 'receipts'>;
  readonly delivery: Pick<DeliveryWorker, 'progress'>;
  readonly site: Pick<CentreSite, 'timeZone' | 'policy'>;
  readonly clock: Clock;
}

/** What waits for the centre, and delivering it now. */
export class DeskDeliveryKeeper {
  readonly #options: DeskDeliveryOptions;
  #isUnderWay = false;

  constructor(options: DeskDeliveryOptions) {
    this.#options = options;
  }

  show(): DeskDelivery {
    const { home, delivery, site, clock } = this.#options;
    const { settings } = home.state.content;
    const { counts, notice, oldestSealedAt, receipted, isUnderWay, problem } = delivery.progress;
    const dayOfFourteen = (sealedAt: string): number | null =>
      site.policy.fourteenDays ? dayOfWaiting(sealedAt, clock.nowMs(), site.timeZone) : null;
    return {
      counts,
      notice,
      oldest:
        oldestSealedAt === null
          ? null
          : {
              day: calendarDay(Date.parse(oldestSealedAt), site.timeZone),
              dayOfFourteen: dayOfFourteen(oldestSealedAt),
            },
      receipted,
      destinations: settings.destinations.map(({ name }) => name),
      hasFolder: settings.destinationFolder !== null,
      isUnderWay: isUnderWay || this.#isUnderWay,
      problem,
    };
  }

  /** Brings everything that waits to the folder, or to the first destination that takes it. */
  async deliver(to: 'folder' | 'destinations'): Promise<DeskReplies['desk.deliver']> {
    if (this.#isUnderWay) return fail({ kind: 'underWay' });
    this.#isUnderWay = true;
    try {
      return await this.#deliver(to === 'folder' ? this.#folder() : destinationsOf(this.#options.home.state.content));
    } finally {
      this.#isUnderWay = false;
    }
  }

  async #deliver(destinations: readonly Destination[]): Promise<DeskReplies['desk.deliver']> {
    const { home, custody, clock } = this.#options;
    const { outbox, receipts } = custody;
    let kept: CarriageError['kind'] | 'noDestination' = 'noDestination';
    for (const inner of destinations) {
      const destination = withTimeLimits(inner);
      const carriage = { outbox, receipts, destination, clock, audit: home.audit, alwaysWithHead: true };
      const carried = await carryAndTell(carriage);
      if (carried.ok) {
        const { fileNames, readBack, receipts: brought } = carried.value;
        return ok({ count: fileNames.length, isReadBack: readBack === 'uncached', receipts: brought });
      }
      kept = carried.error.kind;
    }
    return fail({ kind: kept });
  }

  #folder(): readonly Destination[] {
    const { destinationFolder } = this.#options.home.state.content.settings;
    return destinationFolder === null ? [] : [folderDestination({ folder: destinationFolder })];
  }
}
