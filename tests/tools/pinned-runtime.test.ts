import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isComplete, PINNED, pinnedRuntime, requirePinnedHash } from '../../tools/set-up/pinned-runtime.mjs';
import { fakeSystem } from './fake-system.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matu-pinned-'));
  writeFileSync(join(folder, 'matu-pinned.txt'), PINNED.sha512);
  writeFileSync(join(folder, 'version'), PINNED.version);
  writeFileSync(join(folder, 'electron'), '');
  chmodSync(join(folder, 'electron'), 0o755);
  // Sparse: as long as the real program, without its bytes.
  truncateSync(join(folder, 'electron'), PINNED.programBytes);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('refuses a package that is not byte for byte the pinned one', () => {
  expect(() => {
    requirePinnedHash(new TextEncoder().encode('tampered'));
  }).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('Nothing was unpacked') as string,
      remedy: expect.stringContaining('tell the maintainers') as string,
    }),
  );
});

test('takes a whole runtime from the cache', () => {
  expect(isComplete(folder)).toBe(true);
});

test.each([
  ['cut short', () => truncateSync(join(folder, 'electron'), 1000)],
  ['missing', () => rmSync(join(folder, 'electron'))],
  ['not startable', () => chmodSync(join(folder, 'electron'), 0o644)],
  ['from another package', () => writeFileSync(join(folder, 'matu-pinned.txt'), 'another')],
  ['of another version', () => writeFileSync(join(folder, 'version'), '26.0.0')],
])('fetches the runtime anew when the one in the cache is %s', (_title, damage) => {
  damage();
  expect(isComplete(folder)).toBe(false);
});

test.each([
  ['darwin', 'x64'],
  ['win32', 'x64'],
  ['linux', 'arm64'],
])('has nothing for %s %s', async (platform, arch) => {
  expect(await pinnedRuntime(fakeSystem({ platform, arch }))).toBeNull();
});
