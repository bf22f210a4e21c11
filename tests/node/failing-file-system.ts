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
  const failIfDue = (name: keyof FileSystem): void => {
    if (name !== call) return;
    calls += 1;
    if (calls === from || (isLasting && calls > from)) {
      throw Object.assign(new Error(code), { syscall: call, code });
    }
  };
  return {
    open: (...args) => (failIfDue('open'), nodeFileSystem.open(...args)),
    write: (...args) => (failIfDue('write'), nodeFileSystem.write(...args)),
    fsync: (...args) => {
      failIfDue('fsync');
      nodeFileSystem.fsync(...args);
    },
    fdatasync: (...args) => {
      failIfDue('fdatasync');
      nodeFileSystem.fdatasync(...args);
    },
    truncate: (...args) => {
      failIfDue('truncate');
      nodeFileSystem.truncate(...args);
    },
    close: (...args) => {
      nodeFileSystem.close(...args);
      failIfDue('close');
    },
    link: (...args) => {
      failIfDue('link');
      nodeFileSystem.link(...args);
    },
    rename: (...args) => {
      failIfDue('rename');
      nodeFileSystem.rename(...args);
    },
    unlink: (...args) => {
      failIfDue('unlink');
      nodeFileSystem.unlink(...args);
    },
  };
}

/** The real file system, but one write call takes at most so many bytes. */
export function shortWritingFileSystem(limitBytes: number): FileSystem {
  return {
    ...nodeFileSystem,
    write: (descriptor, bytes) => nodeFileSystem.write(descriptor, bytes.subarray(0, limitBytes)),
  };
}
