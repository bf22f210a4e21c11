import type { Uptime } from '../../core/basics/uptime.ts';
import { sessionLeftMs, type DeskSession } from '../../core/staff/session.ts';

/** What ends sessions. */
export interface SessionKeeperOptions {
  readonly uptime: Uptime;
  /** How long a session lives without a sign of its person. */
  readonly idleMs: () => number;
  /** Called when a session ended by time. */
  readonly onExpired: (person: number) => void;
}

/** Who is at the desk: at most one person, as long as they give a sign now and then. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  #session: DeskSession | null = null;
  #stopWaiting: () => void = () => undefined;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
  }

  /** The number of whoever is signed in now; null when nobody is, also in the moment before the lock falls. */
  get person(): number | null {
    return this.#session !== null && this.#leftMs(this.#session) > 0 ? this.#session.person : null;
  }

  begin(person: number): void {
    this.#session = { person, seenAtMs: this.#options.uptime.nowMs() };
    this.#wait();
  }

  /** The person gave a sign. One that comes too late brings nobody back. */
  seen(): void {
    const { person } = this;
    if (person !== null) this.#session = { person, seenAtMs: this.#options.uptime.nowMs() };
  }

  end(): void {
    this.#stopWaiting();
    this.#session = null;
  }

  #leftMs(session: DeskSession): number {
    return sessionLeftMs(session, this.#options.uptime.nowMs(), this.#options.idleMs());
  }

  #wait(): void {
    this.#stopWaiting();
    if (this.#session === null) return;
    this.#stopWaiting = this.#options.uptime.after(this.#leftMs(this.#session), () => this.#look());
  }

  #look(): void {
    const session = this.#session;
    if (session === null) return;
    if (this.#leftMs(session) > 0) return this.#wait();
    this.end();
    this.#options.onExpired(session.person);
  }
}
