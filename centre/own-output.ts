import { writeAll, temporaryNameFor } from '../node/durable-file.ts';
import type { Result } from '../core/basics/result.ts';
import { toUtf8 } from '../core/basics/utf8.ts';
import { attempt, nodeFileSystem } from '../node/file-system.ts';
import type { FileError, FileSystem } from '../node/file-system.ts';

/**
 * Writes a file for its owner alone, piece by piece, and gives it its name when it is whole: an older one is replaced,
 * and never half.
 */
export function writeOwnOutput(
  path: string,
  pieces: Iterable<string>,
  fs: FileSystem = nodeFileSystem,
): Result<null, FileError> {
  const temporary = temporaryNameFor(path);
  const written = attempt(() => {
    const descriptor = fs.open(temporary, 'wx', 0o600);
    try {
      for (const piece of pieces) writeAll(descriptor, toUtf8(piece), fs);
      fs.fsync(descriptor);
    } finally {
      fs.close(descriptor);
    }
    fs.rename(temporary, path);
    return null;
  });
  if (!written.ok) attempt(() => fs.unlink(temporary));
  return written;
}
