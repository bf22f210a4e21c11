import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import type { AppendFile } from '../../node/append-file.ts';
import { openAppendFile } from '../../node/append-file.ts';
import { TEMPORARY_SUFFIX, createDurably, removeDurably, truncateDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { OpenDraft, draftFile } from './draft.ts';
import { newDraftFileKey, openDraftFileKey, readFrames } from './draft-frames.ts';
import type { DraftFileKey } from './draft-frames.ts';
import { DRAFT_KEY_POLICY, draftKeysOf, stretchCode, takeBackKeyOf } from './draft-keys.ts';
import type { DraftKeyPolicy, DraftKeySettings, DraftKeys } from './draft-keys.ts';
import type { Epoch } from './epochs.ts';
import { quarantineBytes, quarantineFile, quarantineUnfinished } from './quarantine.ts';

/** What drafts are kept with. */
export interface DraftsOptions {
  readonly folder: string;
  readonly quarantine: string;
  readonly keys: DraftKeySettings;
  /** The live epochs, the newest first. */
  readonly epochs: readonly [Epoch, ...Epoch[]];
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
  /** What was saved last. */
  readonly snapshot: Uint8Array;
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
  const cleared = quarantineUnfinished(options.quarantine, options.folder, TEMPORARY_SUFFIX);
  return cleared.ok ? ok(new Drafts(options)) : cleared;
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
    const keys = draftKeysOf(stretched, this.#options.epochs[0]);
    stretched.fill(0);
    const path = this.#pathOf(keys);
    if (existsSync(path)) return fail({ kind: 'codeTaken' });
    const { random } = this.#options;
    const fileKey = newDraftFileKey(keys.keyEncryptionKey, random);
    const created = createDurably(path, draftFile(fileKey, snapshot, random), this.#fs);
    if (created.ok) return ok(this.#opened(keys, { fileKey, frames: 1, file: this.#appendTo(path) }));
    // The name was free a moment ago, so a file that stands there is this one, not made durable.
    removeDurably(path, this.#fs);
    keys.keyEncryptionKey.fill(0);
    fileKey.draftKey.fill(0);
    return created;
  }

  /** Returns the key with which a code takes a sealed intake back: 32 bytes, for the caller to wipe. */
  async takeBackKey(code: PictureCode): Promise<Uint8Array> {
    const stretched = await stretchCode(code, this.#options.keys);
    const key = takeBackKeyOf(stretched);
    stretched.fill(0);
    return key;
  }

  /** Continues the draft of a code. */
  async open(code: PictureCode): Promise<Result<ContinuedDraft, OpenDraftError>> {
    const stretched = await stretchCode(code, this.#options.keys);
    const keys = this.#options.epochs
      .map((epoch) => draftKeysOf(stretched, epoch))
      .find((candidate) => existsSync(this.#pathOf(candidate)));
    const takeBackKey = takeBackKeyOf(stretched);
    stretched.fill(0);
    // Stretched once: a second time for the second search would take as long again.
    if (keys === undefined) return fail({ kind: 'noSuchCode', takeBackKey });
    takeBackKey.fill(0);
    if (this.#open.has(keys.locator)) return fail({ kind: 'alreadyOpen' });
    const file = attempt(() => readFileSync(this.#pathOf(keys)));
    return file.ok ? this.#continue(keys, file.value) : file;
  }

  #continue(keys: DraftKeys, file: Uint8Array): Result<ContinuedDraft, OpenDraftError> {
    const path = this.#pathOf(keys);
    const fileKey = openDraftFileKey(keys.keyEncryptionKey, file);
    const content = fileKey === null ? null : readFrames(fileKey, file);
    if (fileKey === null || content?.kind !== 'good') {
      const moved = quarantineFile(this.#options.quarantine, path, 'damaged');
      return moved.ok ? fail({ kind: 'damaged' }) : moved;
    }
    const { snapshot, frames, goodBytes } = content;
    const hadTornTail = goodBytes < file.length;
    const isClean = this.#endAt(path, { file, goodBytes });
    // A tail that cannot be cut (a full disk, say) does not keep the person from going on: the next save, then, is a
    // new file.
    const draft = this.#opened(keys, { fileKey, frames, file: isClean ? this.#appendTo(path) : null });
    return ok({ draft, snapshot, hadTornTail });
  }

  /**
   * Ends the file behind its last good frame, after keeping what is cut off; false when that could not be made durable.
   * Synced also when nothing is cut: a frame may have been written, but not synced, when the kiosk was killed.
   */
  #endAt(path: string, { file, goodBytes }: { readonly file: Uint8Array; readonly goodBytes: number }): boolean {
    const tail = { fileName: basename(path), bytes: file.subarray(goodBytes) };
    if (tail.bytes.length > 0 && !quarantineBytes(this.#options.quarantine, tail).ok) return false;
    return truncateDurably(path, goodBytes, this.#fs).ok;
  }

  #opened(
    { keyEncryptionKey, locator }: DraftKeys,
    start: { readonly fileKey: DraftFileKey; readonly frames: number; readonly file: AppendFile | null },
  ): OpenDraft {
    const { folder, quarantine, random } = this.#options;
    this.#open.add(locator);
    const place = { path: join(folder, `${locator}.draft`), quarantine, random, fs: this.#fs };
    return new OpenDraft(place, { ...start, keyEncryptionKey, onClosed: () => this.#open.delete(locator) });
  }

  #appendTo(path: string): AppendFile | null {
    const opened = openAppendFile(path, this.#fs);
    return opened.ok ? opened.value : null;
  }

  #pathOf({ locator }: DraftKeys): string {
    return join(this.#options.folder, `${locator}.draft`);
  }
}
