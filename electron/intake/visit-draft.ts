import { ok, type Result } from '../../core/basics/result.ts';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import type { Visit } from '../../core/intake/visit.ts';
import { hasValue } from '../../core/questionnaire/answer.ts';
import { changeBytes, snapshotOf } from './visit-snapshot.ts';
import type { DraftFiles, OpenDraftFile } from './visit-surroundings.ts';

type Kept = ReturnType<OpenDraftFile['save']>;

/** How a visit stands on disk under its code: which of its words get there, and when it is written anew. */
export class VisitDraft {
  readonly #file: OpenDraftFile;
  /** What stands in it; null when it was opened and nothing saved since, so that the first save writes it anew. */
  #saved: Visit | null;

  constructor(file: OpenDraftFile, saved: Visit | null) {
    this.#file = file;
    this.#saved = saved;
  }

  /** Puts a visit under a code, without what was begun: it is on disk when this is ok. */
  static async create(
    drafts: DraftFiles,
    code: PictureCode,
    visit: Visit,
  ): Promise<Result<VisitDraft, { readonly kind: string }>> {
    const saved = confirmed(visit);
    const snapshot = snapshotOf(saved);
    const created = await drafts.create(code, snapshot);
    snapshot.fill(0);
    return created.ok ? ok(new VisitDraft(created.value, saved)) : created;
  }

  /** Saves a visit without what was begun and not confirmed. */
  save(visit: Visit): Kept {
    const before = this.#saved;
    if (before === null) return this.saveAnew(visit);
    const after = confirmed(visit);
    const change = changeBytes(before, after);
    const bytes = [change];
    const whole = (): Uint8Array => {
      const snapshot = snapshotOf(after);
      bytes.push(snapshot);
      return snapshot;
    };
    const kept = this.#file.save(change, whole);
    for (const each of bytes) each.fill(0);
    if (kept.ok) this.#saved = after;
    return kept;
  }

  /** Saves a change. Words that a person has taken back must not stay on disk, so then the draft is written anew. */
  saveChange(before: Visit, after: Visit): Kept {
    const isTakenBack = Object.entries(before.answers).some(
      ([linkId, given]) =>
        after.answers[linkId] !== given && hasValue(given.answer) && after.answers[linkId]?.answer !== given.answer,
    );
    return isTakenBack ? this.saveAnew(after) : this.save(after);
  }

  /** Writes the draft anew, without what was begun. */
  saveAnew(visit: Visit): Kept {
    return this.keepWhole(confirmed(visit));
  }

  /** Writes the draft anew, with what was begun: the person leaves, and comes back to it. */
  keepWhole(visit: Visit): Kept {
    const snapshot = snapshotOf(visit);
    const kept = this.#file.compact(snapshot);
    snapshot.fill(0);
    if (kept.ok) this.#saved = visit;
    return kept;
  }

  /**
   * Deletes the draft. After a failure it is written anew: its file may have lost its name, and the next save would go
   * nowhere.
   */
  deleteOrSaveAnew(visit: Visit): Result<null, { readonly kind: string }> {
    const deleted = this.#file.delete();
    if (!deleted.ok) this.saveAnew(visit);
    return deleted;
  }

  /** Deletes the draft, as far as the disk allows, and lets it go. */
  discard(): void {
    this.#file.delete();
    this.#file.close();
  }

  /** Lets it go; it stays on disk. */
  close(): void {
    this.#file.close();
  }
}

/** A visit without what was begun. */
function confirmed(visit: Visit): Visit {
  return { ...visit, begun: null };
}
