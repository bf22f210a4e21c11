import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { WrongTries, type TriedDoor } from '../../electron/store/wrong-tries.ts';
import { bundleChild, startChild } from '../child-process.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { quickFolder } from './fault-home.ts';

// A PIN is stretched before it is compared, if little: its program lives longer, so that it gets as far.
test.each<{ name: string; child: string; door: TriedDoor; longestLifeMs: number }>([
  { name: 'wrong codes', child: 'keep-guessing.ts', door: 'codes', longestLifeMs: 12 },
  { name: 'wrong PINs', child: 'keep-trying-pins.ts', door: { person: 1 }, longestLifeMs: 60 },
])('$name: none is free, wherever the kiosk is killed', { timeout: CAMPAIGN_TIMEOUT_MS }, async (tried) => {
  const program = await bundleChild(fileURLToPath(new URL(`children/${tried.child}`, import.meta.url)));
  const folder = quickFolder();
  let kills = 0;
  let compared = 0;
  await runCampaign({ name: tried.name, short: 60, full: 10_000 }, async (dice) => {
    const child = startChild(program, folder);
    expect(await child.nextLine()).toBe('ready');
    await wait(dice.below(tried.longestLifeMs));
    const lines = (await child.kill()).filter((line) => line === 'compared').length;
    kills += 1;
    compared += lines;
    const counted = new WrongTries(folder, tried.door).read();
    // A kill between counting and comparing costs a try; it never gives one.
    expect(counted).toBeGreaterThanOrEqual(compared);
    expect(counted).toBeLessThanOrEqual(compared + kills);
    return lines;
  });
});
