import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadPack } from '../../core/pack/load.ts';
import { largePackFiles, malformedPackFiles } from '../../tools/bench/large-pack.ts';
import { madeVisits } from '../../tools/bench/made-visits.ts';
import { median } from '../../tools/bench/measure.ts';
import { loadRealPack } from '../../tools/bench/measurements.ts';
import { coreTable } from '../../tools/bench/core-table.ts';
import { oddPack } from '../journeys/odd-pack.ts';
import { realPack } from '../journeys/real-pack.ts';

const times = { noneMs: 0.1, halfMs: 0.15, allMs: 0.2, allToNone: 2 };
const large = { ms: 512.4, problems: 0, peakRssBytes: 100 * 2 ** 20, heapBytes: 20 * 2 ** 20 };
const version = {
  culture: 'danish',
  items: 74,
  nextStep: times,
  act: times,
  scene: times,
  composeIntakeMs: 1.5,
} as const;

test('The visits that are measured stand at the first question, in the middle and at the last, with every answer', () => {
  for (const pack of [realPack, oddPack]) {
    const { none, half, all, atTheEnd } = madeVisits('swedish', pack);
    const answered = [none, half, all, atTheEnd].map(({ answers }) => Object.keys(answers).length);
    expect(answered[0]).toBe(0);
    expect(answered[1]).toBeCloseTo((answered[3] ?? 0) / 2, -0.5);
    expect(answered[2]).toBe((answered[3] ?? 0) - 1);
    expect(atTheEnd.stage.kind).toBe('readBack');
  }
});

test('The made pack is sound, and the malformed one is refused with a problem for each broken item', () => {
  expect(loadPack(largePackFiles(100)).ok).toBe(true);
  const refused = loadPack(malformedPackFiles(100));
  expect(refused.ok ? 0 : refused.error.length).toBe(10);
});

test('What is measured is the pack that ships', () => {
  expect(loadRealPack().danish.items).toEqual(realPack.danish.items);
});

test('The median is the middle value, whatever the order', () => {
  expect(median([3, 1, 20])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(3);
  expect(() => median([])).toThrow();
});

test('The table says what each number is', () => {
  const lines = coreTable({
    versions: [version],
    loadPackMs: 5,
    largePack: large,
    malformedPack: { ...large, problems: 9 },
  });
  expect(lines).toContain('danish, 74 items');
  expect(lines.find((line) => line.includes('nextStep'))).toMatch(/nextStep +0\.100 +0\.150 +0\.200 +2\.00$/);
  expect(lines.find((line) => line.includes('composeIntake'))).toMatch(/composeIntake danish +1\.500$/);
  expect(lines.at(-1)).toMatch(/malformed, refused +512 +100 +20 +9$/);
});

test('The program ends well, and its last line is JSON', () => {
  const program = join(import.meta.dirname, '../../tools/bench.ts');
  const args = ['--import', 'tsx', program, '--json', '--only', 'core', '--rounds', '3'];
  const last = execFileSync(process.execPath, args).toString('utf8').trimEnd().split('\n').at(-1) ?? '';
  const core = z.looseObject({ versions: z.array(z.unknown()), loadPackMs: z.number() });
  const costs = z.looseObject({ machine: z.unknown(), core }).parse(JSON.parse(last));
  expect(costs.core.versions).toHaveLength(3);
});
