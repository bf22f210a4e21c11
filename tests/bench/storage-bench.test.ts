import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeFilledHome, openFilledHome } from '../../tools/bench/storage/filled-home.ts';
import { peerSaver } from '../../tools/bench/storage/savers.ts';
import { storageTable } from '../../tools/bench/storage/storage-table.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cost = (saver: 'bare' | 'matu' | 'lowdb', stored: number | null, p50: number) => ({
  ...{ saver, stored, p50, p99: p50 * 3, count: 50 },
});
const sealing = { archiveBytes: 65_536, sealMs: 6, ageMs: 5, commitMs: 2 };
const recovery = { sealed: 10_000, medianMs: 900, longestMs: 1_100 };

test('The table sets saving against a bare append, and the most stored against the fewest', () => {
  const costs = [cost('bare', null, 2), cost('matu', 10, 3), cost('matu', 10_000, 3.3)];
  const lines = storageTable({ saving: { bytes: 13_000, costs }, sealing, recovery });
  expect(lines[3]).toMatch(/Matu +10000 +3\.30 +9\.90 +1\.65 +50$/);
  expect(lines[4]).toMatch(/most \/ fewest +1\.10 +1\.10$/);
  expect(lines.find((line) => line.includes('Matu / age'))).toMatch(/1\.20$/);
  expect(lines.at(-1)).toMatch(/10000 +900 +1100$/);
});

test('A home is filled through the kiosk’s own outbox, which finds nothing wrong with it afterwards', async () => {
  const home = join(temporaryFolder(), 'home');
  await makeFilledHome(home, 3);
  const opened = await openFilledHome(home);
  const { outbox } = opened.custody;
  expect(readdirSync(join(home, 'outbox'))).toHaveLength(3);
  expect(outbox.deliveries().map((each) => outbox.read(each).ok)).toEqual([true, true, true]);
  await opened.close();
});

test('What is no peer is not measured as one', async () => {
  const module = join(import.meta.dirname, '../../tools/bench/row.ts');
  await expect(peerSaver(module, { file: '', stored: 0, visit: {} as never })).rejects.toThrow('no peer');
});

test('Without peers the store is measured alone, and its last line is JSON', { timeout: 60_000 }, () => {
  const program = join(import.meta.dirname, '../../tools/bench.ts');
  const few = ['--only', 'storage', '--saves', '1', '--stored', '1,2', '--json'];
  const env = { ...process.env, MATU_STORAGE_PEERS: undefined };
  const told = execFileSync(process.execPath, ['--import', 'tsx', program, ...few], { env, stdio: 'pipe' });
  const costs = z.array(
    z.looseObject({ saver: z.string(), stored: z.number().nullable(), p50: z.number().positive() }),
  );
  const storage = z.looseObject({
    saving: z.looseObject({ bytes: z.number(), costs }),
    sealing: z.looseObject({ archiveBytes: z.literal(65_536) }),
    recovery: z.looseObject({ sealed: z.literal(2) }),
  });
  const last = told.toString('utf8').trimEnd().split('\n').at(-1) ?? '';
  const measured = z.looseObject({ storage }).parse(JSON.parse(last));
  expect(measured.storage.saving.costs.map(({ saver, stored }) => [saver, stored])).toEqual([
    ['bare', null],
    ['matu', 1],
    ['matu', 2],
  ]);
});
