import { statSync, truncateSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail } from '../../core/basics/result.ts';
import { MIB } from '../../core/site/space.ts';
import { removeDurably, syncDirectory } from '../../node/durable-file.ts';
import { attempt, fileErrorOf } from '../../node/file-system.ts';
import type { FileError } from '../../node/file-system.ts';

const UNFINISHED = '.part';

/**
 * A file that says nothing and takes room: when the disk is full it is given up, and what the present visit has to save
 * fits again. It holds random bytes, so that no file system stores it smaller than it is.
 */
export class Ballast {
  readonly #path: string;
  readonly #random: Random;
  #filling: Promise<Result<null, FileError>> | null = null;
  #isCalledOff = false;

  constructor(path: string, random: Random) {
    this.#path = path;
    this.#random = random;
  }

  /** Tells whether it stands there whole. */
  stands(sizeMiB: number): boolean {
    return sizeOf(this.#path) === sizeMiB * MIB;
  }

  /** Makes the file, off the main thread and in small steps: the window lives in this process. */
  fill(sizeMiB: number): Promise<Result<null, FileError>> {
    this.#filling ??= this.#fill(sizeMiB).finally(() => (this.#filling = null));
    return this.#filling;
  }

  /** Gives the room back. @returns whether there was any to give */
  giveUp(): boolean {
    this.#isCalledOff = this.#filling !== null;
    const given = [this.#path, `${this.#path}${UNFINISHED}`].map((path) => {
      // Whoever holds the file open would keep the room of a file that is only unlinked.
      const hadRoom = sizeOf(path) > 0 && attempt(() => truncateSync(path)).ok;
      removeDurably(path);
      return hadRoom;
    });
    return given.includes(true);
  }

  async #fill(sizeMiB: number): Promise<Result<null, FileError>> {
    this.#isCalledOff = false;
    const unfinished = `${this.#path}${UNFINISHED}`;
    try {
      const isWhole = await this.#write(unfinished, sizeMiB);
      if (!isWhole) return fail({ kind: 'full' });
      await rename(unfinished, this.#path);
      return syncDirectory(dirname(this.#path));
    } catch (thrown) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      return fail(fileErrorOf(thrown));
    }
  }

  /** @returns false when it was called off */
  async #write(path: string, sizeMiB: number): Promise<boolean> {
    const part = this.#random.bytes(MIB);
    const file = await open(path, 'w', 0o600);
    try {
      for (let written = 0; written < sizeMiB; written += 1) {
        if (this.#isCalledOff) return false;
        await file.writeFile(part);
      }
      await file.datasync();
      return !this.#isCalledOff;
    } finally {
      await file.close();
      if (this.#isCalledOff) await rm(path, { force: true });
    }
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
