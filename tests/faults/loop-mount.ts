import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quickFolder } from './fault-home.ts';

/**
 * The ioctl that ends a file system at once, without writing its journal out: _IOR('X', 125, __u32) with 2. Says first how
 * long the list of acknowledgements is. In Perl, which every Debian has and which starts at once.
 */
const SHUTDOWN = [
  'open(my $disk, "<", $ARGV[0]) or exit 1;',
  'my $flags = pack("L", 2);',
  '$| = 1;',
  'print -s $ARGV[1];',
  'ioctl($disk, 0x8004587D, $flags) or exit 1;',
].join('\n');

/** Runs a program of the system; @returns what it said, or null when it did not do what it was asked to */
function said(program: string, ...args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
  } catch {
    return null;
  }
}

function run(program: string, ...args: readonly string[]): boolean {
  return said(program, ...args) !== null;
}

/**
 * A file system of its own, in a file in memory: what it never wrote is lost there as on a disk, and what it wrote is not
 * written twice.
 */
export class LoopMount {
  readonly folder = quickFolder();
  readonly mountPoint = join(this.folder, 'disk');
  readonly #image = join(this.folder, 'image');

  /** @returns false where the machine does not let one be made and mounted */
  make(kind: 'ext4' | 'xfs', sizeBytes: number): boolean {
    mkdirSync(this.mountPoint);
    writeFileSync(this.#image, '');
    truncateSync(this.#image, sizeBytes);
    return run(`mkfs.${kind}`, '-q', this.#image) && this.mount();
  }

  mount(): boolean {
    return run('mount', '-o', 'loop', this.#image, this.mountPoint);
  }

  /** Tells whether the machine lets it be ended; it is mounted anew. */
  canBeCut(): boolean {
    return this.cut(this.#image) !== null && this.unmount() && this.mount();
  }

  /**
   * Nothing that was not synced is written from here on. A sync that is under way may still be told to have gone well: Linux
   * 6.18 did so for plain writes, too. Behind a real cut nobody is told anything.
   *
   * @returns how long the list of acknowledgements was when the power went; null when it did not go
   */
  cut(ackFile: string): number | null {
    const length = said('perl', '-e', SHUTDOWN, this.mountPoint, ackFile);
    return length === null ? null : Number(length);
  }

  unmount(): boolean {
    return run('umount', this.mountPoint);
  }

  /** Everything that stands on the disk, what was deleted included, where nothing has been written over it. */
  bytes(): Buffer {
    return readFileSync(this.#image);
  }

  /** The folder itself goes with the test. */
  remove(): void {
    run('umount', this.mountPoint);
  }
}
