import { constants } from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import { attemptLater } from './file-system.ts';

/**
 * File systems that read from the medium itself when they are asked to (O_DIRECT), by the number that statfs gives: ext
 * in all versions, XFS, FAT and exFAT. Others take the flag and answer from memory: tmpfs, an overlay, btrfs, and whatever
 * a program drives (FUSE). Measured on Linux 6.18: ext4 and XFS refuse a read that is not aligned, tmpfs does not.
 */
const READS_THE_MEDIUM = new Set([0xef53, 0x58465342, 0x4d44, 0x2011bab0]);
/** What memory of WebAssembly is counted in. */
const PAGE_BYTES = 65_536;
const ALIGNMENT_BYTES = 4096;

// Every runtime has it; its types come with those of a browser only.
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
};

/**
 * Reads a file from its medium, past everything that the system keeps in memory.
 *
 * @returns null where the system does not let that be done, or does not say that it did
 */
export async function readUncached(path: string, sizeBytes: number): Promise<Uint8Array | null> {
  const { O_DIRECT } = constants;
  // Windows and macOS do not know the flag, whatever the types say.
  if (process.platform !== 'linux') return null;
  const read = await attemptLater(async () => {
    if (!READS_THE_MEDIUM.has((await statfs(path)).type)) return null;
    const file = await open(path, constants.O_RDONLY | O_DIRECT);
    try {
      const { bytesRead, buffer } = await file.read(alignedBuffer(sizeBytes), 0, null, 0);
      return bytesRead === sizeBytes ? Uint8Array.from(buffer.subarray(0, sizeBytes)) : null;
    } finally {
      await file.close();
    }
  });
  return read.ok ? read.value : null;
}

/** Room for a file that begins where a page of memory does, as such reads want it, and is longer than the file. */
function alignedBuffer(sizeBytes: number): Uint8Array {
  // The memory of WebAssembly begins at a page; that of a Buffer does not.
  const { buffer } = new WebAssembly.Memory({ initial: Math.floor(sizeBytes / PAGE_BYTES) + 1 });
  return new Uint8Array(buffer, 0, Math.floor(sizeBytes / ALIGNMENT_BYTES + 1) * ALIGNMENT_BYTES);
}
