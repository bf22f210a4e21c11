import { nodeFileSystem } from '../../node/file-system.ts';
import type { FileSystem } from '../../node/file-system.ts';

/** Which call fails: the n-th call (from 1) of the named kind, or every one from there on. */
export interface Failure {
  readonly call: keyof FileSystem;
  readonly code: string;
  readonly from?: number;
  readonly isLasting?: boolean;
}

/** The real file system, but some calls fail with a system error before they do anything. */
export function failingFileSystem({ call, code, from = 1, isLasting = false }: Failure): FileSystem {
  let calls = 0;
  return watchedFileSystem((name) => {
    if (name !== call) return;
    calls += 1;
    if (calls === from || (isLasting && calls > from)) {
      throw Object.assign(new Error(code), { syscall: call, code });
    }
  });
}

/** The real file system, but one kind of call finds the disk full as long as it is. */
export function fullFileSystem(call: keyof FileSystem, isFull: () => boolean): FileSystem {
  return watchedFileSystem((name) => {
    if (name === call && isFull()) throw Object.assign(new Error('ENOSPC'), { syscall: call, code: 'ENOSPC' });
  });
}

/** The end of a process in the middle of its work; no code of the kiosk catches it. */
export class PowerCut extends Error {}

/** Stops at the n-th call of a kind as a power cut does: neither it nor any later call is made. */
export function dyingFileSystem(call: keyof FileSystem, from: number): FileSystem {
  let calls = 0;
  let isDead = false;
  return watchedFileSystem((name) => {
    if (name === call) calls += 1;
    isDead ||= name === call && calls === from;
    if (isDead) throw new PowerCut();
  });
}

/** The real file system, but one write call takes at most so many bytes. */
export function shortWritingFileSystem(limitBytes: number): FileSystem {
  return {
    ...nodeFileSystem,
    write: (descriptor, bytes) => nodeFileSystem.write(descriptor, bytes.subarray(0, limitBytes)),
  };
}

/** A file system that can be exchanged while it is in use: opening works, say, and a later commit fails. */
export function exchangeableFileSystem(armed: { fs: FileSystem }): FileSystem {
  return fileSystemOf(() => armed.fs);
}

/** The real file system; `onCall` hears of each call before it is made, and keeps it from being made by throwing. */
function watchedFileSystem(onCall: (call: keyof FileSystem) => void): FileSystem {
  return fileSystemOf((call) => {
    // What is to be closed is closed in any case, so that tests leak no descriptors.
    if (call !== 'close') onCall(call);
    const close: FileSystem['close'] = (descriptor) => {
      nodeFileSystem.close(descriptor);
      onCall('close');
    };
    return { ...nodeFileSystem, close };
  });
}

/** Asks before each call which file system it goes to. */
function fileSystemOf(choose: (call: keyof FileSystem) => FileSystem): FileSystem {
  return {
    open: (...args) => choose('open').open(...args),
    write: (...args) => choose('write').write(...args),
    fsync: (...args) => {
      choose('fsync').fsync(...args);
    },
    fdatasync: (...args) => {
      choose('fdatasync').fdatasync(...args);
    },
    truncate: (...args) => {
      choose('truncate').truncate(...args);
    },
    close: (...args) => {
      choose('close').close(...args);
    },
    link: (...args) => {
      choose('link').link(...args);
    },
    rename: (...args) => {
      choose('rename').rename(...args);
    },
    unlink: (...args) => {
      choose('unlink').unlink(...args);
    },
  };
}
