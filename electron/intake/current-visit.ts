import { fail, ok, type Result } from '../../core/basics/result.ts';
import { act } from '../../core/intake/act.ts';
import { withBegun } from '../../core/intake/begun-answers.ts';
import { newPictureCode } from '../../core/intake/picture-code.ts';
import { bringsDanger } from '../../core/intake/safety-step.ts';
import { canSend } from '../../core/intake/stages.ts';
import type { QuestionScene } from '../../core/intake/scene.ts';
import { visitScene } from '../../core/intake/visit-scene.ts';
import { withCall } from '../../core/intake/visit-calls.ts';
import { interviewOf, type Visit, type VisitEvent, type VisitProblem } from '../../core/intake/visit.ts';
import type { BegunAnswer } from '../../core/questionnaire/begun-answer.ts';
import { raisedRules } from '../../core/questionnaire/safety.ts';
import type { SaveProblem, ShownCode, TakeBackProblem } from '../../ipc/contract.ts';
import type { RaisedCall } from '../alert/alert-desk.ts';
import type { ContentVersion } from '../content/content-version.ts';
import { leaveKept, openKept, type KeptVisit, type ResumeProblem } from './kept-visit.ts';
import { shownCode, shownLetter, takeBackProblem, type LetterInHand } from './letters.ts';
import { newVisit } from './new-visit.ts';
import type { OpenView } from './open-view.ts';
import { VisitDraft } from './visit-draft.ts';
import { VisitTally, type VisitEnd } from './visit-tally.ts';
import type { SendWishes, VisitSurroundings } from './visit-surroundings.ts';

type SendProblem = SaveProblem | { readonly kind: 'notHere' };

/**
 * The one owner of a person's answers while the person is there. The window shows what this holds and sends what the
 * person did; it gets the next scene only when the change is saved.
 */
export class CurrentVisit {
  readonly #around: VisitSurroundings;
  #content: ContentVersion;
  #visit: Visit;
  #draft: VisitDraft | null = null;
  #letter: LetterInHand | null = null;
  #sending: Promise<Result<OpenView, SendProblem>> | null = null;
  /** Rises with each visit that begins or goes on here, so that slow work can tell whether its visit is still there. */
  #visits = 0;
  #tally: VisitTally;

  constructor(around: VisitSurroundings) {
    this.#around = around;
    this.#content = around.content;
    this.#visit = newVisit(this.#around);
    this.#tally = new VisitTally(this.#visit, around.count);
  }

  /** The content version of this visit: a new one reaches the next visit only. */
  get content(): ContentVersion {
    return this.#content;
  }

  /** Begins with the content of now where nobody has begun; a visit that has begun keeps its own. */
  followContent(): void {
    if (!this.isEmpty) return;
    const { language } = this.#visit;
    this.#enter({ content: this.#around.content, visit: newVisit(this.#around), draft: null });
    this.#visit = { ...this.#visit, language };
  }

  /** Tells whether there is nothing that another visit could overwrite. */
  get isEmpty(): boolean {
    return !this.#isClosed() && this.#visit.stage.kind === 'greeting' && this.#draft === null;
  }

  /** Tells whether this visit takes no more changes because it is being sealed now. */
  get isSending(): boolean {
    return this.#sending !== null;
  }

  get isSent(): boolean {
    return this.#letter !== null;
  }

  get hasDraft(): boolean {
    return this.#draft !== null;
  }

  /** Tells whether somebody is on duty, the test call of today was answered, and the disk has room. */
  get isReady(): boolean {
    return this.#around.isReady() && this.#around.hasRoom();
  }

  /** Random, and not the person's: it tells two visits apart. */
  get intakeId(): string {
    return this.#visit.intakeId;
  }

  /** What the person's own window shows now. */
  show(): OpenView {
    const scene = visitScene(this.#visit, this.#content.pack, this.#around.site.policy);
    const sent = this.#letter === null ? null : shownLetter(this.#letter, this.#around.letters);
    return { ...scene, codeTaken: this.#draft !== null, sent, alert: this.#around.alerts.show() };
  }

  /** Applies what the person did; `ok` only when it is saved. */
  act(event: VisitEvent): Result<OpenView, VisitProblem | SaveProblem> {
    if (this.#isClosed() || (this.isEmpty && !this.#around.isReady())) return fail({ kind: 'notHere' });
    if (this.isEmpty && !this.#around.hasRoom()) return fail({ kind: 'full' });
    const changed = this.#changedBy(event);
    if (!changed.ok) return changed;
    // Before the save: who is in danger is helped, whether the disk takes the answer or not.
    const isDanger = event.kind === 'answer' && bringsDanger(this.#visit, changed.value, this.#content.pack);
    const raised = isDanger ? this.#around.alerts.raiseDanger() : null;
    const call = raised === null ? null : { ...raised, level: 'red' as const };
    const after = withCall(changed.value, call);
    this.#visit = withCall(this.#visit, call);
    const saved = this.#draft?.saveChange(this.#visit, after) ?? ok(null);
    if (!saved.ok) return saveProblem(saved.error);
    this.#visit = after;
    this.#tally.stands(after);
    return ok(this.show());
  }

  /**
   * The person has called for somebody. It goes with the intake where an answer has asked for it; who wants help with
   * the screen has told the centre nothing.
   */
  called(call: RaisedCall): void {
    const raised = raisedRules(interviewOf(this.#visit, this.#content.pack));
    if (raised.length === 0 || this.#isClosed()) return;
    this.#visit = withCall(this.#visit, { ...call, level: 'amber' });
    // Where the disk refuses, the next save has it.
    this.#draft?.save(this.#visit);
  }

  /** Remembers what the person has begun to answer; on disk it is only when the visit is kept. */
  write(begun: BegunAnswer): void {
    if (!this.#isClosed()) this.#visit = withBegun(this.#visit, begun);
  }

  /**
   * The question that would be asked after this; null where something else would be shown. Nothing changes, nothing is
   * saved and nobody is called.
   */
  ahead(event: VisitEvent): QuestionScene | null {
    const { pack } = this.#content;
    const changed = this.#isClosed() ? null : this.#changedBy(event);
    if (changed?.ok !== true || bringsDanger(this.#visit, changed.value, pack)) return null;
    const { scene, safety } = visitScene(changed.value, pack, this.#around.site.policy);
    return scene.kind === 'question' && safety.offer === null ? scene : null;
  }

  /**
   * Takes a code: everything answered so far is on disk under it when this is ok. Taken again, the new code replaces
   * the old one, which a person may not have seen before a window crashed.
   */
  async takeCode(): Promise<Result<ShownCode, SaveProblem>> {
    if (this.#isClosed()) return fail({ kind: 'notSaved' });
    const visit = this.#visit;
    const visits = this.#visits;
    const code = newPictureCode(this.#around.random);
    const created = await VisitDraft.create(this.#around.drafts, code, visit);
    if (!created.ok) return saveProblem(created.error);
    const isHere = this.#visits === visits && !this.#isClosed();
    const taken = isHere ? this.#changeDraft(created.value, visit) : fail({ kind: 'notSaved' });
    if (!taken.ok) {
      // Nobody was shown its code, so nobody could ever use or delete it.
      created.value.discard();
      return saveProblem(taken.error);
    }
    return ok(shownCode(code));
  }

  /**
   * Continues a visit that was kept under a code, or shows the letter that it takes back. Offered at the greeting only,
   * where nothing can be overwritten.
   */
  async resume(text: string): Promise<Result<OpenView, ResumeProblem>> {
    if (!this.isEmpty) return fail({ kind: 'wrongForm' });
    const visits = this.#visits;
    const kept = await openKept(this.#around, text);
    if (!kept.ok) return kept;
    if (!this.#isStillEmpty(visits)) {
      leaveKept(kept.value);
      return fail({ kind: 'wrongForm' });
    }
    if (kept.value.kind === 'letter') this.#letter = kept.value.letter;
    else this.#goOn(kept.value);
    return ok(this.show());
  }

  /** Takes back the letter on the screen: its file is destroyed, and the ledger says that the person did it. */
  takeBack(): Result<OpenView, TakeBackProblem> {
    if (this.#letter === null) return fail({ kind: 'notHere' });
    const taken = this.#around.letters.takeBack(this.#letter.key);
    return taken.ok ? ok(this.show()) : fail(takeBackProblem(taken.error));
  }

  /** Ends the visit and keeps it under the code that was taken. */
  keep(): Result<null, SaveProblem> {
    if (this.#draft === null || this.#sending !== null) return fail({ kind: 'notSaved' });
    const kept = this.#draft.keepWhole(this.#visit);
    if (!kept.ok) return saveProblem(kept.error);
    this.#draft.close();
    this.#resetWithLanguage('kept');
    return ok(null);
  }

  /** Deletes everything of this visit. */
  forget(): Result<null, { readonly kind: 'notDeleted' }> {
    if (this.#sending !== null) return fail({ kind: 'notDeleted' });
    const deleted = this.#deleteDraft();
    if (!deleted.ok) return fail({ kind: 'notDeleted' });
    this.#resetWithLanguage('stopped');
    return ok(null);
  }

  /** Seals what stands at read back. Pressing twice sends once, also when the first answer never reached the window. */
  send(wishes: SendWishes): Promise<Result<OpenView, SendProblem>> {
    this.#sending ??= this.#send(wishes).finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  /**
   * The person has left the last screen: nothing of the visit stays in memory. A draft under a code stays on disk.
   * While an intake is being sealed nothing ends: if that fails, everything must still be there.
   */
  finish(): void {
    if (this.#sending !== null) return;
    const end = this.#draft === null ? 'stopped' : 'kept';
    this.#draft?.close();
    this.#reset(end);
  }

  #changedBy(event: VisitEvent): Result<Visit, VisitProblem> {
    const now = new Date(this.#around.clock.nowMs()).toISOString();
    return act(this.#visit, event, { pack: this.#content.pack, codeTaken: this.#draft !== null, now });
  }

  async #send(wishes: SendWishes): Promise<Result<OpenView, SendProblem>> {
    if (this.#letter !== null) return ok(this.show());
    if (!canSend(this.#visit, this.#content.pack)) return fail({ kind: 'notHere' });
    const sealed = await this.#around.seal(this.#visit, this.#content, wishes);
    if (!sealed.ok) return saveProblem(sealed.error);
    // A draft that cannot be deleted now is found as already sent when its code is used.
    this.#draft?.discard();
    const { language, culture, chosen } = this.#visit;
    this.#reset('sent');
    this.#visit = { ...this.#visit, language, culture, chosen };
    this.#letter = sealed.value;
    return ok(this.show());
  }

  #isStillEmpty(visits: number): boolean {
    return this.#visits === visits && this.isEmpty;
  }

  #goOn(kept: KeptVisit): void {
    this.#enter(kept);
    // From now on what was begun is in memory again, where all of it can be taken back.
    if (kept.visit.begun !== null) kept.draft.saveAnew(this.#visit);
  }

  /** Tells whether this visit takes no more changes: it is being sealed, or it was. */
  #isClosed(): boolean {
    return this.#letter !== null || this.#sending !== null;
  }

  /** Makes a new draft the one of this visit. A visit has one draft: a second one would outlive its deletion. */
  #changeDraft(draft: VisitDraft, held: Visit): Result<null, { readonly kind: string }> {
    // What was answered while the key was being made.
    const saved = this.#visit === held ? ok(null) : draft.saveChange(held, this.#visit);
    if (!saved.ok) return saved;
    const deleted = this.#deleteDraft();
    if (deleted.ok) this.#draft = draft;
    return deleted;
  }

  #deleteDraft(): Result<null, { readonly kind: string }> {
    return this.#draft?.deleteOrSaveAnew(this.#visit) ?? ok(null);
  }

  /** The last words and the cover are in the person's own language, until the person has left. */
  #resetWithLanguage(end: VisitEnd): void {
    const { language } = this.#visit;
    this.#reset(end);
    this.#visit = { ...this.#visit, language };
  }

  #reset(end: VisitEnd): void {
    this.#tally.ends(this.#visit, end, this.#content.pack);
    this.#enter({ content: this.#around.content, visit: newVisit(this.#around), draft: null });
  }

  #enter(entered: {
    readonly content: ContentVersion;
    readonly visit: Visit;
    readonly draft: VisitDraft | null;
  }): void {
    this.#visits += 1;
    this.#content = entered.content;
    this.#visit = entered.visit;
    this.#tally = new VisitTally(entered.visit, this.#around.count);
    this.#draft = entered.draft;
    this.#letter?.key.fill(0);
    this.#letter = null;
  }
}

function saveProblem(error: { readonly kind: string }): { readonly ok: false; readonly error: SaveProblem } {
  return fail({ kind: error.kind === 'full' ? 'full' : 'notSaved' });
}
