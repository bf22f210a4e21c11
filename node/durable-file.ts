import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { attempt, nodeFileSystem, systemCodeOf } from './file-system.ts';
import type { FileError, FileSystem } from './file-system.ts';
import { systemRandom } from './random.ts';

/** Only the kiosk's own account reads what stands in HOME. */
const PRIVATE_FILE_MODE = 0o600;
/** How the names of unfinished files end. */
export const TEMPORARY_SUFFIX = '.tmp';
/** What link() says where the file system has no hard links: exFAT, some network drives. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);
/** What fsync of a directory says where a file system does not offer it. Anything else is a failed write. */
export const NO_DIRECTORY_SYNC: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP']);

/** Returns a new name beside a file, for its unfinished form. */
export function temporaryNameFor(path: string): string {
  return `${path}.${Buffer.from(systemRandom.bytes(8)).toString('hex')}${TEMPORARY_SUFFIX}`;
}

/**
 * Makes a new file that is whole and durable when this returns ok. Never touches an existing one.
 *
 * @returns 'exists' when the name is taken
 */
export function createDurably(path: string, bytes: Uint8Array, fs = nodeFileSystem): Result<null, FileError> {
  const temporary = temporaryNameFor(path);
  const written = writeTemporary(temporary, bytes, fs);
  if (!written.ok) return written;
  const published = publishTemporary({ temporary, target: path }, fs);
  if (!published.ok) removeQuietly(temporary, fs);
  return published;
}

/** Replaces a file's content, or makes the file: after a power cut there is the old content or the new, whole. */
export function replaceDurably(path: string, bytes: Uint8Array, fs = nodeFileSystem): Result<null, FileError> {
  const temporary = temporaryNameFor(path);
  const written = writeTemporary(temporary, bytes, fs);
  if (!written.ok) return written;
  const renamed = attempt(() => fs.rename(temporary, path));
  if (!renamed.ok) {
    removeQuietly(temporary, fs);
    return renamed;
  }
  return syncDirectory(dirname(path), fs);
}

/** Removes a file for good; a file that is not there is removed already. */
export function removeDurably(path: string, fs = nodeFileSystem): Result<null, FileError> {
  const removed = attempt(() => fs.unlink(path));
  if (!removed.ok && removed.error.kind !== 'missing') return removed;
  return syncDirectory(dirname(path), fs);
}

/**
 * Removes the unfinished files that a stop left in a folder: nobody was told of what is in them. Each may be the twin of
 * a finished one, so it must not outlive that.
 */
export function removeUnfinished(folder: string, fs: FileSystem): Result<null, FileError> {
  const names = attempt(() => readdirSync(folder).filter((name) => name.endsWith(TEMPORARY_SUFFIX)));
  if (!names.ok) return names.error.kind === 'missing' ? ok(null) : names;
  for (const name of names.value) {
    const removed = removeDurably(join(folder, name), fs);
    if (!removed.ok) return removed;
  }
  return ok(null);
}

/** Gives a file another name in its folder for good. Never takes a name that is in use. */
export function renameDurably(from: string, to: string, fs = nodeFileSystem): Result<null, FileError> {
  if (existsSync(to)) return fail({ kind: 'exists' });
  const renamed = attempt(() => fs.rename(from, to));
  return renamed.ok ? syncDirectory(dirname(to), fs) : renamed;
}

/**
 * Moves a file into another folder of the same file system for good. Never takes a name that is in use. The new name is
 * durable before the old one goes: a file system without a journal may write two folders in any order, and after a power
 * cut neither name would stand there.
 */
export function moveDurably(from: string, to: string, fs = nodeFileSystem): Result<null, FileError> {
  const named = attempt(() => linkOrRename({ temporary: from, target: to }, fs));
  if (!named.ok) return named;
  const arrived = syncDirectory(dirname(to), fs);
  if (!arrived.ok) return arrived;
  return named.value === 'linked' ? removeDurably(from, fs) : syncDirectory(dirname(from), fs);
}

/** Cuts a file to a length for good. */
export function truncateDurably(path: string, lengthBytes: number, fs = nodeFileSystem): Result<null, FileError> {
  return attempt(() => {
    const descriptor = fs.open(path, 'r+');
    try {
      fs.truncate(descriptor, lengthBytes);
      fs.fsync(descriptor);
    } finally {
      fs.close(descriptor);
    }
    return null;
  });
}

/** Writes a new file and syncs its content, under a name that nobody reads yet; removes it when that fails. */
export function writeTemporary(temporary: string, bytes: Uint8Array, fs: FileSystem): Result<null, FileError> {
  const opened = attempt(() => fs.open(temporary, 'wx', PRIVATE_FILE_MODE));
  if (!opened.ok) return opened;
  const written = attempt(() => {
    try {
      writeAll(opened.value, bytes, fs);
      fs.fsync(opened.value);
    } finally {
      fs.close(opened.value);
    }
    return null;
  });
  if (!written.ok) removeQuietly(temporary, fs);
  return written;
}

/**
 * Gives a synced temporary file its name, unless the name is taken, and makes the name durable. Its old name goes last:
 * a file system without a journal may write names in any order, and after a power cut neither would stand there. An old
 * name that comes back that way is found at the next start.
 */
export function publishTemporary(
  { temporary, target }: { readonly temporary: string; readonly target: string },
  fs: FileSystem,
): Result<null, FileError> {
  const named = attempt(() => linkOrRename({ temporary, target }, fs));
  if (!named.ok) return named;
  const synced = syncDirectory(dirname(target), fs);
  if (!synced.ok || named.value === 'renamed') return synced;
  return attempt(() => {
    fs.unlink(temporary);
    return null;
  });
}

/** Makes the names in a directory durable. Windows has no such call, and its file systems journal names. */
export function syncDirectory(directory: string, fs: FileSystem = nodeFileSystem): Result<null, FileError> {
  if (process.platform === 'win32') return { ok: true, value: null };
  return attempt(() => {
    const descriptor = fs.open(directory, 'r');
    try {
      fs.fsync(descriptor);
    } catch (thrown) {
      if (!NO_DIRECTORY_SYNC.has(systemCodeOf(thrown))) throw thrown;
    } finally {
      fs.close(descriptor);
    }
    return null;
  });
}

/** Writes every byte: the system may take fewer than it was given, and says so only by the count. */
export function writeAll(descriptor: number, bytes: Uint8Array, fs: FileSystem): void {
  let written = 0;
  while (written < bytes.length) {
    const count = fs.write(descriptor, bytes.subarray(written));
    if (count === 0) throw systemError('EIO');
    written += count;
  }
}

// link() is the one call that names a file and refuses to overwrite. rename() overwrites, so it is asked first;
// between asking and renaming nobody else writes here, because HOME has a single writer.
function linkOrRename(
  { temporary, target }: { temporary: string; target: string },
  fs: FileSystem,
): 'linked' | 'renamed' {
  try {
    fs.link(temporary, target);
    return 'linked';
  } catch (thrown) {
    if (!NO_LINKS.has(systemCodeOf(thrown))) throw thrown;
    if (existsSync(target)) throw systemError('EEXIST');
    fs.rename(temporary, target);
    return 'renamed';
  }
}

/** An error in the system's form, for what the system itself does not refuse. */
function systemError(code: string): Error {
  return Object.assign(new Error(code), { syscall: 'write', code });
}

/** Clears up after a failure that is reported already; what cannot be removed is found at the next start. */
function removeQuietly(path: string, fs: FileSystem): void {
  attempt(() => fs.unlink(path));
}
