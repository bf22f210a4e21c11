import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { PERHAPS } from '../../tools/simulate/ack-file.ts';
import { startAcknowledging } from './acknowledging-child.ts';
import { CAMPAIGN_TIMEOUT_MS, IS_FULL, runCampaign, SEED, tell } from './campaign.ts';
import { LoopMount } from './loop-mount.ts';
import { SimulatedHomes } from './simulated-homes.ts';

const IMAGE_BYTES = 512 * 1024 * 1024;
/** Marks what was perhaps told only after the power went. */
function doubt(ackFile: string, toldBytes: number): void {
  const bytes = readFileSync(ackFile);
  const later = bytes
    .subarray(toldBytes)
    .toString()
    .replaceAll(/^(?=.)/gm, PERHAPS);
  writeFileSync(ackFile, Buffer.concat([bytes.subarray(0, toldBytes), Buffer.from(later)]));
}

test.runIf(IS_FULL).for(['ext4', 'xfs'] as const)(
  'after power cuts on %s everything acknowledged is there (in the full run alone)',
  { timeout: CAMPAIGN_TIMEOUT_MS },
  async (kind, context) => {
    const disk = new LoopMount();
    onTestFinished(() => disk.remove());
    if (!disk.make(kind, IMAGE_BYTES) || !disk.canBeCut()) {
      const skipped = `this machine does not let ${kind} be made, mounted and ended`;
      tell({ part: `power cuts ${kind}`, skipped });
      return context.skip(skipped);
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
