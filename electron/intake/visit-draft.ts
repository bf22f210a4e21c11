import type { Result } from '../../core/basics/result.ts';
import type { Visit } from '../../core/intake/visit.ts';
import { hasValue } from '../../core/questionnaire/answer.ts';
import { snapshotOf } from './visit-snapshot.ts';
import type { OpenDraftFile } from './visit-surroundings.ts';

type Kept = ReturnType<OpenDraftFile['save']>;

/** How a visit stands on disk under its code: which of its words get there, and when it is written anew. */
export class VisitDraft {
  readonly #file: OpenDraftFile;

  constructor(file: OpenDraftFile) {
    this.#file = file;
  }

  /** Saves a visit without what was begun and not confirmed. */
  save(visit: Visit): Kept {
    return withSnapshot(confirmed(visit), (snapshot) => this.#file.save(snapshot));
  }

  /** Saves a change. Words that a person has taken back must not stay on disk, so then the draft is written anew. */
  saveChange(before: Visit, after: Visit): Kept {
    const isTakenBack = Object.entries(before.answers).some(
      ([linkId, { answer }]) => hasValue(answer) && after.answers[linkId]?.answer !== answer,
    );
    return isTakenBack ? this.saveAnew(after) : this.save(after);
  }

  /** Writes the draft anew, without what was begun. */
  saveAnew(visit: Visit): Kept {
    return this.keepWhole(confirmed(visit));
  }

  /** Writes the draft anew, with what was begun: the person leaves, and comes back to it. */
  keepWhole(visit: Visit): Kept {
    return withSnapshot(visit, (snapshot) => this.#file.compact(snapshot));
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

/** The bytes of a visit that are written to disk without what was begun. */
export function confirmedSnapshot(visit: Visit): Uint8Array {
  return snapshotOf(confirmed(visit));
}

function confirmed(visit: Visit): Visit {
  return { ...visit, begun: null };
}

function withSnapshot<T>(visit: Visit, write: (snapshot: Uint8Array) => T): T {
  const snapshot = snapshotOf(visit);
  const written = write(snapshot);
  snapshot.fill(0);
  return written;
}
