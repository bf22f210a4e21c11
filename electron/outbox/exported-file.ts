import { existsSync, futimesSync, readFileSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { syncDirectory, writeAll } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';

/** How the name of a file ends that is not whole yet. Whoever collects the files leaves it alone. */
const PART_SUFFIX = '.part';

/** Why a file did not arrive. `differs`: other bytes stand there under this name, and were left alone. */
export type ExportedFileError = FileError | { readonly kind: 'differs' };

/** A file to be put into a folder outside of HOME. */
export interface FileToExport {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The same for all files of an export, so that it tells nothing about one of them. */
  readonly modifiedAt: Date;
}

/**
 * Puts a file into a folder that anybody may unplug, whole or not at all, and reads it back. A file that is there
 * already with the same bytes is fine.
 */
export function exportNewFile(file: FileToExport, fs: FileSystem): Result<null, ExportedFileError> {
  if (!existsSync(file.path)) return writeAndReadBack(file, fs);
  const compared = readBack(file);
  if (!compared.ok) return compared;
  // Some network folders do not let a time be set. The file is there, and that counts.
  attempt(() => {
    utimesSync(file.path, file.modifiedAt, file.modifiedAt);
  });
  return ok(null);
}

/** Puts a file into a folder as `exportNewFile` does, in place of an older one of the same name. */
export function writeAndReadBack(file: FileToExport, fs: FileSystem): Result<null, ExportedFileError> {
  const part = `${file.path}${PART_SUFFIX}`;
  const written = attempt(() => {
    writePart(part, file, fs);
    fs.rename(part, file.path);
    return null;
  });
  if (!written.ok) {
    // A part that fills the folder would make every later try fail too.
    attempt(() => fs.unlink(part));
    return written;
  }
  const synced = syncDirectory(dirname(file.path), fs);
  return synced.ok ? readBack(file) : synced;
}

function writePart(part: string, { bytes, modifiedAt }: FileToExport, fs: FileSystem): void {
  const descriptor = fs.open(part, 'w', 0o600);
  try {
    writeAll(descriptor, bytes, fs);
    attempt(() => {
      futimesSync(descriptor, modifiedAt, modifiedAt);
    });
    fs.fsync(descriptor);
  } finally {
    fs.close(descriptor);
  }
}

function readBack({ path, bytes }: FileToExport): Result<null, ExportedFileError> {
  const isSame = attempt(() => readFileSync(path).equals(bytes));
  if (!isSame.ok) return isSame;
  return isSame.value ? ok(null) : fail({ kind: 'differs' });
}
