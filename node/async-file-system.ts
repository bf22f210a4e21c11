import * as fs from 'node:fs';
import { promisify } from 'node:util';
import type { FileSystem } from './file-system.ts';

/** The calls that write files elsewhere than in HOME. They may take long there, and nobody waits for them. */
export interface AsyncFileSystem {
  readonly open: (path: string, flags: string | number, mode?: number) => Promise<number>;
  /** Resolves to the number of bytes written, which may be fewer than asked for. */
  readonly write: (descriptor: number, bytes: Uint8Array) => Promise<number>;
  readonly fsync: (descriptor: number) => Promise<void>;
  readonly close: (descriptor: number) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
}

const open = promisify(fs.open);
const write = promisify(fs.write);

/** The real file system, without waiting. */
export const nodeAsyncFileSystem: AsyncFileSystem = {
  open: (path, flags, mode) => open(path, flags, mode),
  write: async (descriptor, bytes) => (await write(descriptor, bytes)).bytesWritten,
  fsync: promisify(fs.fsync),
  close: promisify(fs.close),
  rename: promisify(fs.rename),
  unlink: promisify(fs.unlink),
};

/** The calls of a file system that waits, for those that play faults. */
export function promisedFileSystem(waiting: FileSystem): AsyncFileSystem {
  return {
    open: (path, flags, mode) => promised(() => waiting.open(path, flags, mode)),
    write: (descriptor, bytes) => promised(() => waiting.write(descriptor, bytes)),
    fsync: (descriptor) => promised(() => waiting.fsync(descriptor)),
    close: (descriptor) => promised(() => waiting.close(descriptor)),
    rename: (from, to) => promised(() => waiting.rename(from, to)),
    unlink: (path) => promised(() => waiting.unlink(path)),
  };
}

/** What is thrown becomes a rejection, as in the real one. */
function promised<T>(call: () => T): Promise<T> {
  return new Promise((resolve) => resolve(call()));
}
