import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import { openAppendFile } from '../../node/append-file.ts';
import { TEMPORARY_SUFFIX, createDurably, removeDurably, truncateDurably } from '../../node/durable-file.ts';
import { nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { readSmallFile } from '../../node/small-file.ts';
import { OpenDraft, draftFile } from './draft.ts';
import type { DraftStart } from './draft.ts';
import { draftPath, removeForgotten } from './draft-files.ts';
import { MOST_DRAFT_BYTES, newDraftFileKey, openDraftFileKey, readFrames } from './draft-frames.ts';
import { DRAFT_KEY_POLICY, draftKeysOf, stretchCode, takeBackKeyOf } from './draft-keys.ts';
import type { DraftKeyPolicy, DraftKeySettings, DraftKeys } from './draft-keys.ts';
import type { Epoch, Epochs } from './epochs.ts';
import type { QuarantinePlace } from './quarantine.ts';
import { quarantineBytes, quarantineFile, quarantineUnfinished, renameInQuarantine } from './quarantine.ts';

/** What drafts are kept with. */
export interface DraftsOptions {
  readonly folder: string;
  readonly quarantine: string;
  readonly keys: DraftKeySettings;
  readonly epochs: Pick<Epochs, 'live' | 'forget'>;
  readonly random: Random;
  readonly fs?: FileSystem;
  /** Tests pass a lower bar. */
  readonly policy?: DraftKeyPolicy;
}

/** Why a draft was not made. `codeTaken`: draw another code. */
export type CreateDraftError = FileError | { readonly kind: 'codeTaken' };

/**
 * Why a draft was not opened. `noSuchCode`: no draft has this code; it may take back a sealed intake, for which
 * `takeBackKey` is. `damaged`: it stands in quarantine now and opens no more.
 */
export type OpenDraftError =
  | { readonly kind: 'noSuchCode'; readonly takeBackKey: Uint8Array }
  | { readonly kind: 'alreadyOpen' }
  | { readonly kind: 'damaged' }
  | FileError;

/** A draft that was continued. */
export interface ContinuedDraft {
  readonly draft: OpenDraft;
  /** A snapshot and what was saved since, in order; for the caller to wipe. */
  readonly contents: readonly Uint8Array[];
  /** True when a save was interrupted: it was never acknowledged, and its rest is in quarantine. */
  readonly hadTornTail: boolean;
}

/**
 * Opens the drafts of a HOME.
 *
 * @returns `weakKeys` when codes are stretched less than the policy asks for
 */
export function openDrafts(options: DraftsOptions): Result<Drafts, FileError | { readonly kind: 'weakKeys' }> {
  const { lowestLog2N } = options.policy ?? DRAFT_KEY_POLICY;
  if (options.keys.log2N < lowestLog2N) return fail({ kind: 'weakKeys' });
  const { quarantine, folder, fs = nodeFileSystem } = options;
  const cleared = quarantineUnfinished({ quarantine, fs }, folder, TEMPORARY_SUFFIX);
  return cleared.ok ? ok(new Drafts(options)) : cleared;
}

/** A draft's keys and where it stands. */
interface DraftPlaced extends DraftKeys {
  readonly path: string;
}

/** The unfinished intakes of people who took a code. Without the code nobody finds or reads one. */
export class Drafts {
  readonly #options: DraftsOptions;
  readonly #fs: FileSystem;
  readonly #open = new Set<string>();

  constructor(options: DraftsOptions) {
    this.#options = options;
    this.#fs = options.fs ?? nodeFileSystem;
  }

  /** Begins a draft under a new code, with everything answered so far; durable when this resolves with ok. */
  async create(code: PictureCode, snapshot: Uint8Array): Promise<Result<OpenDraft, CreateDraftError>> {
    const stretched = await stretchCode(code, this.#options.keys);
    const keys = this.#placed(stretched, this.#options.epochs.live()[0]);
    stretched.fill(0);
    const created = existsSync(keys.path) ? fail({ kind: 'codeTaken' } as const) : this.#write(keys, [snapshot]);
    keys.keyEncryptionKey.fill(0);
    return created;
  }

  /** Returns the key with which a code takes a sealed intake back: 32 bytes, for the caller to wipe. */
  async takeBackKey(code: PictureCode): Promise<Uint8Array> {
    const stretched = await stretchCode(code, this.#options.keys);
    const key = takeBackKeyOf(stretched);
    stretched.fill(0);
    return key;
  }

  /** Continues the draft of a code. From then on it belongs to the newest epoch: whoever comes back has full time again. */
  async open(code: PictureCode): Promise<Result<ContinuedDraft, OpenDraftError>> {
    const stretched = await stretchCode(code, this.#options.keys);
    const [newest, ...older] = this.#options.epochs.live().map((epoch) => this.#placed(stretched, epoch));
    const takeBackKey = takeBackKeyOf(stretched);
    stretched.fill(0);
    if (newest === undefined) throw new Error('A home has an epoch');
    const opened = this.#openPlaced(newest, older);
    for (const { keyEncryptionKey } of [newest, ...older]) keyEncryptionKey.fill(0);
    // Stretched once: a second time for the second search would take as long again.
    if (opened === null) return fail({ kind: 'noSuchCode', takeBackKey });
    takeBackKey.fill(0);
    return opened;
  }

  /**
   * Forgets what was kept long enough: first the secrets of its epochs, then the files, which nothing opens any more.
   * While a draft is open nothing ends.
   *
   * @returns how many drafts went
   */
  forgetOld(): Result<number, FileError> {
    if (this.#open.size > 0) return ok(0);
    const { epochs, folder, quarantine } = this.#options;
    // First, because an epoch ends only when another one begins.
    epochs.live();
    const left = epochs.forget();
    return left.ok ? removeForgotten({ folder, quarantine, fs: this.#fs }, left.value.oldest) : left;
  }

  /** @returns null when no draft has this code */
  #openPlaced(newest: DraftPlaced, older: readonly DraftPlaced[]): Result<ContinuedDraft, OpenDraftError> | null {
    const [found, ...twins] = [newest, ...older].filter(({ path }) => existsSync(path));
    if (found === undefined) return null;
    if (this.#open.has(found.path)) return fail({ kind: 'alreadyOpen' });
    // A stop between the two steps of moving left the older file, too. What is in it stands in the newer one.
    for (const { path } of twins) {
      const removed = removeDurably(path, this.#fs);
      if (!removed.ok) return removed;
    }
    const file = readSmallFile(found.path, MOST_DRAFT_BYTES);
    if (!file.ok) return file;
    const continued = this.#continue(found, file.value);
    return continued.ok && found !== newest ? this.#moved(continued.value, newest) : continued;
  }

  /** Moves a draft to the newest epoch. Where the disk refuses, it goes on in its own. */
  #moved(continued: ContinuedDraft, newest: DraftPlaced): Result<ContinuedDraft, FileError> {
    const moved = this.#write(newest, continued.contents);
    if (!moved.ok) return ok(continued);
    const { path } = continued.draft.place;
    continued.draft.close();
    const removed = removeDurably(path, this.#fs);
    if (!removed.ok) {
      moved.value.close();
      for (const content of continued.contents) content.fill(0);
      return removed;
    }
    // So that deleting the draft finds its torn tails, too. Where this fails they go with their epoch.
    renameInQuarantine(continued.draft.place, { from: basename(path), to: basename(newest.path) });
    return ok({ ...continued, draft: moved.value });
  }

  /** Writes a new draft file and opens it. */
  #write(keys: DraftPlaced, contents: readonly Uint8Array[]): Result<OpenDraft, FileError> {
    const { random } = this.#options;
    const fileKey = newDraftFileKey(keys.keyEncryptionKey, random);
    const file = draftFile(fileKey, contents, random);
    const created = createDurably(keys.path, file, this.#fs);
    const frames = contents.length;
    if (created.ok) return ok(this.#opened(keys, { fileKey, frames, sizeBytes: file.length, isClean: true }));
    // The name was free a moment ago, so a file that stands there is this one, not made durable.
    removeDurably(keys.path, this.#fs);
    fileKey.draftKey.fill(0);
    return created;
  }

  /** @param file null when it is larger than any draft */
  #continue(keys: DraftPlaced, file: Uint8Array | null): Result<ContinuedDraft, OpenDraftError> {
    const fileKey = file === null ? null : openDraftFileKey(keys.keyEncryptionKey, file);
    const content = file === null || fileKey === null ? null : readFrames(fileKey, file);
    if (file === null || fileKey === null || content?.kind !== 'good') {
      fileKey?.draftKey.fill(0);
      const moved = quarantineFile(this.#quarantine, keys.path, 'damaged');
      return moved.ok ? fail({ kind: 'damaged' }) : moved;
    }
    const { contents, goodBytes } = content;
    const hadTornTail = goodBytes < file.length;
    const isClean = this.#endAt(keys.path, { file, goodBytes });
    const draft = this.#opened(keys, { fileKey, frames: contents.length, sizeBytes: goodBytes, isClean });
    return ok({ draft, contents, hadTornTail });
  }

  /**
   * Ends the file behind its last good frame, after keeping what is cut off; false when that could not be made durable.
   * Synced also when nothing is cut: a frame may have been written, but not synced, when the kiosk was killed.
   */
  #endAt(path: string, { file, goodBytes }: { readonly file: Uint8Array; readonly goodBytes: number }): boolean {
    const tail = { fileName: basename(path), bytes: file.subarray(goodBytes) };
    if (tail.bytes.length > 0 && !quarantineBytes(this.#quarantine, tail).ok) return false;
    return truncateDurably(path, goodBytes, this.#fs).ok;
  }

  /**
   * @param file a tail that cannot be cut off a file (on a full disk, say) does not keep the person from going on: a file
   *   that is not clean is not appended to, and the next save is a new file
   */
  #opened(
    { keyEncryptionKey, path }: DraftPlaced,
    file: Pick<DraftStart, 'fileKey' | 'frames' | 'sizeBytes'> & { readonly isClean: boolean },
  ): OpenDraft {
    const { quarantine, random } = this.#options;
    const { fileKey, frames, sizeBytes } = file;
    this.#open.add(path);
    const appendFile = file.isClean ? openAppendFile(path, this.#fs) : fail(null);
    return new OpenDraft(
      { path, quarantine, random, fs: this.#fs },
      {
        keyEncryptionKey: Uint8Array.from(keyEncryptionKey),
        fileKey,
        frames,
        sizeBytes,
        file: appendFile.ok ? appendFile.value : null,
        onClosed: () => this.#open.delete(path),
      },
    );
  }

  get #quarantine(): QuarantinePlace {
    return { quarantine: this.#options.quarantine, fs: this.#fs };
  }

  #placed(stretched: Uint8Array, epoch: Epoch): DraftPlaced {
    const keys = draftKeysOf(stretched, epoch);
    return { ...keys, path: draftPath(this.#options.folder, { epoch: epoch.number, locator: keys.locator }) };
  }
}
