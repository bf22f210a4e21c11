import type { Visit } from '../../core/intake/visit.ts';
import type { CountedFact } from '../../core/numbers/fact.ts';
import { hasStarted, sentFact, startedFact, stopFact } from '../../core/numbers/visit-facts.ts';
import type { Pack } from '../../core/pack/load.ts';

/** How a visit leaves the kiosk's memory. `kept`: it lies under its code, and nobody knows whether it will go on. */
export type VisitEnd = 'sent' | 'kept' | 'stopped';

/** Counts one visit: once that it began, and once how it ended. One that was kept has been counted as begun. */
export class VisitTally {
  readonly #count: (fact: CountedFact) => void;
  #hasStarted: boolean;

  constructor(visit: Visit, count: (fact: CountedFact) => void) {
    this.#count = count;
    this.#hasStarted = hasStarted(visit);
  }

  /** A step of the person is saved. */
  stands(visit: Visit): void {
    if (this.#hasStarted || !hasStarted(visit)) return;
    this.#hasStarted = true;
    this.#count(startedFact(visit));
  }

  /** The visit is over here, as it stood last. */
  ends(visit: Visit, end: VisitEnd, pack: Pack): void {
    if (end === 'sent') this.#count(sentFact(visit, pack));
    const stopped = end === 'stopped' ? stopFact(visit, pack) : null;
    if (stopped !== null) this.#count(stopped);
  }
}
