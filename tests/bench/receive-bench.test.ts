import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDeliveries } from '../../tools/bench/receive/made-deliveries.ts';
import { receiveTable } from '../../tools/bench/receive/receive-table.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('The table sets receiving beside age and beside the work by hand, and the most bundles beside the fewest', () => {
  const lines = receiveTable([
    { bundles: 100, receiveMs: 1000, peakBytes: 200 * 2 ** 20, ageMs: 2000, byHandMs: 5000 },
    { bundles: 1000, receiveMs: 5000, peakBytes: null, ageMs: 20_000, byHandMs: 50_000 },
  ]);
  expect(lines[1]).toMatch(/100 +10\.00 +20\.00 +50\.00 +200$/);
  expect(lines[2]).toMatch(/1000 +5\.00 +20\.00 +50\.00 +–$/);
  expect(lines[3]).toMatch(/0\.50 +0\.25$/);
  expect(lines[4]).toMatch(/5\.00 +10\.00$/);
  expect(lines[5]).toMatch(/at 1000 \/ at 100 +0\.50$/);
});

test('What is measured is of the smallest size that a bundle has', async () => {
  const { stick } = await makeDeliveries(temporaryFolder(), 2);
  const sizes = readdirSync(stick).map((name) => statSync(join(stick, name)).size);
  expect(sizes).toHaveLength(2);
  for (const size of sizes) expect(size).toBeLessThan(34 * 1024);
});
