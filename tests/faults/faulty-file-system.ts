import { nodeFileSystem, type FileSystem } from '../../node/file-system.ts';
import { PowerCut } from '../node/failing-file-system.ts';

/** What happens at a call: the process ends there, or the call fails, once or from then on. */
export interface Fault {
  /** Counted over all calls, from 1. */
  readonly atCall: number;
  readonly code: 'KILL' | 'EIO' | 'ENOSPC' | 'EINTR';
  readonly isLasting: boolean;
}

/** The real file system with one fault in it, which can be mended. */
export class FaultyFileSystem {
  readonly fs: FileSystem;
  readonly #fault: Fault | null;
  calls = 0;
  isMended = false;

  constructor(fault: Fault | null) {
    this.#fault = fault;
    const watched =
      <A extends readonly unknown[], T>(syscall: string, call: (...args: A) => T) =>
      (...args: A): T => {
        this.#before(syscall);
        return call(...args);
      };
    this.fs = {
      open: watched('open', nodeFileSystem.open),
      write: watched('write', nodeFileSystem.write),
      fsync: watched('fsync', nodeFileSystem.fsync),
      fdatasync: watched('fdatasync', nodeFileSystem.fdatasync),
      truncate: watched('ftruncate', nodeFileSystem.truncate),
      close: (descriptor) => {
        // What is to be closed is closed in any case, as the end of a process closes it.
        nodeFileSystem.close(descriptor);
        if (this.#fault?.code !== 'KILL') this.#before('close');
      },
      link: watched('link', nodeFileSystem.link),
      rename: watched('rename', nodeFileSystem.rename),
      unlink: watched('unlink', nodeFileSystem.unlink),
    };
  }

  #before(syscall: string): void {
    this.calls += 1;
    if (this.#fault === null || this.isMended) return;
    const { atCall, code, isLasting } = this.#fault;
    if (code === 'KILL' && this.calls >= atCall) throw new PowerCut();
    if (this.calls === atCall || (isLasting && this.calls > atCall)) throw systemError(syscall, code);
  }
}

/** The real file system on a disk that takes so many bytes more: the last write is cut short, and then it is full. */
export function nearlyFullFileSystem(disk: { leftBytes: number }): FileSystem {
  return {
    ...nodeFileSystem,
    write: (descriptor, bytes) => {
      const count = Math.min(bytes.length, disk.leftBytes);
      if (count === 0) throw systemError('write', 'ENOSPC');
      const written = nodeFileSystem.write(descriptor, bytes.subarray(0, count));
      disk.leftBytes -= written;
      return written;
    },
  };
}

function systemError(syscall: string, code: string): Error {
  return Object.assign(new Error(code), { syscall, code });
}
