import { futimes } from 'node:fs';
import { readdir, readFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { nodeAsyncFileSystem, type AsyncFileSystem } from '../../node/async-file-system.ts';
import { NO_DIRECTORY_SYNC } from '../../node/durable-file.ts';
import { attemptLater, systemCodeOf, type FileError } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readUncached } from '../../node/uncached-read.ts';
import { compareReadBack } from './destination.ts';
import type { CarriedFile, Destination, DestinationError, OpenDestination, ReadBack } from './destination.ts';

/** How the name of a file ends that is not whole yet. Whoever collects the files leaves it alone. */
const PART_SUFFIX = '.part';
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS']);
const BAD_NAME = new Set(['EINVAL', 'ENAMETOOLONG', 'EILSEQ']);
/** What network folders say whose server went away. */
const WENT_AWAY = new Set(['ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH', 'ESTALE', 'ENOTCONN', 'ECONNRESET', 'ENODEV']);

const setTimes = promisify(futimes);

/** A folder that stands already: a stick, a drive, a network folder. */
export interface FolderPlace {
  readonly folder: string;
  readonly fs?: AsyncFileSystem;
  /** Reads a file past the system's memory; null where that cannot be done. Tests play both. */
  readonly readPastMemory?: typeof readUncached;
}

/** A folder that anybody may unplug. */
export function folderDestination(place: FolderPlace): Destination {
  return {
    open: async () => ((await isFolder(place.folder)) ? ok(new OpenFolder(place)) : fail({ kind: 'folderMissing' })),
  };
}

class OpenFolder implements OpenDestination {
  readonly #folder: string;
  readonly #fs: AsyncFileSystem;
  readonly #readPastMemory: typeof readUncached;

  constructor({ folder, fs = nodeAsyncFileSystem, readPastMemory = readUncached }: FolderPlace) {
    this.#folder = folder;
    this.#fs = fs;
    this.#readPastMemory = readPastMemory;
  }

  async put(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    const path = join(this.#folder, file.fileName);
    if (!(await exists(path))) return this.replace(file);
    const compared = await this.#readBack(file);
    // Whoever was unplugged while the medium was still writing left the beginning of a file.
    if (!compared.ok && compared.error.kind === 'halfWritten') return this.replace(file);
    if (!compared.ok) return compared.error.kind === 'differs' ? fail({ ...compared.error, kind: 'taken' }) : compared;
    // Some network folders do not let a time be set. The file is there, and that counts.
    await attemptLater(() => utimes(path, file.modifiedAt, file.modifiedAt));
    return compared;
  }

  async replace(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    const path = join(this.#folder, file.fileName);
    const part = `${path}${PART_SUFFIX}`;
    const written = await attemptLater(async () => {
      await this.#writePart(part, file);
      await this.#fs.rename(part, path);
    });
    if (!written.ok) {
      // A part that fills the folder would make every later try fail too.
      await attemptLater(() => this.#fs.unlink(part));
      return fail(await this.#errorOf(written.error, file.fileName));
    }
    const synced = await attemptLater(() => this.#syncFolder());
    return synced.ok ? this.#readBack(file) : fail(await this.#errorOf(synced.error, file.fileName));
  }

  async remove({
    fileName,
    sha256,
  }: Parameters<OpenDestination['remove']>[0]): Promise<Result<null, DestinationError>> {
    const path = join(this.#folder, fileName);
    const removed = await attemptLater(async () => {
      if ((await exists(path)) && nodeHasher.sha256(await readFile(path)) === sha256) await this.#fs.unlink(path);
    });
    return removed.ok ? ok(null) : fail(await this.#errorOf(removed.error, fileName));
  }

  async list(): Promise<Result<readonly string[], DestinationError>> {
    const names = await attemptLater(() => readdir(this.#folder));
    return names.ok ? names : fail(await this.#errorOf(names.error, ''));
  }

  async fetch(fileName: string, maxBytes: number): Promise<Result<Uint8Array, DestinationError>> {
    const path = join(this.#folder, fileName);
    const read = await attemptLater(async () => {
      // Asked before, so that nobody makes the kiosk read more than it has room for.
      if ((await stat(path)).size > maxBytes) return null;
      return new Uint8Array(await readFile(path));
    });
    if (read.ok) return read.value === null ? fail({ kind: 'tooLarge', fileName }) : ok(read.value);
    const isThere = await isFolder(this.#folder);
    if (isThere && read.error.kind === 'missing') return fail({ kind: 'noFile', fileName });
    return fail(await this.#errorOf(read.error, fileName));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #writePart(part: string, { bytes, modifiedAt }: CarriedFile): Promise<void> {
    const descriptor = await this.#fs.open(part, 'w', 0o600);
    try {
      let written = 0;
      while (written < bytes.length) {
        const count = await this.#fs.write(descriptor, bytes.subarray(written));
        if (count === 0) throw Object.assign(new Error('EIO'), { syscall: 'write', code: 'EIO' });
        written += count;
      }
      await attemptLater(() => setTimes(descriptor, modifiedAt, modifiedAt));
      await this.#fs.fsync(descriptor);
    } finally {
      await this.#fs.close(descriptor);
    }
  }

  /** Makes the names in the folder durable. Windows has no such call. */
  async #syncFolder(): Promise<void> {
    if (process.platform === 'win32') return;
    const descriptor = await this.#fs.open(this.#folder, 'r');
    try {
      await this.#fs.fsync(descriptor);
    } catch (thrown) {
      if (!NO_DIRECTORY_SYNC.has(systemCodeOf(thrown))) throw thrown;
    } finally {
      await this.#fs.close(descriptor);
    }
  }

  async #readBack(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    const path = join(this.#folder, file.fileName);
    const cached = await attemptLater(() => readFile(path));
    if (!cached.ok) return fail(await this.#errorOf(cached.error, file.fileName));
    const compared = compareReadBack(file, cached.value);
    if (!compared.ok) return compared;
    const uncached = await this.#readPastMemory(path, file.bytes.length);
    if (uncached === null) return ok('cached');
    const again = compareReadBack(file, uncached);
    return again.ok ? ok('uncached') : again;
  }

  async #errorOf(error: FileError, fileName: string): Promise<DestinationError> {
    if (error.kind === 'full') return error;
    if (!(await isFolder(this.#folder))) return { kind: 'folderMissing' };
    if (error.kind === 'exists') return { kind: 'io', code: 'EEXIST' };
    if (error.kind === 'missing') return { kind: 'io', code: 'ENOENT' };
    if (REFUSED.has(error.code)) return { kind: 'refused' };
    if (BAD_NAME.has(error.code)) return { kind: 'refusedName', fileName };
    return WENT_AWAY.has(error.code) ? { kind: 'dropped' } : error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await attemptLater(async () => (await stat(path)).isDirectory());
  return found.ok && found.value;
}

async function exists(path: string): Promise<boolean> {
  return (await attemptLater(() => stat(path))).ok;
}
