import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { PERHAPS } from '../../tools/simulate/ack-file.ts';
import { startAcknowledging } from './acknowledging-child.ts';
import { CAMPAIGN_TIMEOUT_MS, IS_FULL, runCampaign, SEED, tell } from './campaign.ts';
import { quickFolder } from './fault-home.ts';
import { SimulatedHomes } from './simulated-homes.ts';

const IMAGE_BYTES = 512 * 1024 * 1024;
/**
 * The ioctl that ends a file system at once, without writing its journal out: _IOR('X', 125, __u32) with 2. Says first how
 * long the list of acknowledgements is.
 */
const SHUTDOWN = [
  'import fcntl, os, struct, sys',
  'fd = os.open(sys.argv[1], os.O_RDONLY)',
  'print(os.stat(sys.argv[2]).st_size, flush=True)',
  "fcntl.ioctl(fd, 0x8004587D, struct.pack('I', 2))",
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
class LoopMount {
  readonly folder = quickFolder();
  readonly mountPoint = join(this.folder, 'disk');
  readonly #image = join(this.folder, 'image');

  /** @returns false where the machine does not let one be made, mounted and ended */
  make(kind: 'ext4' | 'xfs'): boolean {
    mkdirSync(this.mountPoint);
    writeFileSync(this.#image, '');
    truncateSync(this.#image, IMAGE_BYTES);
    if (!run(`mkfs.${kind}`, '-q', this.#image) || !this.mount()) return false;
    return this.cut(this.#image) !== null && this.unmount() && this.mount();
  }

  mount(): boolean {
    return run('mount', '-o', 'loop', this.#image, this.mountPoint);
  }

  /**
   * Nothing that was not synced is written from here on. A sync that is under way may still be told to have gone well: Linux
   * 6.18 did so for plain writes, too. Behind a real cut nobody is told anything.
   *
   * @returns how long the list of acknowledgements was when the power went; null when it did not go
   */
  cut(ackFile: string): number | null {
    const length = said('python3', '-c', SHUTDOWN, this.mountPoint, ackFile);
    return length === null ? null : Number(length);
  }

  unmount(): boolean {
    return run('umount', this.mountPoint);
  }

  /** The folder itself goes with the test. */
  remove(): void {
    run('umount', this.mountPoint);
  }
}

/** Marks what was perhaps told only after the power went. */
function doubt(ackFile: string, toldBytes: number): void {
  const bytes = readFileSync(ackFile);
  const later = bytes
    .subarray(toldBytes)
    .toString()
    .replaceAll(/^(?=.)/gm, PERHAPS);
  writeFileSync(ackFile, Buffer.concat([bytes.subarray(0, toldBytes), Buffer.from(later)]));
}

test.runIf(IS_FULL).each(['ext4', 'xfs'] as const)(
  'after power cuts on %s everything acknowledged is there',
  { timeout: CAMPAIGN_TIMEOUT_MS },
  async (kind) => {
    const disk = new LoopMount();
    onTestFinished(() => disk.remove());
    if (!disk.make(kind)) {
      tell({ part: `power cuts ${kind}`, skipped: `this machine does not let ${kind} be made, mounted and ended` });
      return;
    }
    const homes = await SimulatedHomes.in({ homes: join(disk.mountPoint, 'homes'), acks: disk.folder }, SEED);
    await runCampaign({ name: `power cuts ${kind}`, short: 1, full: 1_000 }, async (dice) => {
      const home = await homes.next();
      const child = await startAcknowledging(home);
      await wait(dice.below(150));
      const told = disk.cut(home.ackFile);
      await child.kill();
      expect(told).not.toBeNull();
      doubt(home.ackFile, told ?? 0);
      expect([disk.unmount(), disk.mount()]).toEqual([true, true]);
      homes.check(home);
      return 1;
    });
    homes.finish();
  },
);
