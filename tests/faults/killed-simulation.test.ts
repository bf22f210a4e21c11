import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { test } from 'vitest';
import { startAcknowledging } from './acknowledging-child.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign, SEED } from './campaign.ts';
import { quickFolder } from './fault-home.ts';
import { SimulatedHomes } from './simulated-homes.ts';

test(
  'killed again and again, a kiosk loses nothing that it acknowledged',
  { timeout: CAMPAIGN_TIMEOUT_MS },
  async () => {
    const folder = quickFolder();
    const homes = await SimulatedHomes.in({ homes: join(folder, 'homes'), acks: join(folder, 'acks') }, SEED);
    await runCampaign({ name: 'kills', short: 5, full: 10_000 }, async (dice) => {
      const home = await homes.next();
      const child = await startAcknowledging(home);
      await wait(dice.below(150));
      await child.kill();
      // The next start would say LOST and end, so that nothing more is acknowledged: the line above it finds that.
      homes.check(home);
      return 1;
    });
    homes.finish();
  },
);
