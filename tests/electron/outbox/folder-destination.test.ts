import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderDestination } from '../../../electron/outbox/folder-destination.ts';
import { promisedFileSystem } from '../../../node/async-file-system.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { expectOk } from '../../expect-ok.ts';
import { failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { folderGround } from '../../servers/ground-of.ts';
import { destinationSuite } from './destination-suite.ts';

function stick(): string {
  const folder = join(temporaryFolder(), 'stick');
  mkdirSync(folder);
  return folder;
}

const readPastMemory = (path: string) => Promise.resolve(new Uint8Array(readFileSync(path)));
const file = { fileName: 'a.age', bytes: Buffer.from('whole'), modifiedAt: new Date(0) };

destinationSuite('a folder that is read from its medium', () => {
  const folder = stick();
  const destination = folderDestination({ folder, readPastMemory });
  return Promise.resolve({ destination, readBack: 'uncached', ...folderGround(folder) });
});

destinationSuite('a folder that is read through memory', () => {
  const folder = stick();
  const destination = folderDestination({ folder, readPastMemory: () => Promise.resolve(null) });
  return Promise.resolve({ destination, readBack: 'cached', ...folderGround(folder) });
});

test('a medium that has other bytes than memory says is found out', async () => {
  const destination = folderDestination({
    folder: stick(),
    readPastMemory: () => Promise.resolve(new Uint8Array(5)),
  });
  const place = expectOk(await destination.open());
  expect(await place.put(file)).toEqual({ ok: false, error: { kind: 'differs', fileName: 'a.age' } });
});

test('a medium that kept the beginning only is found out', async () => {
  const destination = folderDestination({
    folder: stick(),
    readPastMemory: () => Promise.resolve(new Uint8Array(Buffer.from('who'))),
  });
  const place = expectOk(await destination.open());
  expect(await place.put(file)).toEqual({ ok: false, error: { kind: 'halfWritten', fileName: 'a.age' } });
});

test.each([
  ['write', 'ENOSPC', { kind: 'full' }],
  ['open', 'EROFS', { kind: 'refused' }],
  ['open', 'EACCES', { kind: 'refused' }],
  ['open', 'EINVAL', { kind: 'refusedName', fileName: 'a.age' }],
  ['open', 'ENAMETOOLONG', { kind: 'refusedName', fileName: 'a.age' }],
  ['write', 'ETIMEDOUT', { kind: 'dropped' }],
  ['fsync', 'ESTALE', { kind: 'dropped' }],
  ['rename', 'EIO', { kind: 'io', code: 'EIO' }],
] as const)('%s that says %s is told as it is, and no part stays', async (call, code, error) => {
  const folder = stick();
  const fs = promisedFileSystem(failingFileSystem({ call, code }));
  const place = expectOk(await folderDestination({ folder, fs }).open());
  expect(await place.put(file)).toEqual({ ok: false, error });
  expect(readdirSync(folder)).toEqual([]);
});

test('a medium that takes a few bytes at a time gets them all', async () => {
  const folder = stick();
  const write: FileSystem['write'] = (descriptor, bytes) => nodeFileSystem.write(descriptor, bytes.subarray(0, 2));
  const fs = promisedFileSystem({ ...nodeFileSystem, write });
  expectOk(await expectOk(await folderDestination({ folder, fs }).open()).put(file));
  expect(readFileSync(join(folder, 'a.age'), 'utf8')).toBe('whole');
});

test('a medium that takes nothing any more is not written to for ever', async () => {
  const fs = promisedFileSystem({ ...nodeFileSystem, write: () => 0 });
  const place = expectOk(await folderDestination({ folder: stick(), fs }).open());
  expect(await place.put(file)).toEqual({ ok: false, error: { kind: 'io', code: 'EIO' } });
});
