import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WrongTries } from '../../../electron/store/wrong-tries.ts';
import { fail } from '../../../core/basics/result.ts';
import { failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { expectOk } from '../../expect-ok.ts';

test('a home where no code was ever tried has no wrong tries', () => {
  expect(new WrongTries(temporaryFolder(), 'codes').read()).toBe(0);
});

test('what was written is there after a restart', () => {
  const folder = temporaryFolder();
  for (const wrong of [1, 2, 7, 0]) {
    expectOk(new WrongTries(folder, 'codes').write(wrong));
    expect(new WrongTries(folder, 'codes').read()).toBe(wrong);
  }
});

test.each([
  '',
  '{',
  '{"format":1}',
  '{"format":1,"wrong":-1}',
  '{"format":2,"wrong":0}',
  '{"format":1,"wrong":0,"a":1}',
])('a file of %j stands for the longest wait, not for none', (text) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'code-tries.json'), text);
  expect(new WrongTries(folder, 'codes').read()).toBeGreaterThan(50);
});

test.each(['open', 'write', 'fsync', 'rename'] as const)('a count that the disk refuses is not counted: %s', (call) => {
  const folder = temporaryFolder();
  const tries = new WrongTries(folder, 'codes', failingFileSystem({ call, code: 'ENOSPC' }));
  expect(tries.write(3)).toEqual(fail({ kind: 'full' }));
  if (call !== 'rename') expect(existsSync(join(folder, 'code-tries.json'))).toBe(false);
});
