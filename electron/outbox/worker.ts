import type { Random } from '../../core/basics/random.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import type { Delivery } from '../../core/outbox/delivery.ts';
import { waitingStandingOf } from '../../core/outbox/delivery-standing.ts';
import type { WaitingStanding } from '../../core/outbox/delivery-standing.ts';
import { latenessOf } from '../../core/outbox/lateness.ts';
import type { Lateness, WorkingDays } from '../../core/outbox/lateness.ts';
import { retryWaitMs } from '../../core/outbox/retry.ts';
import { carry } from './carry.ts';
import type { Carriage, CarriageError } from './carry.ts';
import type { Destination } from './destination.ts';
import type { Outbox } from './outbox.ts';
import { USUAL_TIME_LIMITS, withTimeLimits } from './time-limits.ts';

const HOUR_MS = 60 * 60 * 1000;
/** So often it is looked which intakes are late. They become so from one day to the next. */
const LATENESS_EVERY_MS = HOUR_MS;
/** So often a head goes to the centre, whether or not there is anything with it: that the kiosk lives is worth knowing. */
const HEAD_EVERY_MS = 24 * HOUR_MS;

/** What the worker works with. */
export interface WorkerOptions extends Pick<Carriage, 'audit' | 'clock' | 'receipts'> {
  readonly outbox: Carriage['outbox'] & Pick<Outbox, 'waitingCount' | 'unstored' | 'receipted' | 'askedToForget'>;
  /** In the order in which they are tried, asked for before each round; empty where everything goes by hand. */
  readonly destinations: () => readonly Destination[];
  readonly workingDays: () => WorkingDays;
  readonly uptime: Uptime;
  readonly random: Random;
}

/**
 * How deliveries stand, for whoever looks: plain values, so that a window can be given them as they are. Nothing in it
 * says anything of a person.
 */
export interface DeliveryProgress extends WaitingStanding {
  /** How many the centre has signed for and the kiosk keeps for some days more. */
  readonly receipted: number;
  /** How many the centre is asked to forget, after it had signed for them. */
  readonly askedToForget: number;
  /** False where everything goes by hand. */
  readonly goesByItself: boolean;
  readonly isUnderWay: boolean;
  /** What kept the last round from bringing everything; null when nothing did. */
  readonly problem: CarriageError['kind'] | null;
  /** When a destination last had everything, in milliseconds since 1970; null before. */
  readonly lastDoneMs: number | null;
  /** When the centre was last told that the kiosk lives, with intakes or without; null before. */
  readonly lastHeadMs: number | null;
  /** In how many milliseconds the next round begins; null while one is under way, and after the end. */
  readonly nextInMs: number | null;
}

/**
 * Brings sealed intakes to the centre by itself, in rounds, without ever holding anybody up: the first destination that
 * takes everything is enough, the next ones are ways out when it does not, and all are asked for receipts. A round that
 * fails is followed by another, after a wait that doubles up to an hour. What a kill interrupted is put again: by name and
 * content that changes nothing.
 */
export class DeliveryWorker {
  readonly #options: WorkerOptions;
  readonly #stop = new AbortController();
  #callOff: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #isAskedAgain = false;
  #failures = 0;
  #nextAtMs: number | null = null;
  #headAtMs: number | null = null;
  #lastHeadMs: number | null = null;
  #lastDoneMs: number | null = null;
  #problem: CarriageError['kind'] | null = null;
  #lateness: Lateness = 'inTime';
  #lookedForLateAtMs: number | null = null;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /**
   * Begins a round, or lets another follow on the one that runs: something was sealed. While a destination fails, the next
   * round comes at its own time.
   */
  wake(): void {
    if (this.#stop.signal.aborted) return;
    if (this.#running !== null) this.#isAskedAgain = true;
    else if (this.#failures === 0) this.#begin();
  }

  /** Begins a round now, whatever failed before; resolves when it is over. Never rejects. */
  async tryNow(): Promise<void> {
    if (this.#running === null && !this.#stop.signal.aborted) this.#begin();
    await this.#running;
  }

  get progress(): DeliveryProgress {
    const { outbox, uptime, destinations } = this.#options;
    const isUnderWay = this.#running !== null;
    return {
      ...this.#waitingStanding(),
      receipted: outbox.receipted().length,
      askedToForget: outbox.askedToForget,
      goesByItself: destinations().length > 0,
      isUnderWay,
      problem: this.#problem,
      lastDoneMs: this.#lastDoneMs,
      lastHeadMs: this.#lastHeadMs,
      nextInMs: isUnderWay || this.#nextAtMs === null ? null : Math.max(0, this.#nextAtMs - uptime.nowMs()),
    };
  }

  /** Ends for good; resolves when nothing is under way any more. A server that hangs is not waited for. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#callOff?.();
    this.#nextAtMs = null;
    await this.#running;
  }

  #begin(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#isAskedAgain = false;
    this.#running = this.#round().then((waitMs) => {
      this.#running = null;
      this.#waitAndBegin(waitMs);
    });
  }

  #waitAndBegin(waitMs: number): void {
    if (this.#stop.signal.aborted) return;
    if (this.#isAskedAgain && this.#failures === 0) return this.#begin();
    const { uptime } = this.#options;
    this.#nextAtMs = uptime.nowMs() + waitMs;
    this.#callOff = uptime.after(waitMs, () => this.#begin());
  }

  /** @returns how long to wait before the next */
  async #round(): Promise<number> {
    if (this.#isLatenessDue()) this.#tellLateness();
    const destinations = this.#options.destinations();
    const isNothingToDo = this.#options.outbox.waitingCount === 0 && !this.#isHeadDue();
    if (destinations.length === 0 || isNothingToDo) return this.#anHour();
    const problem = await this.#carryToFirst(destinations);
    if (this.#stop.signal.aborted) return 0;
    this.#tell(problem);
    if (problem === null) {
      this.#failures = 0;
      this.#lastDoneMs = this.#options.clock.nowMs();
      return this.#anHour();
    }
    this.#failures += 1;
    return retryWaitMs(this.#failures, this.#chance());
  }

  /** @returns what kept the last destination from having everything; null when one has it */
  async #carryToFirst(destinations: readonly Destination[]): Promise<CarriageError['kind'] | null> {
    const isHeadDue = this.#isHeadDue();
    let problem: CarriageError['kind'] | null = null;
    let isDone = false;
    for (const destination of destinations) {
      // Those after the first that took everything are asked for receipts only: the centre may lay them down anywhere.
      const alwaysWithHead = isHeadDue && !isDone;
      const wanted = isDone ? () => [] : this.#wanted(isHeadDue);
      const carried = await this.#carryTo(destination, { wanted, alwaysWithHead });
      if (isDone) continue;
      isDone = carried.ok;
      problem = carried.ok ? null : (problem ?? carried.error.kind);
      if (carried.ok && carried.value.headName !== null) this.#noteHead();
    }
    return problem;
  }

  #carryTo(destination: Destination, wanted: Pick<Carriage, 'wanted' | 'alwaysWithHead'>): ReturnType<typeof carry> {
    const { outbox, audit, clock, receipts } = this.#options;
    const limited = withTimeLimits(destination, USUAL_TIME_LIMITS, this.#stop.signal);
    const carriage = { outbox, audit, clock, destination: limited, ...wanted };
    return carry(receipts === undefined ? carriage : { ...carriage, receipts });
  }

  /**
   * What was stored is not put again with each round, for the centre may have fetched it. Once a day what is late is: its
   * copy may be lost. Only then all that waits is looked through.
   */
  #wanted(isHeadDue: boolean): () => readonly Delivery[] {
    const { outbox } = this.#options;
    if (!isHeadDue) return () => outbox.unstored();
    const isWanted = (each: Delivery): boolean => each.state !== 'stored' || this.#latenessOf(each) !== 'inTime';
    return () => outbox.deliveries().filter(isWanted);
  }

  #isLatenessDue(): boolean {
    const lookedAtMs = this.#lookedForLateAtMs;
    return lookedAtMs === null || this.#options.uptime.nowMs() - lookedAtMs >= LATENESS_EVERY_MS;
  }

  #noteHead(): void {
    this.#headAtMs = this.#options.uptime.nowMs();
    this.#lastHeadMs = this.#options.clock.nowMs();
  }

  #isHeadDue(): boolean {
    return this.#headAtMs === null || this.#options.uptime.nowMs() - this.#headAtMs >= HEAD_EVERY_MS;
  }

  /** Tells what is new: a server that is gone for a week is one line, not a thousand. */
  #tell(problem: CarriageError['kind'] | null): void {
    const { audit } = this.#options;
    if (problem !== null && problem !== this.#problem) audit.record({ event: 'exportStopped', reason: problem });
    if (problem === null && this.#problem !== null) audit.record({ event: 'deliveryResumed' });
    this.#problem = problem;
  }

  /** Tells once when intakes become late, and once when they become very late. */
  #tellLateness(): void {
    this.#lookedForLateAtMs = this.#options.uptime.nowMs();
    const { lateness, lateCount, veryLateCount } = this.#waitingStanding();
    if (lateness === this.#lateness) return;
    this.#lateness = lateness;
    const { audit } = this.#options;
    if (lateness === 'veryLate') audit.record({ event: 'deliveryVeryLate', count: veryLateCount });
    if (lateness === 'late') audit.record({ event: 'deliveryLate', count: lateCount });
  }

  #waitingStanding(): WaitingStanding {
    const { outbox, clock, workingDays } = this.#options;
    return waitingStandingOf(outbox.deliveries(), clock.nowMs(), workingDays());
  }

  #latenessOf({ sealedAt }: Delivery): Lateness {
    const { clock, workingDays } = this.#options;
    return latenessOf(sealedAt, clock.nowMs(), workingDays());
  }

  /** An hour, a little more or less, so that the kiosks of a town do not all come at once. */
  #anHour(): number {
    return Math.round(HOUR_MS * (0.75 + this.#chance() / 2));
  }

  /** From 0 to 1. */
  #chance(): number {
    const [high = 0, low = 0] = this.#options.random.bytes(2);
    return (high * 256 + low) / 65_535;
  }
}
