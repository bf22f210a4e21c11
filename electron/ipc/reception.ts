import type { Channel } from '../../ipc/contract.ts';
import type { Served } from './serve.ts';

/** A home that was opened, and may have turned out closed: both serve channels. */
export interface Received {
  readonly served: Served;
  /** Finds out what the first screen did not wait for. @returns what is served instead; null when all is in order */
  readonly check: () => Promise<Served | null>;
}

/** What shows and takes nothing: it is answered as soon as the home is open. */
const SHOWING: readonly Channel[] = ['kiosk.describe', 'kiosk.texts', 'kiosk.painted', 'visit.show'];

/**
 * Where channels wait: while the home opens, all of them; before it was checked, those that take something of a person.
 * They are served from the first moment, because the window's process starts while the home opens.
 */
export class Reception {
  readonly #opening: Promise<Received>;
  #instead: Served | null = null;
  #checked: Promise<void> | null = null;

  constructor(opening: Promise<Received>) {
    this.#opening = opening;
  }

  /** Returns what serves a channel, as soon as it may. */
  async handlers(channel: Channel): Promise<Served> {
    const { served } = await this.#opening;
    if (!SHOWING.includes(channel)) await this.check();
    return this.#instead ?? served;
  }

  /** Checks the home, once: when the first screen stands, or for whoever is faster. */
  check(): Promise<void> {
    return (this.#checked ??= this.#check());
  }

  async #check(): Promise<void> {
    const { check } = await this.#opening;
    this.#instead = await check();
  }
}
