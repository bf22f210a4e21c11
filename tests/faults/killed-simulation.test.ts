import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSimulatedHome } from '../../tools/simulate/open-simulated-home.ts';
import { bundleChild } from '../child-process.ts';
import { startAcknowledging } from './acknowledging-child.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { quickFolder } from './fault-home.ts';
import { lostIn } from './lost-acknowledgements.ts';

const PROGRAM = fileURLToPath(new URL('../../tools/simulate.ts', import.meta.url));
/** So many of the last acknowledged intakes are read after each kill; all of them at the end. */
const NEWEST = 20;

test(
  'killed again and again, a kiosk loses nothing that it acknowledged',
  { timeout: CAMPAIGN_TIMEOUT_MS },
  async () => {
    const home = join(quickFolder(), 'home');
    const ackFile = join(home, '..', 'acks');
    const { kiosk } = await openSimulatedHome(home, { seed: 'killed', log2N: 1 });
    kiosk.alerts.desk.close();
    await kiosk.home.close();
    const program = await bundleChild(PROGRAM);
    await runCampaign({ name: 'kills', short: 5, full: 10_000 }, async (dice) => {
      const child = await startAcknowledging({ program, home, ackFile });
      await wait(dice.below(150));
      await child.kill();
      // The next start would say LOST and end, so that nothing more is acknowledged: the loop above finds that.
      expect(lostIn(home, ackFile, NEWEST)).toEqual([]);
      return 1;
    });
    expect(lostIn(home, ackFile, Infinity)).toEqual([]);
  },
);
