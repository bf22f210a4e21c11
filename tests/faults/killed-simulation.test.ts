import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSimulatedHome } from '../../tools/simulate/open-simulated-home.ts';
import { bundleChild, startChild } from '../child-process.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { quickFolder } from './fault-home.ts';
import { lostIn } from './lost-acknowledgements.ts';

const PROGRAM = fileURLToPath(new URL('../../tools/simulate.ts', import.meta.url));
const LONGEST_START_MS = 20_000;
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
      const before = existsSync(ackFile) ? statSync(ackFile).size : 0;
      const child = startChild(program, '--home', home, '--intakes', '99999999', '--ack', ackFile);
      const startedMs = performance.now();
      while (!existsSync(ackFile) || statSync(ackFile).size === before) {
        expect(performance.now() - startedMs).toBeLessThan(LONGEST_START_MS);
        await wait(5);
      }
      await wait(dice.below(150));
      await child.kill();
      // The next start would say LOST and end, so that nothing more is acknowledged: the loop above finds that.
      expect(lostIn(home, ackFile, NEWEST)).toEqual([]);
      return 1;
    });
    expect(lostIn(home, ackFile, Infinity)).toEqual([]);
  },
);
