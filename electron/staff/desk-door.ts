import type { RecordEvents } from '../../core/audit/events.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import {
  hasRole,
  mayTranslate,
  type StaffPerson,
  type StaffRole,
  type TranslationNeed,
} from '../../core/staff/person.ts';
import { SessionKeeper } from './session-keeper.ts';
import type { StaffAccounts } from './staff-accounts.ts';

/** Opens and closes the staff's window, and the one for the texts over it. */
export interface HouseWindows {
  readonly open: () => void;
  readonly close: () => void;
  readonly openTexts: () => void;
  readonly closeTexts: () => void;
}

/** What the door works with. */
export interface DeskDoorOptions {
  readonly accounts: Pick<StaffAccounts, 'person'>;
  readonly uptime: Uptime;
  /** How long the desk stays open without a sign of anybody. */
  readonly staysMs: () => number;
  readonly record: RecordEvents;
  /** A window that is closed ends its process, with all that it showed. */
  readonly window: HouseWindows;
}

/**
 * Who is at the staff's window. It closes by itself when nobody has given a sign for the site's time, whether or not
 * somebody is signed in: what nobody looks at must not stand open.
 */
export class DeskDoor {
  readonly #options: DeskDoorOptions;
  readonly #sessions: SessionKeeper;
  #isOpen = false;
  #areTextsOpen = false;
  #seenAtMs = 0;
  #stopWaiting: () => void = () => undefined;

  constructor(options: DeskDoorOptions) {
    this.#options = options;
    const { uptime, staysMs, record } = options;
    this.#sessions = new SessionKeeper({
      uptime,
      idleMs: staysMs,
      onExpired: (person) => {
        record({ event: 'deskLocked', person });
        this.#close();
      },
    });
  }

  /** Whether the window is open. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Who is signed in, as the list of people has them now. */
  get person(): StaffPerson | null {
    const { person } = this.#sessions;
    return person === null ? null : this.#options.accounts.person(person);
  }

  /** Tells whether what needs a role may be done now; `null` needs none. */
  admits(needed: StaffRole | null): boolean {
    return this.#isOpen && (needed === null || hasRole(this.person?.role ?? null, needed));
  }

  /** Tells whether something may be done now in the window of the texts. */
  admitsToTexts(needed: TranslationNeed): boolean {
    return this.#isOpen && this.#areTextsOpen && mayTranslate(this.person, needed);
  }

  open(): void {
    this.#isOpen = true;
    this.seen();
    this.#wait();
    this.#options.window.open();
  }

  signIn({ id }: Pick<StaffPerson, 'id'>): void {
    this.#options.record({ event: 'deskOpened', person: id });
    this.#stopWaiting();
    this.#sessions.begin(id);
  }

  /** Opens the window of the texts for who is signed in and looks after texts. @returns whether it is open */
  openTexts(): boolean {
    if (!this.#isOpen || !mayTranslate(this.person, 'reviewer')) return false;
    this.#areTextsOpen = true;
    this.#options.window.openTexts();
    return true;
  }

  closeTexts(): void {
    if (!this.#areTextsOpen) return;
    this.#areTextsOpen = false;
    this.#options.window.closeTexts();
  }

  /** Somebody at one of the windows gave a sign. */
  seen(): void {
    this.#seenAtMs = this.#options.uptime.nowMs();
    this.#sessions.seen();
  }

  signOut(): void {
    const { person } = this.#sessions;
    if (person === null) return;
    this.closeTexts();
    this.#options.record({ event: 'deskLeft', person });
    this.#sessions.end();
    this.seen();
    this.#wait();
  }

  /** Signs out, and closes the window. */
  close(): void {
    this.signOut();
    this.#close();
  }

  #close(): void {
    this.#stopWaiting();
    if (!this.#isOpen) return;
    this.closeTexts();
    this.#isOpen = false;
    this.#options.window.close();
  }

  /** Waits while nobody is signed in; a session ends by itself. */
  #wait(): void {
    this.#stopWaiting();
    const { uptime, staysMs } = this.#options;
    const leftMs = this.#seenAtMs + staysMs() - uptime.nowMs();
    this.#stopWaiting = uptime.after(Math.max(0, leftMs), () => this.#look());
  }

  #look(): void {
    const { uptime, staysMs } = this.#options;
    if (uptime.nowMs() < this.#seenAtMs + staysMs()) return this.#wait();
    this.#close();
  }
}
