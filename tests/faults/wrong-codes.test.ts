import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CodeTries } from '../../electron/store/code-tries.ts';
import { bundleChild, startChild } from '../child-process.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { quickFolder } from './fault-home.ts';

const PROGRAM = fileURLToPath(new URL('children/keep-guessing.ts', import.meta.url));

test('no wrong code is free, wherever the kiosk is killed', { timeout: CAMPAIGN_TIMEOUT_MS }, async () => {
  const program = await bundleChild(PROGRAM);
  const folder = quickFolder();
  let kills = 0;
  let compared = 0;
  await runCampaign({ name: 'wrong codes', short: 60, full: 10_000 }, async (dice) => {
    const child = startChild(program, folder);
    expect(await child.nextLine()).toBe('ready');
    await wait(dice.below(12));
    const tried = (await child.kill()).filter((line) => line === 'compared').length;
    kills += 1;
    compared += tried;
    const counted = new CodeTries(folder).read();
    // A kill between counting and comparing costs a try; it never gives one.
    expect(counted).toBeGreaterThanOrEqual(compared);
    expect(counted).toBeLessThanOrEqual(compared + kills);
    return tried;
  });
});
