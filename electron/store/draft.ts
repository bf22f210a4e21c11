import { basename } from 'node:path';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { AppendFile } from '../../node/append-file.ts';
import { openAppendFile } from '../../node/append-file.ts';
import { removeDurably, replaceDurably } from '../../node/durable-file.ts';
import type { FileError } from '../../node/file-system.ts';
import { MOST_DRAFT_BYTES, makeFrame, newDraftFileKey, prepareFrame } from './draft-frames.ts';
import type { DraftFileKey, PreparedFrame } from './draft-frames.ts';
import { removeFromQuarantine } from './quarantine.ts';
import type { QuarantinePlace } from './quarantine.ts';

/** Where a draft stands and what it is written with. */
export interface DraftPlace extends QuarantinePlace {
  readonly path: string;
  readonly random: Random;
}

/** Why a draft was not saved. `closed` after closing or deleting. */
export type SaveError = FileError | { readonly kind: 'closed' };

/** What an open draft begins with. */
export interface DraftStart {
  /** 32 bytes; wiped at closing. */
  readonly keyEncryptionKey: Uint8Array;
  readonly fileKey: DraftFileKey;
  /** How many frames the file has. */
  readonly frames: number;
  readonly sizeBytes: number;
  /** Null when the file must not be appended to: the next save writes a new one. */
  readonly file: AppendFile | null;
  /** Called once, when the draft is closed or deleted. */
  onClosed(): void;
}

/**
 * A person's unfinished intake, open for saving. A snapshot is the whole draft; what follows it says what changed, in the
 * words of whoever saves.
 */
export class OpenDraft {
  readonly place: DraftPlace;
  readonly #start: DraftStart;
  #fileKey: DraftFileKey;
  #frames: number;
  #sizeBytes: number;
  #file: AppendFile | null;
  /** The next frame, made ready while nobody waits; null when it is not, or was used. */
  #nextFrame: PreparedFrame | null = null;
  #isClosed = false;

  constructor(place: DraftPlace, start: DraftStart) {
    this.place = place;
    this.#start = start;
    this.#fileKey = start.fileKey;
    this.#frames = start.frames;
    this.#sizeBytes = start.sizeBytes;
    this.#file = start.file;
    this.#prepareLater();
  }

  /**
   * Saves a change; durable when this returns ok. One write and one sync, however much was saved before.
   *
   * @param whole makes the snapshot with the change in it, for a new file where nothing can be appended; left out by
   *   whoever saves snapshots only
   */
  save(change: Uint8Array, whole: () => Uint8Array = () => change): Result<null, SaveError> {
    if (this.#isClosed) return fail({ kind: 'closed' });
    if (this.#file === null) return this.compact(whole());
    const frame = this.#takeNextFrame()(change);
    const sizeBytes = this.#sizeBytes + frame.length;
    if (sizeBytes > MOST_DRAFT_BYTES || !this.#file.append(frame).ok) return this.compact(whole());
    this.#frames += 1;
    this.#sizeBytes = sizeBytes;
    this.#prepareLater();
    return ok(null);
  }

  /**
   * Writes the draft as a new file under a new draft key, so that what was saved before is gone from it: after a
   * removed answer and at a pause, and by itself after a failed save and where the file would become too large.
   */
  compact(snapshot: Uint8Array): Result<null, SaveError> {
    if (this.#isClosed) return fail({ kind: 'closed' });
    const { path, random, fs } = this.place;
    const fileKey = newDraftFileKey(this.#start.keyEncryptionKey, random);
    const file = draftFile(fileKey, [snapshot], random);
    const written = replaceDurably(path, file, fs);
    // Whether it went well or not, nothing may be appended through the old handle any more: the file that it writes to
    // may have lost its name already.
    this.#file?.close();
    this.#file = null;
    if (!written.ok) {
      fileKey.draftKey.fill(0);
      return written;
    }
    this.#fileKey.draftKey.fill(0);
    this.#fileKey = fileKey;
    this.#nextFrame = null;
    this.#frames = 1;
    this.#sizeBytes = file.length;
    const opened = openAppendFile(path, fs);
    this.#file = opened.ok ? opened.value : null;
    this.#prepareLater();
    return ok(null);
  }

  /** Deletes the draft and what was ever cut off it, durably, and closes it. It stays open when that fails. */
  delete(): Result<null, SaveError> {
    if (this.#isClosed) return fail({ kind: 'closed' });
    const { path, fs } = this.place;
    const removed = removeDurably(path, fs);
    if (!removed.ok) return removed;
    const cleared = removeFromQuarantine(this.place, basename(path));
    if (cleared.ok) this.close();
    return cleared;
  }

  /** Wipes the keys; the draft stays on disk. Calling it again does nothing. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#file?.close();
    this.#nextFrame = null;
    this.#fileKey.draftKey.fill(0);
    this.#start.keyEncryptionKey.fill(0);
    this.#start.onClosed();
  }

  /** A frame that was taken is never used again, whatever becomes of it: its nonce may stand on the disk. */
  #takeNextFrame(): PreparedFrame {
    const frame = this.#nextFrame ?? this.#prepared();
    this.#nextFrame = null;
    return frame;
  }

  /** Makes the next frame ready once what was saved has been acknowledged. */
  #prepareLater(): void {
    setImmediate(() => {
      if (!this.#isClosed && this.#file !== null) this.#nextFrame ??= this.#prepared();
    });
  }

  #prepared(): PreparedFrame {
    return prepareFrame(this.#fileKey, this.#frames + 1, this.place.random);
  }
}

/** Returns a whole draft file with a frame for each content. */
export function draftFile(fileKey: DraftFileKey, contents: readonly Uint8Array[], random: Random): Uint8Array {
  const frames = contents.map((content, index) => makeFrame(fileKey, { number: index + 1, content }, random));
  return Buffer.concat([fileKey.header, ...frames]);
}
