import { LowSync } from 'lowdb';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { FileError } from '../../node/file-system.ts';
import { stateContentSchema } from './state-content.ts';
import type { StateContent } from './state-content.ts';
import { StateNotWritten, openStateFiles } from './state-files.ts';
import type { StateFiles, StatePlace } from './state-files.ts';

/**
 * The kiosk's memory, in lowdb. Nobody else sees the LowSync, because its `data` and `update()` change what is read
 * before it is written: here a change is written first and known only then.
 */
export class State {
  readonly #low: LowSync<StateContent>;
  #content: StateContent;
  /** True when one of the two generations was damaged at the start; the last change may be lost. */
  readonly fellBack: boolean;

  constructor(files: StateFiles, fellBack: boolean) {
    this.#content = files.read();
    this.#low = new LowSync(files, this.#content);
    this.fellBack = fellBack;
  }

  /** What is on disk. Frozen. */
  get content(): StateContent {
    return this.#content;
  }

  /**
   * Changes the content, durably.
   *
   * @param edit returns the new content; it gets the old one, which stays as it is
   * @returns ok when the change is on disk; otherwise nothing has changed
   * @throws when the edit makes content that the schema refuses: that is a bug
   */
  change(edit: (content: StateContent) => StateContent): Result<null, FileError> {
    const changed = stateContentSchema.parse(edit(this.#content));
    this.#low.data = changed;
    try {
      this.#low.write();
    } catch (thrown) {
      this.#low.data = this.#content;
      if (thrown instanceof StateNotWritten) return fail(thrown.reason);
      throw thrown;
    }
    this.#content = changed;
    return ok(null);
  }
}

/** Opens the state of a HOME; damaged only when both generations are. */
export function openState(place: StatePlace): Result<State, { kind: 'damaged'; part: 'state' }> {
  const opened = openStateFiles(place);
  return opened.ok ? ok(new State(opened.value.files, opened.value.fellBack)) : opened;
}
