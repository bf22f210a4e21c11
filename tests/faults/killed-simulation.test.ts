import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startAcknowledging } from './acknowledging-child.ts';
import { CAMPAIGN_TIMEOUT_MS, MOST_MEMORY_MIB, runCampaign, SEED } from './campaign.ts';
import { quickFolder } from './fault-home.ts';
import { SimulatedHomes } from './simulated-homes.ts';

test(
  'killed again and again, a kiosk loses nothing that it acknowledged',
  { timeout: CAMPAIGN_TIMEOUT_MS },
  async () => {
    const folder = quickFolder();
    const homes = await SimulatedHomes.in({ homes: join(folder, 'homes'), acks: join(folder, 'acks') }, SEED);
    let otherMemoryMiB = 0;
    const kills = { name: 'kills', short: 5, full: 10_000, otherMemoryMiB: () => otherMemoryMiB };
    await runCampaign(kills, async (dice) => {
      const home = await homes.next();
      const child = await startAcknowledging(home);
      await wait(dice.below(150));
      otherMemoryMiB = Math.max(otherMemoryMiB, child.peakMemoryMiB());
      await child.kill();
      expect(otherMemoryMiB).toBeLessThan(MOST_MEMORY_MIB);
      // The next start would say LOST and end, so that nothing more is acknowledged: the line above it finds that.
      homes.check(home);
      return 1;
    });
    // Other systems do not show it, and a campaign that looks at nothing there says so by a zero.
    expect(otherMemoryMiB > 0).toBe(process.platform === 'linux');
    homes.finish();
  },
);
