import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundleChild, startChild } from '../child-process.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { makeFaultHome, quickFolder } from './fault-home.ts';

const PROGRAM = fileURLToPath(new URL('children/open-once.ts', import.meta.url));
const STARTS = 20;

test('of twenty programs that start at once one writes', { timeout: CAMPAIGN_TIMEOUT_MS }, async () => {
  const program = await bundleChild(PROGRAM);
  const { home } = makeFaultHome(quickFolder());
  await runCampaign({ name: 'starts at once', short: 1, full: 50 }, async () => {
    const children = Array.from({ length: STARTS }, () => startChild(program, home));
    const answers = await Promise.all(children.map((child) => child.nextLine()));
    await Promise.all(children.map((child) => child.kill()));
    expect(answers.toSorted()).toEqual([...Array.from({ length: STARTS - 1 }, () => 'alreadyRunning'), 'writer']);
    return 1;
  });
});
