import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/basics/clock.ts';
import type { Culture, Language } from '../../core/basics/language.ts';
import type { Random } from '../../core/basics/random.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { formatCode, newPictureCode, parseCode, picturesOf, type PictureCode } from '../../core/intake/picture-code.ts';
import { visitScene } from '../../core/intake/scene.ts';
import type { Site } from '../../core/intake/site.ts';
import {
  act,
  beginVisit,
  visitSchema,
  type Visit,
  type VisitEvent,
  type VisitProblem,
} from '../../core/intake/visit.ts';
import type { SaveProblem, ShownCode, Slip, VisitView } from '../../ipc/contract.ts';
import type { ContentVersion } from '../content/content-version.ts';

/** A draft under a code, open for writing. Every call is durable when it returns ok. */
export interface OpenDraftFile {
  save(snapshot: Uint8Array): Result<null, { readonly kind: string }>;
  /** Writes a new file under a new key; the old one goes. */
  compact(snapshot: Uint8Array): Result<null, { readonly kind: string }>;
  delete(): Result<null, { readonly kind: string }>;
  close(): void;
}

/** Where drafts are kept. */
export interface DraftFiles {
  create(code: PictureCode, snapshot: Uint8Array): Promise<Result<OpenDraftFile, { readonly kind: string }>>;
  open(
    code: PictureCode,
  ): Promise<Result<{ readonly draft: OpenDraftFile; readonly snapshot: Uint8Array }, { readonly kind: string }>>;
}

/** What a visit needs of the kiosk. */
export interface VisitSurroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly site: Site;
  readonly drafts: DraftFiles;
  /** The version that a new visit begins with. */
  readonly content: ContentVersion;
  /** A version that an older draft began with; null when it is not there any more. */
  readonly contentOf: (id: string) => ContentVersion | null;
  /** Tells whether an intake has been sealed already. */
  readonly isSealed: (intakeId: string) => boolean;
  /** Seals and commits an intake; durable when it returns ok. */
  readonly seal: (visit: Visit, content: ContentVersion) => Promise<Result<Slip, { readonly kind: string }>>;
}

const FIRST_CULTURE: Readonly<Record<Site['country'], Culture>> = { DK: 'danish', SE: 'swedish', GL: 'greenlandic' };

type ResumeProblem = { readonly kind: 'noSuchCode' | 'alreadySent' | 'wrongForm' };

/**
 * The one owner of a person's answers while the person is there. The window shows what this holds and sends what the
 * person did; it gets the next scene only when the change is saved.
 */
export class CurrentVisit {
  readonly #around: VisitSurroundings;
  #content: ContentVersion;
  #visit: Visit;
  #draft: OpenDraftFile | null = null;
  #slip: Slip | null = null;
  #sending: Promise<Result<VisitView, SaveProblem | { kind: 'notHere' }>> | null = null;

  constructor(around: VisitSurroundings) {
    this.#around = around;
    this.#content = around.content;
    this.#visit = this.#begin();
  }

  /** The content version of this visit: a new one reaches the next visit only. */
  get content(): ContentVersion {
    return this.#content;
  }

  get language(): Language {
    return this.#visit.language;
  }

  /** What the window shows now. */
  show(): VisitView {
    const scene = visitScene(this.#visit, this.#content.pack, this.#around.site.policy);
    return { ...scene, codeTaken: this.#draft !== null, sent: this.#slip };
  }

  /** Applies what the person did; `ok` only when it is saved. */
  act(event: VisitEvent): Result<VisitView, VisitProblem | SaveProblem> {
    if (this.#slip !== null || this.#sending !== null) return fail({ kind: 'notHere' });
    const changed = act(this.#visit, event, { pack: this.#content.pack, codeTaken: this.#draft !== null });
    if (!changed.ok) return changed;
    const saved = this.#draft?.save(snapshotOf(changed.value)) ?? ok(null);
    if (!saved.ok) return saveProblem(saved.error);
    this.#visit = changed.value;
    return ok(this.show());
  }

  /**
   * Takes a code: everything answered so far is on disk under it when this is ok. Taken again, the new code replaces
   * the old one, which a person may not have seen before a window crashed.
   */
  async takeCode(): Promise<Result<ShownCode, SaveProblem>> {
    if (this.#slip !== null) return fail({ kind: 'notSaved' });
    const visit = this.#visit;
    const code = newPictureCode(this.#around.random);
    const created = await this.#around.drafts.create(code, snapshotOf(visit));
    if (!created.ok) return saveProblem(created.error);
    this.#draft?.delete();
    this.#draft?.close();
    this.#draft = created.value;
    // What was answered while the key was being made.
    const saved = this.#visit === visit ? ok(null) : created.value.save(snapshotOf(this.#visit));
    if (!saved.ok) return saveProblem(saved.error);
    const pictures = picturesOf(code).map(({ kind, picture }) => ({ kind, picture }));
    return ok({ digits: formatCode(code), pictures });
  }

  /** Continues a visit that was kept under a code. Offered at the greeting only, where nothing can be overwritten. */
  async resume(text: string): Promise<Result<VisitView, ResumeProblem>> {
    const code = parseCode(text);
    if (!code.ok || this.#visit.stage.kind !== 'greeting' || this.#draft !== null) return fail({ kind: 'wrongForm' });
    const opened = await this.#around.drafts.open(code.value);
    if (!opened.ok) return fail({ kind: 'noSuchCode' });
    const { draft, snapshot } = opened.value;
    const visit = visitOf(snapshot);
    const content = visit === null ? null : this.#around.contentOf(visit.contentVersion);
    if (visit === null || content === null) {
      draft.close();
      return fail({ kind: 'noSuchCode' });
    }
    if (this.#around.isSealed(visit.intakeId)) {
      // The power went between sealing and deleting the draft: what was sent must not be sent again.
      draft.delete();
      draft.close();
      return fail({ kind: 'alreadySent' });
    }
    this.#content = content;
    this.#visit = visit;
    this.#draft = draft;
    return ok(this.show());
  }

  /** Ends the visit and keeps it under the code that was taken. */
  keep(): Result<null, SaveProblem> {
    if (this.#draft === null) return fail({ kind: 'notSaved' });
    const kept = this.#draft.compact(snapshotOf(this.#visit));
    if (!kept.ok) return saveProblem(kept.error);
    this.#draft.close();
    this.#reset();
    return ok(null);
  }

  /** Deletes everything of this visit. */
  forget(): Result<null, SaveProblem> {
    if (this.#sending !== null) return fail({ kind: 'notSaved' });
    const deleted = this.#draft?.delete() ?? ok(null);
    if (!deleted.ok) return saveProblem(deleted.error);
    this.#reset();
    return ok(null);
  }

  /** Seals what stands at read back. Pressing twice sends once. */
  send(): Promise<Result<VisitView, SaveProblem | { kind: 'notHere' }>> {
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  /** The person has left the last screen: nothing of the visit stays in memory. A draft under a code stays on disk. */
  finish(): void {
    this.#draft?.close();
    this.#reset();
  }

  async #send(): Promise<Result<VisitView, SaveProblem | { kind: 'notHere' }>> {
    if (this.#visit.stage.kind !== 'readBack' || this.#slip !== null) return fail({ kind: 'notHere' });
    const sealed = await this.#around.seal(this.#visit, this.#content);
    if (!sealed.ok) return saveProblem(sealed.error);
    // A draft that cannot be deleted now is found as already sent when its code is used.
    this.#draft?.delete();
    this.#draft?.close();
    const { language, culture, chosen } = this.#visit;
    this.#reset();
    this.#visit = { ...this.#visit, language, culture, chosen };
    this.#slip = sealed.value;
    return ok(this.show());
  }

  #reset(): void {
    this.#draft = null;
    this.#slip = null;
    this.#content = this.#around.content;
    this.#visit = this.#begin();
  }

  #begin(): Visit {
    const { site, clock, content } = this.#around;
    return beginVisit({
      intakeId: randomUUID(),
      contentVersion: content.id,
      startedAt: new Date(clock.nowMs()).toISOString(),
      language: site.language,
      culture: FIRST_CULTURE[site.country],
    });
  }
}

function snapshotOf(visit: Visit): Uint8Array {
  return toUtf8(JSON.stringify(visit));
}

function visitOf(snapshot: Uint8Array): Visit | null {
  const json = fromUtf8(snapshot);
  const visit = json === null ? null : visitSchema.safeParse(JSON.parse(json));
  return visit?.success === true ? visit.data : null;
}

function saveProblem(error: { readonly kind: string }): { readonly ok: false; readonly error: SaveProblem } {
  return fail({ kind: error.kind === 'full' ? 'full' : 'notSaved' });
}
