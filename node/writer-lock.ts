import { createHash } from 'node:crypto';
import { lstatSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { systemCodeOf } from './file-system.ts';

/** The right to write in one HOME, held until it is released or the process ends, however it ends. */
export interface WriterLock {
  release(): Promise<void>;
}

/** Why the right was not given. */
export type WriterLockError = { readonly kind: 'alreadyRunning' } | { readonly kind: 'io'; readonly code: string };

/** The longest path that fits every system's socket address (104 bytes on macOS, with the final zero). */
const SOCKET_PATH_LIMIT_BYTES = 100;
/** Between bind() and listen() a living socket refuses connections: ask again before calling it dead. */
const STALE_CHECKS = 3;
const STALE_CHECK_PAUSE_MS = 50;

/**
 * Makes this process the only writer of an existing HOME.
 *
 * Node has no flock. A listening socket serves as well: only one process can hold its name, and the kernel frees it
 * even at kill -9. Linux has names outside the file system and Windows has pipes; elsewhere it is a socket file.
 */
export async function acquireWriterLock(home: string): Promise<Result<WriterLock, WriterLockError>> {
  const canonical = realpathSync(home);
  if (process.platform === 'win32') return listenAt(`\\\\.\\pipe\\matu-${nameHash(canonical.toLowerCase())}`);
  if (process.platform === 'linux' && hasAbstractSockets()) return listenAt(`\0matu-${nameHash(canonical)}`);
  return lockBySocketFile(socketPathOf(canonical));
}

/**
 * Takes a socket file as the lock: the way for macOS, and for runtimes older than Node 20 on Linux.
 * A file that its owner left behind at kill -9 refuses connections and is replaced.
 */
export async function lockBySocketFile(path: string): Promise<Result<WriterLock, WriterLockError>> {
  const first = await listenAt(path);
  if (first.ok || first.error.kind !== 'alreadyRunning') return first;
  const before = identityOf(path);
  if (await hasLivingOwner(path)) return first;
  // Of several starters that find the same dead file, the fastest replaces it, and the others must not remove its
  // file. Comparing and removing are two calls, so microseconds of risk remain; Linux and Windows have none.
  if (before === null || identityOf(path) !== before) return first;
  rmSync(path, { force: true });
  return listenAt(path);
}

/** Tells one socket file from the next of the same name; null when there is none. */
function identityOf(path: string): string | null {
  const file = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return file === undefined ? null : `${file.dev} ${file.ino} ${file.ctimeNs}`;
}

/** libuv 1.46 (Node 20) passes names that begin with a zero byte on; older ones cut them at it. */
function hasAbstractSockets(): boolean {
  const [major = 0, minor = 0] = process.versions.uv.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 46);
}

function nameHash(canonicalHome: string): string {
  return createHash('sha256').update(canonicalHome).digest('hex').slice(0, 32);
}

function socketPathOf(canonicalHome: string): string {
  const inHome = join(canonicalHome, 'writer.sock');
  if (Buffer.byteLength(inHome) <= SOCKET_PATH_LIMIT_BYTES) return inHome;
  return join(tmpdir(), `matu-${nameHash(canonicalHome)}.sock`);
}

function listenAt(name: string): Promise<Result<WriterLock, WriterLockError>> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve) => {
    server.once('error', (error) => {
      const code = systemCodeOf(error);
      resolve(fail(code === 'EADDRINUSE' ? { kind: 'alreadyRunning' } : { kind: 'io', code }));
    });
    server.listen(name, () => {
      // The lock must not keep a finished process alive.
      server.unref();
      resolve(ok({ release: () => closed(server) }));
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

async function hasLivingOwner(path: string): Promise<boolean> {
  for (let check = 1; check <= STALE_CHECKS; check += 1) {
    if (await accepts(path)) return true;
    await wait(STALE_CHECK_PAUSE_MS);
  }
  return false;
}

function accepts(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
