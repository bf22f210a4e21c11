import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { measureMemory } from '../../tools/bench/memory/measure-memory.ts';
import { measureNetwork } from '../../tools/bench/network/measure-network.ts';
import { measureStart } from '../../tools/bench/start/measure-start.ts';
import { measureWindow } from '../../tools/bench/window/measure-window.ts';
import { programFromEnvironment } from '../../tools/person/kiosk-window.ts';

const BARE = join(import.meta.dirname, '../bench/peers/bare');
const say = (): void => undefined;

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'matu-bench-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

test('a tap is measured in the window, until the question stands, is drawn and is seen', async ({ folder }) => {
  const programs = { ...programFromEnvironment(), surveyjs: null };
  const costs = await measureWindow(programs, { journeys: 1, questions: 7, folder, say });
  expect(costs.map(({ program, isSaved }) => [program, isSaved])).toEqual([
    ['matu', true],
    ['matu', false],
  ]);
  for (const { taps } of costs) {
    expect(taps.shownMs.count).toBeGreaterThanOrEqual(2);
    expect(taps.standsMs.p50).toBeLessThan(taps.drawnMs.p50);
  }
});

test('a tap is measured in a kiosk whose servers are dead, and in one without any', async ({ folder }) => {
  const { alone, dead, tries } = await measureNetwork(programFromEnvironment(), {
    ...{ journeys: 1, questions: 7, folder, say },
  });
  expect(alone.drawnMs.count).toBeGreaterThanOrEqual(2);
  expect(dead.drawnMs.count).toBe(alone.drawnMs.count);
  expect(tries).toBeGreaterThan(0);
});

test('the start of the kiosk and of a bare window are measured in turn', async ({ folder }) => {
  const { electron, app } = programFromEnvironment();
  const costs = await measureStart({ electron, production: app, bare: BARE }, { starts: 1, folder, say });
  expect(costs.matuMs.count).toBe(1);
  expect(costs.ratio).toBeCloseTo(costs.matuMs.p50 / costs.bareMs.p50);
});

test('memory is looked at after complete sessions, in which every window was a new one', async ({ folder }) => {
  const costs = await measureMemory(programFromEnvironment(), { early: 1, late: 2, folder, say });
  expect([costs.early.sessions, costs.late.sessions]).toEqual([1, 2]);
  expect(costs.late.heapBytes).toBeGreaterThan(0);
  // Only Linux tells what processes share.
  if (process.platform === 'linux') expect(costs.late.pssBytes).toBeGreaterThan(costs.late.heapBytes);
});
