import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureElectronRuntime, RUNTIME_RULE } from '../../tools/set-up/electron-runtime.mjs';
import {
  downloadRuntime,
  FAILED_DOWNLOAD_NOTE,
  failedLately,
  installedRuntime,
  overrideRuntime,
  probeAddress,
} from '../../tools/set-up/official-runtime.mjs';
import { inRoot } from '../../tools/set-up/paths.mjs';
import { pinnedRuntime } from '../../tools/set-up/pinned-runtime.mjs';
import { fakeSystem } from './fake-system.ts';

const DAY_MS = 24 * 60 * 60_000;
const DIST = inRoot('node_modules', 'electron', 'dist');
const wanted = { [inRoot('node_modules', 'electron', 'package.json')]: '{"version":"45.4.1"}' };
const installed = { [join(DIST, 'electron')]: '', [join(DIST, 'version')]: '45.4.1' };
const failure = (version: string, failedAtMs: number) => JSON.stringify({ version, failedAtMs });

test('tries the named folder, the installed binary, the official download and last the pinned runtime', () => {
  expect(RUNTIME_RULE).toEqual([overrideRuntime, installedRuntime, downloadRuntime, pinnedRuntime]);
});

test('takes the first runtime that there is and asks no further', async () => {
  const asked: string[] = [];
  const source = (name: string, runtime: Awaited<ReturnType<typeof pinnedRuntime>>) => () => {
    asked.push(name);
    return Promise.resolve(runtime);
  };
  const runtime = {
    kind: 'installed',
    folder: '/e',
    executable: '/e/electron',
    version: '45.4.1',
    isForProduct: true,
  } as const;
  const rule = [source('first', null), source('second', runtime), source('third', null)];
  expect(await ensureElectronRuntime(fakeSystem(), rule)).toBe(runtime);
  expect(asked).toEqual(['first', 'second']);
});

test('says what to do when there is no runtime at all', async () => {
  await expect(
    ensureElectronRuntime(fakeSystem({ arch: 'arm64' }), [() => Promise.resolve(null)]),
  ).rejects.toMatchObject({
    message: expect.stringContaining('linux arm64') as string,
    remedy: expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH') as string,
  });
});

test('prefers the folder that the person named', async () => {
  const files = { ...wanted, '/mine/electron': '', '/mine/version': 'v45.4.1\n' };
  const system = fakeSystem({ env: { ELECTRON_OVERRIDE_DIST_PATH: '/mine' }, files });
  expect(await overrideRuntime(system)).toEqual({
    kind: 'override',
    folder: '/mine',
    executable: '/mine/electron',
    version: '45.4.1',
    isForProduct: true,
  });
});

test('makes no product from a named folder with another version', async () => {
  const files = { ...wanted, '/mine/electron': '', '/mine/version': '25.1.1' };
  const system = fakeSystem({ env: { ELECTRON_OVERRIDE_DIST_PATH: '/mine' }, files });
  expect(await overrideRuntime(system)).toMatchObject({ isForProduct: false });
});

test('stops when the named folder holds no Electron, instead of taking another', () => {
  const system = fakeSystem({ env: { ELECTRON_OVERRIDE_DIST_PATH: '/mine' }, files: wanted });
  expect(() => overrideRuntime(system)).toThrow(
    expect.objectContaining({ remedy: expect.stringContaining('unset it') as string }),
  );
});

test.each([
  ['the installed binary', { ...wanted, ...installed }, 'installed'],
  ['no binary of another version', { ...wanted, ...installed, [join(DIST, 'version')]: '44.0.0' }, undefined],
  ['no folder without the program', { ...wanted, [join(DIST, 'version')]: '45.4.1' }, undefined],
])('takes %s', async (_title, files, kind) => {
  expect((await installedRuntime(fakeSystem({ files })))?.kind).toBe(kind);
});

test('downloads when the release host answers', async () => {
  const system = fakeSystem({
    isOnline: true,
    files: wanted,
    onRun: (_line, files) => {
      for (const [path, text] of Object.entries(installed)) files.set(path, text);
      return undefined;
    },
  });
  expect(await downloadRuntime(system)).toMatchObject({ kind: 'downloaded', isForProduct: true });
  expect(system.files.has(FAILED_DOWNLOAD_NOTE)).toBe(false);
});

test('starts no download when the release host does not answer, and remembers that', async () => {
  const system = fakeSystem({ files: wanted, nowMs: 5 });
  expect(await downloadRuntime(system)).toBeNull();
  expect(system.started).toEqual([]);
  expect(system.files.get(FAILED_DOWNLOAD_NOTE)).toContain(failure('45.4.1', 5));
  expect(system.said.join(' ')).toContain(FAILED_DOWNLOAD_NOTE);
});

test('does not even ask again within the day', async () => {
  const files = { ...wanted, [FAILED_DOWNLOAD_NOTE]: failure('45.4.1', 0) };
  const system = fakeSystem({ files, nowMs: DAY_MS - 1, isOnline: true });
  expect(await downloadRuntime(system)).toBeNull();
  expect(system.asked).toEqual([]);
});

test.each([
  ['no note', null, 0, false],
  ['a failure of just now', failure('45.4.1', 0), 0, true],
  ['a failure of almost a day ago', failure('45.4.1', 0), DAY_MS - 1, true],
  ['a failure of a day ago', failure('45.4.1', 0), DAY_MS, false],
  ['a failure in the future, by a clock set back', failure('45.4.1', 10), 0, false],
  ['a failure of another version', failure('44.0.0', 0), 0, false],
  ['a damaged note', '{', 0, false],
  ['a note without a time', '{"version":"45.4.1"}', 0, false],
])('reads %s', (_title, note, nowMs, expected) => {
  expect(failedLately(note, '45.4.1', nowMs)).toBe(expected);
});

test('looks at the mirror when one is set, and not at all behind a proxy', () => {
  const file = 'v45.4.1/electron-v45.4.1-linux-x64.zip';
  expect(probeAddress(fakeSystem(), '45.4.1')).toMatch(new RegExp(`^https://.*/${file}$`));
  const mirrored = fakeSystem({ env: { ELECTRON_MIRROR: 'https://mirror.example/' } });
  expect(probeAddress(mirrored, '45.4.1')).toBe(`https://mirror.example/${file}`);
  expect(probeAddress(fakeSystem({ env: { ELECTRON_GET_USE_PROXY: 'true' } }), '45.4.1')).toBeNull();
});
