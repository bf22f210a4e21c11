import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEPARTURES } from './departures.ts';
import { centre } from './made-centre.ts';

/** Made once and kept, so that a change which no longer reads yesterday's bundles shows. */
const vectors = resolve(import.meta.dirname, '../vectors/bundle');
/** Sealed when intakes had another format. */
const older = (format: number): string => resolve(import.meta.dirname, `../vectors/intake-of-format-${format}`);
const vectorsOf = (set: string): string => resolve(import.meta.dirname, '../vectors', set);
const refusals = vectorsOf('refusals');
const reasons = readdirSync(join(vectors, 'bad')).map((file) => file.replace('.age', ''));

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'matu-vectors-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const open = (file: string, from = vectors): ReturnType<typeof centre> => {
  // Who opens something is written down in the centre's home, and what was kept stays as it is.
  const home = join(folder, 'centre');
  cpSync(join(from, 'centre'), home, { recursive: true });
  const own = ['--home', home, '--kiosk', join(from, 'kiosk.json')];
  return centre('open', join(from, file), ...own, '--out', join(folder, 'out'), '--json');
};

test.each([
  ['with an intake of today', vectors],
  ['beside many bad ones', refusals],
  ['under post-quantum keys', vectorsOf('post-quantum')],
  ['with an intake of format 1', older(1)],
  ['with an intake of format 2', older(2)],
])('a bundle that was kept, %s, still opens', async (_, from) => {
  expect(await open('good.age', from)).toMatchObject({ code: 0, json: { ok: true, opened: [{ seq: 1 }] } });
});

test('there is a bad bundle for every layer', () => {
  const layers = ['badArchive', 'badSignature', 'badSums', 'damaged', 'otherFormat', 'otherPurpose'];
  expect([...reasons].sort()).toEqual(layers);
});

test.each(reasons)('a kept bundle is refused still: %s', async (reason) => {
  expect(await open(join('bad', `${reason}.age`))).toMatchObject({ code: 3, json: { refused: [{ reason }] } });
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

/** By reason and name. */
const kept = readdirSync(join(refusals, 'bad')).flatMap((reason) =>
  readdirSync(join(refusals, 'bad', reason)).map((file) => [reason, file] as const),
);

test('there is a kept bundle for every way to depart from a good one', () => {
  expect(kept).toHaveLength(DEPARTURES.length);
});

test.each(kept)('a kept bundle is refused still: %s, %s', async (reason, file) => {
  const run = await open(join('bad', reason, file), refusals);
  expect(run).toMatchObject({ code: 3, json: { refused: [{ reason }] } });
  expect(existsSync(join(folder, 'out'))).toBe(false);
});
