import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { writeAll } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { hastenSyncs } from '../../node/hasten-syncs.ts';
import { systemRandom } from '../../node/random.ts';

/** How the names of folders begin that nobody reads yet; what a stop left under one can go. */
export const PART_PREFIX = '.part-';

const PRIVATE_DIRECTORY_MODE = 0o700;
const PRIVATE_FILE_MODE = 0o600;

/**
 * Folders of a batch on their way into the inbox: written under a temporary name first, then synced together. Each file
 * stays open until it is synced, because a failed write is told to those only who had the file open.
 */
export class Staging {
  readonly folder: string;
  readonly #fs: FileSystem;
  readonly #open: number[] = [];

  private constructor(folder: string, fs: FileSystem) {
    this.folder = folder;
    this.#fs = fs;
  }

  static begin(inbox: string, fs: FileSystem = nodeFileSystem): Result<Staging, FileError> {
    const folder = join(inbox, `${PART_PREFIX}${Buffer.from(systemRandom.bytes(8)).toString('hex')}`);
    const made = attempt(() => mkdirSync(folder, { mode: PRIVATE_DIRECTORY_MODE }));
    return made.ok ? ok(new Staging(folder, fs)) : made;
  }

  /** Writes the files of one intake, and returns where they lie until they get their name. Not durable before `sync`. */
  write(name: string, files: Readonly<Record<string, Uint8Array>>): Result<string, FileError> {
    const folder = join(this.folder, name);
    const written = attempt(() => {
      mkdirSync(folder, { mode: PRIVATE_DIRECTORY_MODE });
      for (const [file, bytes] of Object.entries(files)) {
        const descriptor = this.#fs.open(join(folder, file), 'wx', PRIVATE_FILE_MODE);
        this.#open.push(descriptor);
        writeAll(descriptor, bytes, this.#fs);
      }
      this.#open.push(this.#fs.open(folder, 'r'));
      return folder;
    });
    return written;
  }

  /** Makes durable what was written. After a failure none of it may get its name. */
  async sync(): Promise<Result<null, FileError>> {
    await hastenSyncs(this.folder);
    let problem: FileError | null = null;
    for (const descriptor of this.#open.splice(0)) {
      const synced = attempt(() => this.#fs.fsync(descriptor));
      if (!synced.ok && !isUnsynced(synced.error)) problem ??= synced.error;
      attempt(() => this.#fs.close(descriptor));
    }
    return problem === null ? ok(null) : fail(problem);
  }

  /** Removes what is left of it. */
  end(): void {
    for (const descriptor of this.#open.splice(0)) attempt(() => this.#fs.close(descriptor));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a file system says that does not sync directories: the names in them are then durable by themselves. */
function isUnsynced(error: FileError): boolean {
  return error.kind === 'io' && ['EINVAL', 'ENOTSUP'].includes(error.code);
}
