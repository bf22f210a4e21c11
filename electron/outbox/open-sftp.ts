import type SftpClient from 'ssh2-sftp-client';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { compareReadBack } from './destination.ts';
import type { CarriedFile, DestinationError, OpenDestination, ReadBack } from './destination.ts';

type Sftp = Awaited<ReturnType<SftpClient['connect']>>;

const PART_SUFFIX = '.part';
const CHUNK_BYTES = 32_000;
/** The status codes of SFTP version 3 that say more than "no". */
const STATUS = { noSuchFile: 2, permissionDenied: 3, failure: 4, noConnection: 6, connectionLost: 7 } as const;

/** A server that was reached, and which of its folders is meant. */
interface SftpConnection {
  readonly sftp: Sftp;
  readonly folder: string;
  /** Rejects when the connection has ended: the library leaves what is asked after that without an answer. */
  readonly closing: Promise<never>;
  readonly end: () => Promise<void>;
}

/** A folder on an SFTP server that was reached. */
export class OpenSftp implements OpenDestination {
  readonly #sftp: Sftp;
  readonly #folder: string;
  readonly #closing: Promise<never>;
  readonly #end: () => Promise<void>;

  constructor({ sftp, folder, closing, end }: SftpConnection) {
    this.#sftp = sftp;
    this.#folder = folder;
    this.#closing = closing;
    this.#end = end;
    // What breaks is told by each call; an error that nobody hears would end the kiosk's thread.
    sftp.on('error', () => undefined);
  }

  /** Looks whether the folder is there. */
  async find(): Promise<Result<null, DestinationError>> {
    return (await this.#isFolder()) ? ok(null) : fail({ kind: 'folderMissing' });
  }

  async put(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    const before = await this.#readBack(file);
    if (before.ok) return before;
    switch (before.error.kind) {
      case 'noFile':
        return this.#upload(file, (part, path) => this.#nameNew(part, path));
      // The beginning of it: somebody put it there in another way, and was interrupted.
      case 'halfWritten':
        return this.replace(file);
      case 'differs':
        return fail({ ...before.error, kind: 'taken' });
      default:
        return before;
    }
  }

  replace(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    return this.#upload(file, (part, path) => this.#nameInPlace(part, path));
  }

  async remove({
    fileName,
    sha256,
  }: Parameters<OpenDestination['remove']>[0]): Promise<Result<null, DestinationError>> {
    const found = await this.fetch(fileName, Number.MAX_SAFE_INTEGER);
    if (!found.ok) return found.error.kind === 'noFile' ? ok(null) : found;
    if (nodeHasher.sha256(found.value) !== sha256) return ok(null);
    const removed = await this.#ask(fileName, () => this.#unlink(this.#path(fileName)));
    return removed.ok ? ok(null) : removed;
  }

  list(): Promise<Result<readonly string[], DestinationError>> {
    return this.#ask('', async () => {
      const entries = await this.#call<{ readonly filename: string }[]>((done) =>
        this.#sftp.readdir(this.#folder, done),
      );
      return entries.map(({ filename }) => filename);
    });
  }

  async fetch(fileName: string, maxBytes: number): Promise<Result<Uint8Array, DestinationError>> {
    const read = await this.#ask(fileName, () => this.#read(this.#path(fileName), maxBytes));
    if (!read.ok) return read;
    return read.value === null ? fail({ kind: 'tooLarge', fileName }) : ok(read.value);
  }

  close(): Promise<void> {
    return this.#end();
  }

  async #upload(
    file: CarriedFile,
    name: (part: string, path: string) => Promise<void>,
  ): Promise<Result<ReadBack, DestinationError>> {
    const path = this.#path(file.fileName);
    const part = `${path}${PART_SUFFIX}`;
    const written = await this.#ask(file.fileName, () => this.#writePart(part, file));
    if (!written.ok) {
      // A part that fills the disk would make every later try fail too.
      const error = await this.#whyNotWritten(written.error, file);
      await this.#unlink(part).catch(() => undefined);
      return fail(error);
    }
    const named = await this.#ask(file.fileName, () => name(part, path));
    if (!named.ok) await this.#unlink(part).catch(() => undefined);
    // Where the name was taken meanwhile, what stands there decides.
    if (!named.ok && named.error.kind !== 'io') return named;
    const compared = await this.#readBack(file);
    if (compared.ok || compared.error.kind !== 'noFile') return compared;
    return named.ok ? fail({ kind: 'halfWritten', fileName: file.fileName }) : named;
  }

  async #writePart(part: string, { bytes, modifiedAt }: CarriedFile): Promise<void> {
    const handle = await this.#call<Buffer>((done) => this.#sftp.open(part, 'w', 0o600, done));
    try {
      const buffer = Buffer.from(bytes);
      for (let from = 0; from < buffer.length; from += CHUNK_BYTES) {
        const length = Math.min(CHUNK_BYTES, buffer.length - from);
        await this.#call((done) => this.#sftp.write(handle, buffer, from, length, from, done));
      }
      const seconds = Math.floor(modifiedAt.getTime() / 1000);
      // Not every server lets a time be set, or syncs. The file is there, and what it has is read back.
      await this.#call((done) => this.#sftp.futimes(handle, seconds, seconds, done)).catch(() => undefined);
      await this.#call((done) => this.#sftp.ext_openssh_fsync(handle, done)).catch(() => undefined);
    } finally {
      await this.#call((done) => this.#sftp.close(handle, done));
    }
  }

  /** Gives a file a name that is free. A link refuses one that is not; so does a rename, by the protocol. */
  async #nameNew(part: string, path: string): Promise<void> {
    try {
      await this.#call((done) => this.#sftp.ext_openssh_hardlink(part, path, done));
      await this.#unlink(part);
    } catch {
      // No such extension, no links on that disk, or the name is taken: then this says so, too.
      await this.#call((done) => this.#sftp.rename(part, path, done));
    }
  }

  async #nameInPlace(part: string, path: string): Promise<void> {
    try {
      await this.#call((done) => this.#sftp.ext_openssh_rename(part, path, done));
    } catch {
      // Without the extension there is a moment without the older file.
      await this.#unlink(path).catch(() => undefined);
      await this.#call((done) => this.#sftp.rename(part, path, done));
    }
  }

  async #readBack(file: CarriedFile): Promise<Result<ReadBack, DestinationError>> {
    const found = await this.fetch(file.fileName, file.bytes.length);
    if (!found.ok) {
      return found.error.kind === 'tooLarge' ? fail({ kind: 'differs', fileName: file.fileName }) : found;
    }
    const compared = compareReadBack(file, found.value);
    return compared.ok ? ok('uncached') : compared;
  }

  /** @returns null where the file is larger */
  async #read(path: string, maxBytes: number): Promise<Uint8Array | null> {
    const handle = await this.#call<Buffer>((done) => this.#sftp.open(path, 'r', done));
    try {
      const { size } = await this.#call<{ readonly size: number }>((done) => this.#sftp.fstat(handle, done));
      if (size > maxBytes) return null;
      const buffer = Buffer.alloc(size);
      let from = 0;
      while (from < size) {
        const at = from;
        const count = await this.#call<number>((done) =>
          this.#sftp.read(handle, buffer, at, Math.min(CHUNK_BYTES, size - at), at, (error, bytesRead) =>
            done(error, bytesRead),
          ),
        );
        if (count === 0) break;
        from += count;
      }
      return new Uint8Array(buffer.subarray(0, from));
    } finally {
      await this.#call((done) => this.#sftp.close(handle, done)).catch(() => undefined);
    }
  }

  /** SFTP has no code for a full disk: whoever asks how much is free knows. */
  async #whyNotWritten(error: DestinationError, { bytes }: CarriedFile): Promise<DestinationError> {
    if (error.kind !== 'io') return error;
    const space = await this.#call<unknown>((done) => this.#sftp.ext_openssh_statvfs(this.#folder, done)).catch(
      () => null,
    );
    return freeBytesIn(space) < bytes.length ? { kind: 'full' } : error;
  }

  async #isFolder(): Promise<boolean> {
    const found = await this.#call<{ isDirectory(): boolean }>((done) => this.#sftp.stat(this.#folder, done)).catch(
      () => null,
    );
    return found?.isDirectory() ?? false;
  }

  /** Asks the server something that is answered by a callback, as long as there is a connection. */
  #call<T = void>(call: (done: Callback) => unknown): Promise<T> {
    return Promise.race([called<T>(call), this.#closing]);
  }

  #unlink(path: string): Promise<void> {
    return this.#call((done) => this.#sftp.unlink(path, done));
  }

  #path(fileName: string): string {
    return `${this.#folder.replace(/\/+$/, '')}/${fileName}`;
  }

  async #ask<T>(fileName: string, work: () => Promise<T>): Promise<Result<T, DestinationError>> {
    try {
      return ok(await work());
    } catch (thrown) {
      return fail(await this.#errorOf(thrown, fileName));
    }
  }

  async #errorOf(thrown: unknown, fileName: string): Promise<DestinationError> {
    switch (codeOf(thrown)) {
      case STATUS.noSuchFile:
        return (await this.#isFolder()) ? { kind: 'noFile', fileName } : { kind: 'folderMissing' };
      case STATUS.permissionDenied:
        return { kind: 'refused' };
      case STATUS.failure:
        return { kind: 'io', code: 'SFTP4' };
      default:
        // Whatever has no status is a connection that broke.
        return { kind: 'dropped' };
    }
  }
}

type Callback = (error: Error | null | undefined, value?: unknown) => void;

/** Calls something that answers by a callback. */
function called<T>(call: (done: Callback) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    // The library answers with what its types say, and checks what the server sent.
    call((error, value) => (error instanceof Error ? reject(error) : resolve(value as T)));
  });
}

function codeOf(thrown: unknown): number | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'number' ? thrown.code : null;
}

function freeBytesIn(space: unknown): number {
  if (typeof space !== 'object' || space === null || !('f_bavail' in space) || !('f_frsize' in space)) return Infinity;
  return Number(space.f_bavail) * Number(space.f_frsize);
}
