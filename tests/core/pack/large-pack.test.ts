import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleChild } from '../../child-process.ts';
import type { LargePack } from './large-pack.ts';

const ITEMS = 2000;
const HEAP_MEBIBYTES = 256;
/** Wide of the mark, for busy machines: `npm run bench` tells the real time. */
const LONGEST_SECONDS = 10;

interface Told {
  readonly items: number;
  readonly problems: number;
  readonly first: unknown;
  readonly seconds: number;
}

/** Loads a large pack in a process that ends at once when it needs more memory. */
async function load(kind: LargePack): Promise<Told> {
  const program = await bundleChild(join(import.meta.dirname, 'children/load-large-pack.ts'));
  const limit = `--max-old-space-size=${HEAP_MEBIBYTES}`;
  const told = execFileSync(process.execPath, [limit, program, kind, String(ITEMS)], { encoding: 'utf8' });
  return JSON.parse(told) as Told;
}

test.each<[LargePack, string]>([
  ['sound', 'with conditions on every other question'],
  ['chained', 'whose questions all follow one another'],
])('A pack of 2,000 questions is loaded whole (%s: %s)', async (kind) => {
  const { seconds, ...told } = await load(kind);
  expect(told).toEqual({ items: ITEMS, problems: 0, first: null });
  expect(seconds).toBeLessThan(LONGEST_SECONDS);
});

test.each<[LargePack, number, unknown]>([
  [
    'malformed',
    ITEMS / 10,
    {
      file: 'questionnaire.json',
      place: 'item > item-0 > type',
      remedy: 'Write one of "choice", "string", "integer", "days", "episodes", "circle".',
    },
  ],
  [
    'circular',
    ITEMS - 1,
    {
      file: 'questionnaire.json',
      place: 'item-0',
      remedy: 'This question and "item-1" wait for each other: take the condition away from one of them.',
    },
  ],
])('A %s pack of 2,000 questions is refused whole, with every problem', async (kind, problems, first) => {
  const { seconds, ...told } = await load(kind);
  expect(told).toEqual({ items: 0, problems, first });
  expect(seconds).toBeLessThan(LONGEST_SECONDS);
});
