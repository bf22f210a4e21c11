import { constants } from 'node:fs';
import type { Result } from '../core/basics/result.ts';
import { fail } from '../core/basics/result.ts';
import { writeAll } from './durable-file.ts';
import { attempt, nodeFileSystem } from './file-system.ts';
import type { FileError, FileSystem } from './file-system.ts';

/** Why an append was not saved; 'dead' after an earlier failure or after closing. */
export type AppendError = FileError | { readonly kind: 'dead' };

/** Opens an existing file to append to it. */
export function openAppendFile(path: string, fs: FileSystem = nodeFileSystem): Result<AppendFile, FileError> {
  return attempt(() => new AppendFile(fs.open(path, constants.O_WRONLY | constants.O_APPEND), fs));
}

/**
 * A file that only grows. What an append returned ok for is durable.
 *
 * The first failure is the last call: after a failed sync the kernel may call the lost pages clean, so the same
 * descriptor can report success for bytes that are nowhere. The owner writes a new file instead.
 */
export class AppendFile {
  readonly #descriptor: number;
  readonly #fs: FileSystem;
  #isDead = false;

  constructor(descriptor: number, fs: FileSystem) {
    this.#descriptor = descriptor;
    this.#fs = fs;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Appends bytes: one write (repeated only when the system takes a part) and one fdatasync. */
  append(bytes: Uint8Array): Result<null, AppendError> {
    if (this.#isDead) return fail({ kind: 'dead' });
    const appended = attempt(() => {
      writeAll(this.#descriptor, bytes, this.#fs);
      this.#fs.fdatasync(this.#descriptor);
      return null;
    });
    if (!appended.ok) this.close();
    return appended;
  }

  /** Ends the handle; calling it again does nothing. */
  close(): void {
    if (this.#isDead) return;
    this.#isDead = true;
    // Everything acknowledged is synced already, so what close() says changes nothing.
    attempt(() => this.#fs.close(this.#descriptor));
  }
}
