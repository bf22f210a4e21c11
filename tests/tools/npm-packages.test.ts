import { expect, test } from 'vitest';
import {
  ensureNpmPackages,
  firstDifference,
  npmCommand,
  whyPackagesAreStale,
} from '../../tools/set-up/npm-packages.mjs';
import { inRoot } from '../../tools/set-up/paths.mjs';
import { fakeSystem } from './fake-system.ts';

const LOCK = inRoot('package-lock.json');
const RECORD = inRoot('node_modules', '.package-lock.json');
const ZOD = inRoot('node_modules', 'zod', 'package.json');
const zod = { version: '4.6.7', integrity: 'sha512-a' };

function lock(packages: object): string {
  return JSON.stringify({ packages: { '': { name: 'matu' }, ...packages } });
}

const current = { [LOCK]: lock({ 'node_modules/zod': zod }), [RECORD]: lock({ 'node_modules/zod': zod }), [ZOD]: '{}' };

test('installs nothing when node_modules was made from this lock file', () => {
  const system = fakeSystem({ files: current });
  ensureNpmPackages(system);
  expect(system.started).toEqual([]);
});

test.each([
  ['node_modules is missing', { [LOCK]: current[LOCK] ?? '' }],
  ['node_modules/zod is missing', { ...current, [ZOD]: undefined }],
  [
    'node_modules/zod is not the one in the lock file',
    { ...current, [LOCK]: lock({ 'node_modules/zod': { ...zod, version: '5.0.0' } }) },
  ],
])('notices that %s', (reason, files) => {
  const present = Object.fromEntries(Object.entries(files).filter(([, text]) => text !== undefined)) as Record<
    string,
    string
  >;
  expect(whyPackagesAreStale(fakeSystem({ files: present }))).toBe(reason);
});

test.each([
  ['the same packages', { zod }, { zod }, null],
  [
    'a missing package for another kind of machine',
    { zod, fsevents: { version: '2.0.0', optional: true } },
    { zod },
    null,
  ],
  ['a missing package', { zod }, {}, 'zod is not the one in the lock file'],
  [
    'another content under the same version',
    { zod },
    { zod: { ...zod, integrity: 'sha512-b' } },
    'zod is not the one in the lock file',
  ],
  ['a package too many', {}, { zod }, 'zod is no longer in the lock file'],
])('compares %s', (_title, wanted, installed, difference) => {
  expect(firstDifference(wanted, installed)).toBe(difference);
});

test('runs npm ci once and goes on when it made what the lock file says', () => {
  const system = fakeSystem({
    files: { [LOCK]: current[LOCK] ?? '' },
    onRun: (_line, files) => {
      for (const [path, text] of Object.entries(current)) files.set(path, text);
      return undefined;
    },
  });
  ensureNpmPackages(system);
  expect(system.started).toEqual(['npm ci']);
});

test.each([
  ['that fits, and leaves it alone', lock({ 'node_modules/zod': zod }), null],
  ['with a package too many, and never empties the folder that it leads to', lock({}), 'node_modules is a link'],
])('takes a node_modules that is a link %s', (_title, wanted, refusal) => {
  const system = fakeSystem({ files: { ...current, [LOCK]: wanted }, links: [inRoot('node_modules')] });
  const ensure = (): void => ensureNpmPackages(system);
  if (refusal === null) expect(ensure).not.toThrow();
  else expect(ensure).toThrow(refusal);
  expect(system.started).toEqual([]);
});

test('stops with a remedy when npm ci fails', () => {
  const system = fakeSystem({ files: { [LOCK]: current[LOCK] ?? '' }, onRun: () => ({ ok: false }) });
  expect(() => {
    ensureNpmPackages(system);
  }).toThrow(expect.objectContaining({ remedy: expect.stringContaining('npm ci') as string }));
});

test('uses the npm that started it', () => {
  const system = fakeSystem({ env: { npm_execpath: '/opt/npm/bin/npm-cli.js' } });
  expect(npmCommand(system)).toEqual({ program: process.execPath, args: ['/opt/npm/bin/npm-cli.js'] });
  expect(npmCommand(fakeSystem())).toEqual({ program: 'npm', args: [] });
});
