import { expect, test } from 'vitest';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { brokenPromises } from './broken-promises.ts';
import { expectOk } from '../expect-ok.ts';
import { nodeFileSystem } from '../../node/file-system.ts';
import { FAULT_CLOCK, makeFaultHome, openFaultHome, quickFolder } from './fault-home.ts';
import { aDay, codeOf, snapshotOf, type Fact } from './visits.ts';

const DAY_MS = 24 * 3600 * 1000;
const CLOCKS = [
  { says: '1970', nowMs: () => 0 },
  { says: '2038', nowMs: () => Date.UTC(2038, 0, 19, 3, 14, 8) },
  { says: 'one day back', nowMs: () => FAULT_CLOCK.nowMs() - DAY_MS },
] as const;

test.each(CLOCKS)(
  'a clock that says $says takes nothing from anybody',
  { timeout: CAMPAIGN_TIMEOUT_MS },
  async (wrong) => {
    await runCampaign({ name: `clock of ${wrong.says}`, short: 2, full: 200 }, async (dice) => {
      const places = makeFaultHome(quickFolder());
      const facts: Fact[] = [];
      const note = (fact: Fact) => void facts.push(fact);
      // The clock jumps before the day, or back in the middle of a draft of the day before.
      const clocks = dice.onceIn(2) ? [FAULT_CLOCK, wrong, FAULT_CLOCK] : [wrong, FAULT_CLOCK, wrong];
      const [first = wrong, ...later] = clocks;
      const home = expectOk(await openFaultHome(places, { clock: first }));
      await aDay(home, { drive: places.drive, fs: nodeFileSystem, dice, note });
      await home.close();
      for (const [index, clock] of later.entries()) {
        const again = expectOk(await openFaultHome(places, { clock }));
        const { draft } = expectOk(await again.custody.drafts.open(codeOf(3)));
        const revision = 10 + index;
        note({ kind: 'saving', person: 3, revision });
        expectOk(draft.save(snapshotOf(3, revision)));
        note({ kind: 'saved', person: 3, revision });
        draft.close();
        await again.close();
      }
      expect(await brokenPromises(places, facts)).toEqual([]);
      return 1;
    });
  },
);
