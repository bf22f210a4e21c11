import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { bundleChild, startChild } from '../child-process.ts';
import { CAMPAIGN_TIMEOUT_MS, IS_FULL, runCampaign, tell } from './campaign.ts';
import { lostIn } from './lost-acknowledgements.ts';

const PROGRAM = fileURLToPath(new URL('../../tools/simulate.ts', import.meta.url));
const LONGEST_START_MS = 20_000;
const NEWEST = 20;
const IMAGE_BYTES = 512 * 1024 * 1024;
/** The ioctl that ends a file system at once, without writing its journal out: _IOR('X', 125, __u32) with 2. */
const SHUTDOWN = [
  'import fcntl, os, struct, sys',
  'fd = os.open(sys.argv[1], os.O_RDONLY)',
  "fcntl.ioctl(fd, 0x8004587D, struct.pack('I', 2))",
].join('\n');

/** Runs a program of the system; @returns whether it did what it was asked to */
function run(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A file system of its own, in a file. */
class LoopMount {
  readonly folder = mkdtempSync(join(tmpdir(), 'matu-power-'));
  readonly mountPoint = join(this.folder, 'disk');
  readonly #image = join(this.folder, 'image');

  /** @returns false where the machine does not let one be made, mounted and ended */
  make(kind: 'ext4' | 'xfs'): boolean {
    mkdirSync(this.mountPoint);
    writeFileSync(this.#image, '');
    truncateSync(this.#image, IMAGE_BYTES);
    if (!run(`mkfs.${kind}`, '-q', this.#image) || !this.mount()) return false;
    return this.cut() && this.unmount() && this.mount();
  }

  mount(): boolean {
    return run('mount', '-o', 'loop', this.#image, this.mountPoint);
  }

  /** Nothing that was not synced is written from here on. */
  cut(): boolean {
    return run('python3', '-c', SHUTDOWN, this.mountPoint);
  }

  unmount(): boolean {
    return run('umount', this.mountPoint);
  }

  remove(): void {
    run('umount', this.mountPoint);
    rmSync(this.folder, { recursive: true, force: true });
  }
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
    const home = join(disk.mountPoint, 'home');
    const ackFile = join(disk.folder, 'acks');
    // In a process of its own, so that nothing keeps the file system busy.
    const maker = startChild(PROGRAM, '--home', home, '--intakes', '1', '--ack', ackFile, '--kdf-log2n', '1');
    expect(await maker.nextLine()).toContain('"sealed":1');
    await maker.kill();
    const program = await bundleChild(PROGRAM);
    await runCampaign({ name: `power cuts ${kind}`, short: 1, full: 1_000 }, async (dice) => {
      const before = existsSync(ackFile) ? statSync(ackFile).size : 0;
      const child = startChild(program, '--home', home, '--intakes', '99999999', '--ack', ackFile);
      const startedMs = performance.now();
      // A simulation that finds something lost says so and ends, and this waits in vain.
      while (!existsSync(ackFile) || statSync(ackFile).size === before) {
        expect(performance.now() - startedMs).toBeLessThan(LONGEST_START_MS);
        await wait(5);
      }
      await wait(dice.below(150));
      expect(disk.cut()).toBe(true);
      await child.kill();
      expect([disk.unmount(), disk.mount()]).toEqual([true, true]);
      expect(lostIn(home, ackFile, NEWEST)).toEqual([]);
      return 1;
    });
    expect(lostIn(home, ackFile, Infinity)).toEqual([]);
  },
);
