import type { RecordEvents } from '../../core/audit/events.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { hasRole, isLastAdministrator, isNameTaken, nextStaffId, type StaffPerson } from '../../core/staff/person.ts';
import type { ReviewerRole } from '../../core/translation/review.ts';
import { parsePin, type PinProblem } from '../../core/staff/pin.ts';
import type { StaffMember } from '../store/staff-members.ts';
import type { State } from '../store/state.ts';
import type { GateProblem, KeptTries, TryGate } from '../throttle/try-gate.ts';
import { makePinGate } from './pin-gate.ts';
import { isKeptPin, keepPin, type PinKeeping } from './pin-keeper.ts';

/** Why somebody is not let in. */
export type SignInProblem = GateProblem | { readonly kind: 'wrongPin' | 'noSuchPerson' };

/** Why a PIN or a person was not taken. */
export type AccountProblem = PinProblem | { readonly kind: 'notSaved' | 'noSuchPerson' };

/** Why nobody was added. */
export type AddProblem = AccountProblem | { readonly kind: 'nameTaken' | 'notFirst' };

/** Why somebody judges texts as before. */
export type ReviewerProblem = { readonly kind: 'notSaved' | 'noSuchPerson' };

/** Why somebody stays on the list. */
export type RemoveProblem = { readonly kind: 'notSaved' | 'noSuchPerson' | 'lastAdministrator' };

/** What the accounts stand on. */
export interface StaffAccountsOptions {
  readonly state: Pick<State, 'content' | 'change'>;
  /** Where one person's wrong tries are counted. */
  readonly triesOf: (person: number) => KeptTries;
  readonly uptime: Pick<Uptime, 'nowMs'>;
  readonly record: RecordEvents;
  readonly keeping: PinKeeping;
}

/** Somebody to be added. */
export interface NewPerson extends Pick<StaffPerson, 'name' | 'role'> {
  readonly pin: string;
}

/** The people of the house and their PINs. A PIN opens screens; it never decrypts an answer. */
export class StaffAccounts {
  readonly #options: StaffAccountsOptions;
  /** Made at the start, so that a restart waits anew for everybody at once. */
  readonly #gates = new Map<number, TryGate>();
  /** One stretching at a time: each takes 128 MiB. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: StaffAccountsOptions) {
    this.#options = options;
    for (const { id } of this.#members) this.#gateOf(id);
  }

  /** Everybody, without what their PINs are compared with. */
  get people(): readonly StaffPerson[] {
    return this.#members.map(({ id, name, role, reviewer }) => ({ id, name, role, reviewer }));
  }

  /** Whether nobody can administer this kiosk yet. */
  get hasNoAdministrator(): boolean {
    return !this.#members.some(({ role }) => hasRole(role, 'administrator'));
  }

  /** Whether an administrator may be set up now: there is none, or the centre has permitted it. */
  get needsSetUp(): boolean {
    return this.hasNoAdministrator || this.#options.state.content.recovery.isPermitted;
  }

  /** Finds somebody by number; null when nobody has it. */
  person(id: number): StaffPerson | null {
    return this.people.find((person) => person.id === id) ?? null;
  }

  /** Compares a PIN with somebody's own. Counted durably before it is compared; see TryGate. */
  signIn(id: number, pin: string): Promise<Result<StaffPerson, SignInProblem>> {
    return this.#inTurn(() => this.#compare(id, pin));
  }

  /** Makes the first administrator, as long as there is none; or another one, once, as the centre has permitted. */
  setUp(first: Omit<NewPerson, 'role'>): Promise<Result<StaffPerson, AddProblem>> {
    return this.#inTurn(async () => {
      if (!this.needsSetUp) return fail({ kind: 'notFirst' });
      return this.#add({ ...first, role: 'administrator' }, 'administratorSetUp');
    });
  }

  /** Adds somebody, for an administrator. */
  add(person: NewPerson): Promise<Result<StaffPerson, AddProblem>> {
    return this.#inTurn(() => this.#add(person, 'personAdded'));
  }

  /** Changes somebody's own PIN: the present one is asked for like at sign-in, and counted. */
  changePin(id: number, present: string, next: string): Promise<Result<null, SignInProblem | AccountProblem>> {
    return this.#inTurn(async () => {
      const compared = await this.#compare(id, present);
      return compared.ok ? this.#setPin(id, next, 'pinChanged') : compared;
    });
  }

  /** Sets a new PIN for somebody, for an administrator; who was kept waiting by wrong ones need not wait for it. */
  setPin(id: number, next: string): Promise<Result<null, AccountProblem>> {
    return this.#inTurn(async () => {
      const set = await this.#setPin(id, next, 'pinSetAnew');
      if (set.ok) this.#gateOf(id).wasRight();
      return set;
    });
  }

  /** Says in which role somebody judges texts, for an administrator; null is in none. */
  setReviewer(id: number, reviewer: ReviewerRole | null): Promise<Result<null, ReviewerProblem>> {
    return this.#inTurn(() => Promise.resolve(this.#setReviewer(id, reviewer)));
  }

  /** Takes somebody off the list, for an administrator. */
  remove(id: number): Promise<Result<null, RemoveProblem>> {
    return this.#inTurn(() => Promise.resolve(this.#remove(id)));
  }

  get #members(): readonly StaffMember[] {
    return this.#options.state.content.staff;
  }

  async #compare(id: number, pin: string): Promise<Result<StaffPerson, SignInProblem>> {
    const member = this.#members.find((each) => each.id === id);
    if (member === undefined) return fail({ kind: 'noSuchPerson' });
    const gate = this.#gateOf(id);
    const passed = gate.pass();
    if (!passed.ok) return passed;
    if (!(await isKeptPin(pin, member.pin, this.#options.keeping))) {
      gate.wasWrong();
      return fail({ kind: 'wrongPin' });
    }
    gate.wasRight();
    return ok({ id, name: member.name, role: member.role, reviewer: member.reviewer });
  }

  async #add(
    { name, role, pin }: NewPerson,
    event: 'administratorSetUp' | 'personAdded',
  ): Promise<Result<StaffPerson, AddProblem>> {
    const parsed = parsePin(pin);
    if (!parsed.ok) return parsed;
    if (isNameTaken(name, this.#members)) return fail({ kind: 'nameTaken' });
    const id = nextStaffId(this.#members, this.#options.state.content.lastStaffId);
    const person = { id, name, role, reviewer: null };
    const kept = await keepPin(parsed.value, this.#options.keeping);
    const isSetUp = event === 'administratorSetUp';
    if (!this.#write([...this.#members, { ...person, pin: kept }], isSetUp)) return fail({ kind: 'notSaved' });
    this.#options.record({ event, person: person.id });
    return ok(person);
  }

  #setReviewer(id: number, reviewer: ReviewerRole | null): Result<null, ReviewerProblem> {
    if (this.person(id) === null) return fail({ kind: 'noSuchPerson' });
    const members = this.#members.map((member) => (member.id === id ? { ...member, reviewer } : member));
    if (!this.#write(members)) return fail({ kind: 'notSaved' });
    this.#options.record({ event: 'reviewerChanged', person: id });
    return ok(null);
  }

  #remove(id: number): Result<null, RemoveProblem> {
    if (this.person(id) === null) return fail({ kind: 'noSuchPerson' });
    if (isLastAdministrator(id, this.#members)) return fail({ kind: 'lastAdministrator' });
    if (!this.#write(this.#members.filter((member) => member.id !== id))) return fail({ kind: 'notSaved' });
    this.#options.record({ event: 'personRemoved', person: id });
    return ok(null);
  }

  async #setPin(id: number, next: string, event: 'pinChanged' | 'pinSetAnew'): Promise<Result<null, AccountProblem>> {
    const parsed = parsePin(next);
    if (!parsed.ok) return parsed;
    if (this.person(id) === null) return fail({ kind: 'noSuchPerson' });
    const pin = await keepPin(parsed.value, this.#options.keeping);
    const members = this.#members.map((member) => (member.id === id ? { ...member, pin } : member));
    if (!this.#write(members)) return fail({ kind: 'notSaved' });
    this.#options.record({ event, person: id });
    return ok(null);
  }

  /** @param usesPermit a permit of the centre is used up by this */
  #write(staff: readonly StaffMember[], usesPermit = false): boolean {
    const given = staff.map(({ id }) => id);
    return this.#options.state.change((content) => ({
      ...content,
      staff,
      lastStaffId: Math.max(content.lastStaffId, ...given),
      recovery: usesPermit ? { challenge: null, isPermitted: false } : content.recovery,
    })).ok;
  }

  #gateOf(person: number): TryGate {
    const { triesOf, uptime, record } = this.#options;
    const gate = this.#gates.get(person) ?? makePinGate({ person, kept: triesOf(person), uptime, record });
    this.#gates.set(person, gate);
    return gate;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(act, act);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
