import type { Language } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import { text } from '../../core/translation/catalogue.ts';
import type { ReviewerRole } from '../../core/translation/review.ts';
import type { DeskPerson, DeskReplies, PortraitRefusal } from '../../ipc/desk-contract.ts';
import type { ContentVersion } from '../content/content-version.ts';
import type { Home } from '../store/home.ts';
import type { DeskDayKeeper } from './desk-day.ts';
import { picturePath } from './picture-path.ts';
import type { Portraits } from './portraits.ts';
import type { StaffAccounts } from './staff-accounts.ts';

/** What the people of a house are kept with. */
export interface DeskPeopleOptions {
  readonly home: Pick<Home, 'audit'>;
  readonly accounts: StaffAccounts;
  readonly portraits: Portraits;
  readonly content: () => Pick<ContentVersion, 'catalogue'>;
  readonly day: Pick<DeskDayKeeper, 'hasLeft'>;
}

/** The people of a house, as an administrator looks after them. */
export class DeskPeopleKeeper {
  readonly #options: DeskPeopleOptions;

  constructor(options: DeskPeopleOptions) {
    this.#options = options;
  }

  show(): readonly DeskPerson[] {
    const { accounts, portraits, content } = this.#options;
    const { catalogue } = content();
    const greeting = (of: Language, name: string): string => text(catalogue[of], 'kiosk.greeting.duty', { name });
    return accounts.people.map((person) => ({
      ...person,
      picture: portraits.hasPicture(person.id) ? picturePath(person.id) : null,
      greetings: {
        kl: greeting('kl', person.name),
        da: greeting('da', person.name),
        sv: greeting('sv', person.name),
      },
      voices: portraits.voices(person.id),
    }));
  }

  async add(person: Parameters<StaffAccounts['add']>[0]): Promise<DeskReplies['desk.addPerson']> {
    return this.#shown(await this.#options.accounts.add(person));
  }

  /** Takes somebody off the list, with their picture and their voice. */
  async remove(by: Pick<StaffPerson, 'id'>, id: number): Promise<DeskReplies['desk.removePerson']> {
    const { accounts, portraits, day } = this.#options;
    if (id === by.id) return fail({ kind: 'oneself' });
    const person = accounts.person(id);
    const removed = await accounts.remove(id);
    if (removed.ok && person !== null) {
      day.hasLeft(person);
      // A number is given once, so what cannot be taken away now never speaks for somebody else.
      portraits.forget(id);
    }
    return this.#shown(removed);
  }

  async setReviewer(id: number, reviewer: ReviewerRole | null): Promise<DeskReplies['desk.setReviewer']> {
    return this.#shown(await this.#options.accounts.setReviewer(id, reviewer));
  }

  setPicture(id: number, picture: string | null): DeskReplies['desk.setPicture'] {
    return this.#setPortrait(id, () => this.#options.portraits.setPicture(id, bytesOf(picture)));
  }

  setVoice(id: number, language: Language, voice: string | null): DeskReplies['desk.setVoice'] {
    return this.#setPortrait(id, () => this.#options.portraits.setVoice(id, language, bytesOf(voice)));
  }

  #setPortrait(id: number, set: () => Result<null, PortraitRefusal>): Result<readonly DeskPerson[], PortraitRefusal> {
    const { home, accounts } = this.#options;
    if (accounts.person(id) === null) return fail({ kind: 'noSuchPerson' });
    const done = set();
    if (done.ok) home.audit.record({ event: 'portraitChanged', person: id });
    return this.#shown(done);
  }

  #shown<E>(done: Result<unknown, E>): Result<readonly DeskPerson[], E> {
    return done.ok ? ok(this.show()) : done;
  }
}

function bytesOf(base64: string | null): Uint8Array | null {
  return base64 === null ? null : Buffer.from(base64, 'base64');
}
