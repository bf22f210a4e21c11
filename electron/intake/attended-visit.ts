import type { Uptime } from '../../core/basics/uptime.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { dueChange, mayStay, nextPresence, NOBODY } from '../../core/intake/presence.ts';
import type { Holding, Presence, PresenceEvent } from '../../core/intake/presence.ts';
import type { VisitEvent } from '../../core/intake/visit.ts';
import type { BegunAnswer } from '../../core/questionnaire/begun-answer.ts';
import type { Timings } from '../../core/site/timings.ts';
import type { Replies, VisitView } from '../../ipc/contract.ts';
import type { RaisedCall } from '../alert/alert-desk.ts';
import type { ContentVersion } from '../content/content-version.ts';
import type { CurrentVisit } from './current-visit.ts';
import type { SendWishes } from './visit-surroundings.ts';

/** What a visit that is waited for needs of the program. */
export interface VisitRoom {
  readonly uptime: Uptime;
  /** The site's own; asked for each wait. */
  readonly timings: () => Timings;
  /** Lets the window ask what stands now. */
  readonly tellChanged: () => void;
  /** Gives the next person a window of their own; resolves when it stands. */
  readonly renewWindow: () => Promise<void>;
}

/** What a person can do while a new code stays on the screen. */
const BESIDE_THE_QUESTIONS: readonly VisitEvent['kind'][] = ['chooseLanguage', 'chooseCulture', 'setAccompanied'];

/** What a view keeps of a visit that is not shown: the language of the words around it, and no more. */
const NOTHING_SHOWN = {
  path: [],
  accompanied: false,
  canTellBack: false,
  safety: { level: 'none', rules: [], red: [], tellsCalls: false, offer: null },
  sent: null,
} as const;

/**
 * A visit with what the kiosk knows of its person's presence: the one thing that the window speaks to. Whoever touches
 * a kiosk that was left sees nothing of the visit, and this hands nothing of it out.
 */
export class AttendedVisit {
  readonly #visit: CurrentVisit;
  readonly #room: VisitRoom;
  #presence: Presence = NOBODY;
  #stopWaiting: () => void = () => undefined;
  /** A right code was entered, and its person has not said yet what to do. */
  #isFound = false;
  /** The visit that its person hid under its code. */
  #hiddenId: string | null = null;
  #ended: 'kept' | 'deleted' | null = null;
  /** A new code is on the screen, and nobody could lift the cover with it yet. */
  #isCopying = false;

  constructor(visit: CurrentVisit, room: VisitRoom) {
    this.#visit = visit;
    this.#room = room;
  }

  get content(): ContentVersion {
    return this.#visit.content;
  }

  /** What the window shows now. */
  show(): VisitView {
    const { stage, holding } = this.#presence;
    const shown = this.#visit.show();
    const view = {
      ...shown,
      ended: this.#ended,
      presence: {
        stage: stage === 'over' ? 'covered' : stage,
        behind: this.#behind(),
        mayStay: mayStay(this.#presence, this.#room.timings()),
      },
    } as const;
    if (stage !== 'here') return { ...view, ...NOTHING_SHOWN, scene: { kind: 'covered' } };
    if (holding === 'found') return { ...view, ...NOTHING_SHOWN, scene: { kind: 'found', mayGoOn: this.#mayGoOn() } };
    return view;
  }

  /** Applies what the person did; see CurrentVisit. Whoever is not at the questions changes nothing. */
  act(event: VisitEvent): Replies['visit.act'] {
    if (!this.#isAt('idle', 'visit')) return fail({ kind: 'notHere' });
    const done = this.#visit.act(event);
    if (done.ok && !BESIDE_THE_QUESTIONS.includes(event.kind)) this.#isCopying = false;
    return this.#shown(done);
  }

  /** What would be asked next; see CurrentVisit. */
  ahead(event: VisitEvent): Replies['visit.ahead'] {
    return this.#isAt('visit') ? this.#visit.ahead(event) : null;
  }

  async takeCode(): Promise<Replies['visit.takeCode']> {
    if (!this.#isAt('visit')) return fail({ kind: 'notSaved' });
    const taken = await this.#visit.takeCode();
    if (taken.ok) this.#isCopying = true;
    // Its making took a moment, and copying it begins now.
    this.#settle();
    return taken;
  }

  /** Remembers what the person has begun to answer. */
  write(begun: BegunAnswer): void {
    if (this.#isAt('visit')) this.#visit.write(begun);
  }

  /** The person has called for somebody. */
  called(call: RaisedCall): void {
    if (this.#isAt('visit')) this.#visit.called(call);
  }

  /** Opens a kept visit by its code: from the greeting, or from behind the cover that its person drew. */
  async resume(text: string): Promise<Replies['visit.resume']> {
    const isLifting = this.#presence.holding === 'locked' && this.#presence.stage === 'lifting';
    if (!isLifting && !this.#isAt('idle')) return fail({ kind: 'wrongForm' });
    const shown = this.content.id;
    const opened = await this.#visit.resume(text);
    if (opened.ok) {
      // Who hid the screen a moment ago goes on where it was; who comes back later chooses first.
      this.#isFound = !this.#visit.isSent && this.#visit.intakeId !== this.#hiddenId;
      this.#hiddenId = null;
    }
    const view = this.#shown(opened);
    // A page has the drawings of one content version: a visit of another one needs another page.
    if (this.content.id !== shown) await this.#room.renewWindow();
    return view;
  }

  keep(): Replies['visit.keep'] {
    if (!this.#isAt('visit', 'found')) return fail({ kind: 'notSaved' });
    return this.#endedAs('kept', this.#visit.keep());
  }

  forget(): Replies['visit.forget'] {
    if (!this.#isAt('visit', 'found', 'idle')) return fail({ kind: 'notDeleted' });
    return this.#endedAs('deleted', this.#visit.forget());
  }

  async send(wishes: SendWishes): Promise<Replies['visit.send']> {
    if (!this.#isAt('visit', 'sent')) return fail({ kind: 'notHere' });
    return this.#shown(await this.#visit.send(wishes));
  }

  takeBack(): Replies['visit.takeBack'] {
    if (!this.#isAt('sent')) return fail({ kind: 'notHere' });
    return this.#shown(this.#visit.takeBack());
  }

  /** The person has left the last screen. */
  async finish(): Promise<null> {
    if (this.#presence.stage === 'here') await this.#beginAnew();
    return null;
  }

  /** Hears a sign of the person: a touch, a key, a text that is being read aloud. */
  seen(): void {
    this.#happens({ kind: 'sign' });
  }

  /** Covers the screen; see the contract. What cannot be saved is covered all the same, and stays here. */
  async hide(): Promise<VisitView> {
    const { intakeId, hasDraft } = this.#visit;
    const locks = this.#isAt('visit', 'found') && hasDraft && !this.#isCopying && !this.#presence.isHeld;
    if (locks && this.#visit.keep().ok) {
      this.#isFound = false;
      this.#hiddenId = intakeId;
      this.#settle();
      // The old window shows the cover while the new one is made.
      this.#room.tellChanged();
      await this.#room.renewWindow();
    } else {
      this.#happens({ kind: 'hide' });
    }
    return this.show();
  }

  lift(): VisitView {
    this.#happens({ kind: 'lift' });
    return this.show();
  }

  goOn(): VisitView {
    this.#happens({ kind: 'goOn' });
    if (this.#isAt('found') && this.#mayGoOn()) this.#isFound = false;
    this.#settle();
    return this.show();
  }

  stay(): VisitView {
    this.#happens({ kind: 'stay' });
    return this.show();
  }

  /** Ends what lies behind the cover, because somebody new stands there. */
  async leave(): Promise<null> {
    if (this.#presence.stage === 'lifting') await this.#end();
    return null;
  }

  /** Ends the visit of a person who has gone, as whoever came in danger says. */
  async personHasLeft(): Promise<void> {
    await this.#end();
  }

  /**
   * Holds the screen as it is while a page for danger stands: nothing is covered, asked or ended by time. Released, all
   * waiting begins anew.
   */
  setHeld(isHeld: boolean): void {
    this.#happens({ kind: isHeld ? 'hold' : 'release' });
  }

  /** New visits begin with another content: where nobody has begun, the window shows it from now on. */
  async contentChanged(): Promise<void> {
    if (this.#isAt('idle')) await this.#room.renewWindow();
  }

  #behind(): VisitView['presence']['behind'] {
    const { holding } = this.#presence;
    if (holding === 'locked') return 'locked';
    if (holding !== 'visit' && holding !== 'found') return 'nothing';
    return this.#visit.hasDraft ? 'kept' : 'answers';
  }

  #isAt(...held: readonly Holding[]): boolean {
    return this.#presence.stage === 'here' && held.includes(this.#presence.holding);
  }

  /** In a house that is not ready nobody goes on with a visit that was kept; it can be deleted. */
  #mayGoOn(): boolean {
    return this.#visit.isReady;
  }

  #shown<E>(done: Result<unknown, E>): Result<VisitView, E> {
    this.#settle();
    return done.ok ? ok(this.show()) : done;
  }

  #endedAs<R extends Result<null, unknown>>(how: 'kept' | 'deleted', done: R): R {
    if (done.ok) {
      this.#ended = how;
      this.#isFound = false;
      this.#isCopying = false;
    }
    this.#settle();
    return done;
  }

  /** What the person did was a sign, and may have led to something else to wait for. */
  #settle(): void {
    const holding = this.#holding();
    if (holding !== this.#presence.holding) this.#happens({ kind: 'begin', holding });
    this.#happens({ kind: 'sign' });
  }

  #holding(): Holding {
    if (this.#ended !== null) return 'ended';
    if (this.#visit.isSent) return 'sent';
    if (this.#hiddenId !== null) return 'locked';
    if (this.#isFound) return 'found';
    return this.#visit.isEmpty ? 'idle' : 'visit';
  }

  #happens(event: PresenceEvent): void {
    const timings = this.#room.timings();
    const nowMs = this.#room.uptime.nowMs();
    this.#presence = nextPresence(this.#presence, event, { nowMs, timings });
    this.#stopWaiting();
    const due = dueChange(this.#presence, timings);
    this.#stopWaiting =
      due === null ? () => undefined : this.#room.uptime.after(due.atMs - nowMs, () => this.#timePasses());
  }

  #timePasses(): void {
    const before = this.#presence.stage;
    this.#happens({ kind: 'tick' });
    if (this.#presence.stage === 'over') void this.#end();
    else if (this.#presence.stage !== before) this.#room.tellChanged();
  }

  /** Nobody is there any more: a visit under a code stays under it, and any other is forgotten. */
  async #end(): Promise<void> {
    // What is being sealed is not ended; the letter is closed in a moment, and has its own last screen.
    if (this.#visit.isSending) {
      this.#happens({ kind: 'begin', holding: this.#holding() });
      return;
    }
    // When the disk refuses, the draft stays as it was saved last: every answer is in it.
    if (this.#visit.hasDraft) this.#visit.keep();
    else this.#visit.forget();
    await this.#beginAnew();
  }

  async #beginAnew(): Promise<void> {
    this.#visit.finish();
    this.#isFound = false;
    this.#hiddenId = null;
    this.#ended = null;
    this.#isCopying = false;
    this.#happens({ kind: 'begin', holding: this.#holding() });
    await this.#room.renewWindow();
  }
}
