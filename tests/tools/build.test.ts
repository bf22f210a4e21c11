import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourcesHash } from '../../tools/building/sources.mjs';
import { isFresh, STAMP, stampText, type Variant } from '../../tools/building/variants.mjs';

/** Without these no program starts. */
const ESSENTIAL = [
  ...['main/main.cjs', 'main/kiosk-thread.cjs', 'main/preload.cjs', 'main/preload-desk.cjs'],
  'main/preload-translations.cjs',
  ...['renderer/index.html', 'renderer/desk.html', 'renderer/translations.html', 'renderer/preview.html'],
  ...['content.json', 'pictograms.svg', 'package.json'],
];

let root = '';
let variant: Variant;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'matu-build-'));
  variant = { mode: 'production', folder: join(root, 'out') };
  mkdirSync(join(root, 'core', 'pack'), { recursive: true });
  writeFileSync(join(root, 'core', 'pack', 'pack.ts'), 'a');
  for (const file of ESSENTIAL) {
    mkdirSync(join(root, 'out', file, '..'), { recursive: true });
    writeFileSync(join(root, 'out', file), '');
  }
  writeFileSync(join(root, 'out', STAMP), `${stampText(root)}\n`);
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('builds nothing anew when no source changed', () => {
  expect(isFresh(variant, root)).toBe(true);
});

test('goes by content, not by time', () => {
  utimesSync(join(root, 'core', 'pack', 'pack.ts'), 1, 1);
  expect(isFresh(variant, root)).toBe(true);
});

test.each([
  ['changed', () => writeFileSync(join(root, 'core', 'pack', 'pack.ts'), 'b')],
  ['added', () => writeFileSync(join(root, 'core', 'new.ts'), '')],
  ['removed', () => rmSync(join(root, 'core', 'pack', 'pack.ts'))],
])('builds when a source was %s', (_title, change) => {
  change();
  expect(isFresh(variant, root)).toBe(false);
});

test.each(ESSENTIAL)('builds when %s is missing, whatever the stamp says', (file) => {
  rmSync(join(root, 'out', file));
  expect(isFresh(variant, root)).toBe(false);
});

test('builds anew when the machine has learnt to speak since a silent build', () => {
  const [hash, voice] = stampText(root).split(' ');
  expect(['spoken', 'silent']).toContain(voice);
  writeFileSync(join(root, 'out', STAMP), `${hash ?? ''} ${voice === 'spoken' ? 'silent' : 'spoken'}\n`);
  expect(isFresh(variant, root)).toBe(false);
});

test('does not take bytes of one file for those of the next', () => {
  const before = sourcesHash(root);
  writeFileSync(join(root, 'core', 'pack', 'pack.ts'), '');
  writeFileSync(join(root, 'core', 'pack', 'pack2.ts'), 'a');
  expect(sourcesHash(root)).not.toBe(before);
});
