import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../core/basics/result.ts';
import { closeBox, openBox } from '../../../electron/store/device-box.ts';
import { migrateHome, type MigrationStep } from '../../../electron/store/home-format.ts';
import { homeLayout } from '../../../electron/store/home-layout.ts';
import { HOME_FORMAT, HOME_MIGRATIONS } from '../../../electron/store/home-migrations.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { makeTestHome, newestOf, openTestHome, secretOf, someCode, tryTestHome } from '../test-home.ts';

const formatIn = (directory: string) => readFileSync(join(directory, 'format.json'), 'utf8');

/** A home that is nothing but its format. */
function homeOfFormat(format: number) {
  const directory = temporaryFolder();
  writeFileSync(join(directory, 'format.json'), JSON.stringify({ format }));
  const deviceSecret = { backend: 'file', reducedProtection: true, read: () => new Uint8Array(32) } as const;
  return { layout: homeLayout(directory), deviceSecret, random: systemRandom, fs: nodeFileSystem };
}

/** Steps that write down what they did; the home then has as many formats and one more. */
function stepsThat(done: string[], failing?: string): readonly MigrationStep[] {
  return ['to 2', 'to 3', 'to 4'].map((name) => () => {
    done.push(name);
    return name === failing ? fail({ kind: 'full' }) : ok(null);
  });
}

test.each([
  [1, ['to 2', 'to 3', 'to 4']],
  [2, ['to 3', 'to 4']],
  [3, ['to 4']],
  [4, []],
])('a home of format %d goes through the steps that it lacks, in their order', (format, expected) => {
  const home = homeOfFormat(format);
  const done: string[] = [];
  expectOk(migrateHome(home, stepsThat(done)));
  expect(done).toEqual(expected);
  expect(JSON.parse(formatIn(home.layout.home))).toEqual({ format: 4 });
  expectOk(migrateHome(home, stepsThat(done)));
  expect(done).toEqual(expected);
});

test('a step that fails ends the migration behind the steps that were done, and is done again', () => {
  const home = homeOfFormat(1);
  const done: string[] = [];
  expect(migrateHome(home, stepsThat(done, 'to 3'))).toEqual(fail({ kind: 'full' }));
  expect(JSON.parse(formatIn(home.layout.home))).toEqual({ format: 2 });
  expectOk(migrateHome(home, stepsThat(done)));
  expect(done).toEqual(['to 2', 'to 3', 'to 3', 'to 4']);
});

test('a newer home goes through no step', () => {
  const home = homeOfFormat(5);
  const done: string[] = [];
  expect(migrateHome(home, stepsThat(done))).toEqual(fail({ kind: 'newerFormat', found: 5 }));
  expect([done, JSON.parse(formatIn(home.layout.home))]).toEqual([[], { format: 5 }]);
});

test('the program’s own format is the one that its steps lead to', () => {
  expect([HOME_MIGRATIONS.length, HOME_FORMAT]).toEqual([2, 3]);
});

/** Makes a home as the first program left it, with a draft under a code. */
async function homeOfFormat1() {
  const directory = makeTestHome();
  const code = someCode();
  const home = await openTestHome(directory);
  expectOk(await home.custody.drafts.create(code, Buffer.from('mine'))).close();
  await home.close();
  const deviceSecret = secretOf(directory);
  const epochFile = join(directory, 'epochs', '00000001.epoch');
  const dated = openBox({ deviceSecret, purpose: 'epoch' }, readFileSync(epochFile));
  if (dated === null) throw new Error('The epoch does not open');
  writeFileSync(epochFile, closeBox({ deviceSecret, purpose: 'epoch' }, dated.subarray(0, 32), systemRandom));
  const drafts = join(directory, 'drafts');
  for (const name of readdirSync(drafts)) renameSync(join(drafts, name), join(drafts, name.slice('00000001-'.length)));
  writeFileSync(join(directory, 'format.json'), '{"format":1}\n');
  return { directory, code, epochFile };
}

test('a home of format 1 opens, and a draft that was kept in it goes on', async () => {
  const { directory, code } = await homeOfFormat1();
  const home = await openTestHome(directory);
  expect(formatIn(directory)).toBe('{"format":3}\n');
  const { draft, contents } = expectOk(await home.custody.drafts.open(code));
  expect(newestOf({ contents })).toBe('mine');
  draft.close();
  await home.close();
});

test.each(['nothing', 'the epoch', 'the epoch and a draft', 'everything but the number'])(
  'a migration to format 2 that was stopped after %s is finished at the next start',
  async (stoppedAfter) => {
    const { directory, code } = await homeOfFormat1();
    const other = join(directory, 'drafts', `${'ab'.repeat(16)}.draft`);
    writeFileSync(other, 'another draft');
    if (stoppedAfter !== 'nothing') await (await openTestHome(directory)).close();
    if (stoppedAfter === 'the epoch and a draft') {
      renameSync(join(directory, 'drafts', `00000001-${'ab'.repeat(16)}.draft`), other);
    }
    if (stoppedAfter === 'the epoch') {
      const drafts = join(directory, 'drafts');
      for (const name of readdirSync(drafts)) renameSync(join(drafts, name), join(drafts, name.slice(9)));
    }
    writeFileSync(join(directory, 'format.json'), '{"format":1}\n');
    const home = await openTestHome(directory);
    const { contents, draft } = expectOk(await home.custody.drafts.open(code));
    expect(newestOf({ contents })).toBe('mine');
    draft.close();
    await home.close();
    expect(readdirSync(join(directory, 'drafts')).every((name) => name.startsWith('00000001-'))).toBe(true);
  },
);

test('a home of format 1 whose epoch is damaged stays closed and as it was', async () => {
  const { directory, epochFile } = await homeOfFormat1();
  writeFileSync(epochFile, '');
  expect(await tryTestHome(directory)).toEqual(fail({ kind: 'damaged', part: 'epochs' }));
  expect(formatIn(directory)).toBe('{"format":1}\n');
  mkdirSync(join(directory, 'found'));
  renameSync(epochFile, join(directory, 'found', 'epoch'));
  expect(await tryTestHome(directory)).toEqual(fail({ kind: 'damaged', part: 'epochs' }));
});
