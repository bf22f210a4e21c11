import * as fs from 'node:fs';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';

/** The system calls behind durable files. A parameter, so that tests can let each of them fail. */
export interface FileSystem {
  readonly open: (path: string, flags: string | number, mode?: number) => number;
  /** Returns the number of bytes written, which may be fewer than asked for. */
  readonly write: (descriptor: number, bytes: Uint8Array) => number;
  readonly fsync: (descriptor: number) => void;
  readonly fdatasync: (descriptor: number) => void;
  readonly truncate: (descriptor: number, lengthBytes: number) => void;
  readonly close: (descriptor: number) => void;
  readonly link: (existing: string, added: string) => void;
  readonly rename: (from: string, to: string) => void;
  readonly unlink: (path: string) => void;
}

/** The real file system. */
export const nodeFileSystem: FileSystem = {
  open: (path, flags, mode) => fs.openSync(path, flags, mode),
  write: (descriptor, bytes) => fs.writeSync(descriptor, bytes),
  fsync: fs.fsyncSync,
  fdatasync: fs.fdatasyncSync,
  truncate: fs.ftruncateSync,
  close: fs.closeSync,
  link: fs.linkSync,
  rename: fs.renameSync,
  unlink: fs.unlinkSync,
};

/** Why a file operation did not succeed; `code` is the system's name of the error, never a path. */
export type FileError =
  | { readonly kind: 'full' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'io'; readonly code: string };

/**
 * Sorts a thrown system error into the kinds that callers tell apart.
 *
 * @throws what was thrown, when it is not a system error: that is a bug
 */
export function fileErrorOf(thrown: unknown): FileError {
  const code = systemCodeOf(thrown);
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'full' };
  if (code === 'EEXIST') return { kind: 'exists' };
  if (code === 'ENOENT') return { kind: 'missing' };
  return { kind: 'io', code };
}

/** Returns the system's name of a thrown error, such as `EIO`. */
export function systemCodeOf(thrown: unknown): string {
  if (thrown instanceof Error && 'syscall' in thrown && 'code' in thrown && typeof thrown.code === 'string') {
    return thrown.code;
  }
  throw thrown;
}

/** Runs file operations and turns a thrown system error into a value. */
export function attempt<T>(operation: () => T): Result<T, FileError> {
  try {
    return ok(operation());
  } catch (thrown) {
    return fail(fileErrorOf(thrown));
  }
}

/** Runs file operations that take their time, and turns a thrown system error into a value. */
export async function attemptLater<T>(operation: () => Promise<T>): Promise<Result<T, FileError>> {
  try {
    return ok(await operation());
  } catch (thrown) {
    return fail(fileErrorOf(thrown));
  }
}
