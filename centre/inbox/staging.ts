import { fsync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { writeAll } from '../../node/durable-file.ts';
import { attempt, fileErrorOf, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { hastenSyncs } from '../../node/hasten-syncs.ts';
import { systemRandom } from '../../node/random.ts';

/** How the names of folders begin that nobody reads yet; what a stop left under one can go. */
export const PART_PREFIX = '.part-';

const PRIVATE_DIRECTORY_MODE = 0o700;
const PRIVATE_FILE_MODE = 0o600;

interface Opened {
  readonly descriptor: number;
  readonly isDirectory: boolean;
}

/** What staging writes by. Syncing waits for the disk, so it goes on beside the opening of the next batch. */
export interface StagingDisk {
  readonly fs: FileSystem;
  readonly sync: (descriptor: number) => Promise<void>;
}

const NODE_DISK: StagingDisk = { fs: nodeFileSystem, sync: promisify(fsync) };

/**
 * Folders of a batch on their way into the inbox: written under a temporary name first, then synced together. Each file
 * stays open until it is synced, because a failed write is told to those only who had the file open.
 */
export class Staging {
  readonly folder: string;
  readonly #fs: FileSystem;
  readonly #sync: StagingDisk['sync'];
  readonly #open: Opened[] = [];

  private constructor(folder: string, { fs, sync }: StagingDisk) {
    this.folder = folder;
    this.#fs = fs;
    this.#sync = sync;
  }

  static begin(inbox: string, disk: StagingDisk = NODE_DISK): Result<Staging, FileError> {
    const folder = join(inbox, `${PART_PREFIX}${Buffer.from(systemRandom.bytes(8)).toString('hex')}`);
    const made = attempt(() => mkdirSync(folder, { mode: PRIVATE_DIRECTORY_MODE }));
    return made.ok ? ok(new Staging(folder, disk)) : made;
  }

  /** Writes the files of one intake, and returns where they lie until they get their name. Not durable before `sync`. */
  write(name: string, files: Readonly<Record<string, Uint8Array>>): Result<string, FileError> {
    const folder = join(this.folder, name);
    const written = attempt(() => {
      mkdirSync(folder, { mode: PRIVATE_DIRECTORY_MODE });
      for (const [file, bytes] of Object.entries(files)) {
        const descriptor = this.#fs.open(join(folder, file), 'wx', PRIVATE_FILE_MODE);
        this.#open.push({ descriptor, isDirectory: false });
        writeAll(descriptor, bytes, this.#fs);
      }
      this.#open.push({ descriptor: this.#fs.open(folder, 'r'), isDirectory: true });
      return folder;
    });
    return written;
  }

  /** Makes durable what was written. After a failure none of it may get its name. */
  async sync(): Promise<Result<null, FileError>> {
    await hastenSyncs(this.folder);
    const problems = await Promise.all(this.#open.splice(0).map((opened) => this.#syncAndClose(opened)));
    const problem = problems.find((one) => one !== null);
    return problem === undefined ? ok(null) : fail(problem);
  }

  async #syncAndClose({ descriptor, isDirectory }: Opened): Promise<FileError | null> {
    try {
      await this.#sync(descriptor);
      return null;
    } catch (thrown) {
      const error = fileErrorOf(thrown);
      return isDirectory && isUnsynced(error) ? null : error;
    } finally {
      attempt(() => this.#fs.close(descriptor));
    }
  }

  /** Removes what is left of it. */
  end(): void {
    for (const { descriptor } of this.#open.splice(0)) attempt(() => this.#fs.close(descriptor));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a file system says that does not sync directories: the names in them are then durable by themselves. */
function isUnsynced(error: FileError): boolean {
  return error.kind === 'io' && ['EINVAL', 'ENOTSUP'].includes(error.code);
}
