import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAppendFile } from '../../node/append-file.ts';
import {
  createDurably,
  moveDurably,
  removeDurably,
  removeUnfinished,
  renameDurably,
  replaceDurably,
  syncDirectory,
  temporaryNameFor,
  truncateDurably,
} from '../../node/durable-file.ts';
import { fileErrorOf, nodeFileSystem, type FileSystem } from '../../node/file-system.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { failingFileSystem, shortWritingFileSystem } from './failing-file-system.ts';

const bytes = new Uint8Array(Buffer.from('old and new stand whole'));
const other = new Uint8Array(Buffer.from('something else'));

test('a created file is whole, private, alone in its folder, and never replaces another', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a');
  expect(createDurably(path, bytes)).toEqual({ ok: true, value: null });
  expect(createDurably(path, other)).toEqual({ ok: false, error: { kind: 'exists' } });
  expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('where links are not supported a file is created by renaming, and still never replaces another', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a');
  const noLinks = () => failingFileSystem({ call: 'link', code: 'EPERM' });
  expect(createDurably(path, bytes, noLinks()).ok).toBe(true);
  expect(createDurably(path, other, noLinks())).toEqual({ ok: false, error: { kind: 'exists' } });
  expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a system that takes one byte at a time still gets every byte', () => {
  const folder = temporaryFolder();
  expect(createDurably(join(folder, 'a'), bytes, shortWritingFileSystem(1)).ok).toBe(true);
  expect(replaceDurably(join(folder, 'b'), bytes, shortWritingFileSystem(3)).ok).toBe(true);
  expect(new Uint8Array(readFileSync(join(folder, 'a')))).toEqual(bytes);
  expect(new Uint8Array(readFileSync(join(folder, 'b')))).toEqual(bytes);
});

test('a system that takes nothing is a failure, not an endless loop', () => {
  const result = createDurably(join(temporaryFolder(), 'a'), bytes, shortWritingFileSystem(0));
  expect(result).toEqual({ ok: false, error: { kind: 'io', code: 'EIO' } });
});

test.each([
  ['open', 'ENOSPC', { kind: 'full' }],
  ['write', 'ENOSPC', { kind: 'full' }],
  ['write', 'EDQUOT', { kind: 'full' }],
  ['write', 'EIO', { kind: 'io', code: 'EIO' }],
  ['fsync', 'EIO', { kind: 'io', code: 'EIO' }],
  ['rename', 'EIO', { kind: 'io', code: 'EIO' }],
  ['close', 'EIO', { kind: 'io', code: 'EIO' }],
] as const)('a replace that fails at %s (%s) leaves the old content and no temporary', (call, code, error) => {
  const folder = temporaryFolder();
  const path = join(folder, 'a');
  writeFileSync(path, other);
  expect(replaceDurably(path, bytes, failingFileSystem({ call, code }))).toEqual({ ok: false, error });
  expect(new Uint8Array(readFileSync(path))).toEqual(other);
  expect(readdirSync(folder)).toEqual(['a']);
});

test.each(['open', 'write', 'fsync', 'link'] as const)('a creation that fails at %s leaves nothing', (call) => {
  const folder = temporaryFolder();
  expect(createDurably(join(folder, 'a'), bytes, failingFileSystem({ call, code: 'EIO' })).ok).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['EINVAL', true],
  ['ENOTSUP', true],
  ['EIO', false],
  ['EPERM', false],
])('a directory sync that says %s counts as done: %s', (code, isDone) => {
  expect(syncDirectory(temporaryFolder(), failingFileSystem({ call: 'fsync', code })).ok).toBe(isDone);
});

test('a creation whose name could not be made durable is not reported as saved', () => {
  const fs = failingFileSystem({ call: 'fsync', code: 'EIO', from: 2 });
  expect(createDurably(join(temporaryFolder(), 'a'), bytes, fs)).toEqual({
    ok: false,
    error: { kind: 'io', code: 'EIO' },
  });
});

test('a file that moves into another folder has its new name for good before the old one goes', () => {
  const folder = temporaryFolder();
  const [from, to] = [join(folder, 'here'), join(folder, 'there')];
  mkdirSync(from);
  mkdirSync(to);
  writeFileSync(join(from, 'a'), bytes);
  const calls: string[] = [];
  const fs: FileSystem = {
    ...nodeFileSystem,
    link: (existing, added) => {
      calls.push('link');
      nodeFileSystem.link(existing, added);
    },
    fsync: (descriptor) => {
      calls.push(`fsync beside ${[...readdirSync(from), ...readdirSync(to)].join(' ')}`);
      nodeFileSystem.fsync(descriptor);
    },
    unlink: (path) => {
      calls.push('unlink');
      nodeFileSystem.unlink(path);
    },
  };
  expect(moveDurably(join(from, 'a'), join(to, 'b'), fs).ok).toBe(true);
  expect(calls).toEqual(['link', 'fsync beside a b', 'unlink', 'fsync beside b']);
  writeFileSync(join(from, 'a'), other);
  const noLinks = failingFileSystem({ call: 'link', code: 'EPERM', isLasting: true });
  expect(moveDurably(join(from, 'a'), join(to, 'b'), noLinks)).toEqual({ ok: false, error: { kind: 'exists' } });
  expect(moveDurably(join(from, 'a'), join(to, 'c'), noLinks).ok).toBe(true);
  expect([readdirSync(from), readdirSync(to)]).toEqual([[], ['b', 'c']]);
});

test('renaming never takes a name that is in use', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), bytes);
  writeFileSync(join(folder, 'b'), other);
  expect(renameDurably(join(folder, 'a'), join(folder, 'b'))).toEqual({ ok: false, error: { kind: 'exists' } });
  expect(renameDurably(join(folder, 'a'), join(folder, 'c')).ok).toBe(true);
  expect(renameDurably(join(folder, 'a'), join(folder, 'd'))).toEqual({ ok: false, error: { kind: 'missing' } });
  expect(readdirSync(folder)).toEqual(['b', 'c']);
});

test('unfinished files go for good, and nothing else does', () => {
  const folder = temporaryFolder();
  writeFileSync(temporaryNameFor(join(folder, 'a')), other);
  writeFileSync(join(folder, 'a'), bytes);
  const refusing = failingFileSystem({ call: 'unlink', code: 'EROFS' });
  expect(removeUnfinished(folder, refusing)).toEqual({ ok: false, error: { kind: 'io', code: 'EROFS' } });
  expect(readdirSync(folder)).toHaveLength(2);
  expect(removeUnfinished(folder, nodeFileSystem).ok).toBe(true);
  expect(readdirSync(folder)).toEqual(['a']);
  expect(removeUnfinished(join(folder, 'none'), nodeFileSystem).ok).toBe(true);
});

test('removing and moving tell whether they were done', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), bytes);
  writeFileSync(join(folder, 'b'), other);
  expect(moveDurably(join(folder, 'a'), join(folder, 'b'))).toEqual({ ok: false, error: { kind: 'exists' } });
  expect(moveDurably(join(folder, 'a'), join(folder, 'c')).ok).toBe(true);
  expect(removeDurably(join(folder, 'b')).ok).toBe(true);
  expect(removeDurably(join(folder, 'b')).ok).toBe(true);
  expect(moveDurably(join(folder, 'b'), join(folder, 'd'))).toEqual({ ok: false, error: { kind: 'missing' } });
  expect(removeDurably(join(folder, 'c'), failingFileSystem({ call: 'unlink', code: 'EROFS' })).ok).toBe(false);
  expect(readdirSync(folder)).toEqual(['c']);
});

test('a cut file has the length it was cut to', () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, bytes);
  expect(truncateDurably(path, 3).ok).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(truncateDurably(path, 1, failingFileSystem({ call: 'fsync', code: 'EIO' })).ok).toBe(false);
});

test('an append handle adds to an existing file and makes none', () => {
  const path = join(temporaryFolder(), 'a');
  expect(openAppendFile(path)).toEqual({ ok: false, error: { kind: 'missing' } });
  writeFileSync(path, 'one ');
  const file = openAppendFile(path);
  if (!file.ok) throw new Error('not opened');
  expect(file.value.append(Buffer.from('two ')).ok).toBe(true);
  expect(file.value.append(Buffer.from('three')).ok).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('one two three');
  file.value.close();
  file.value.close();
  expect(file.value.append(other)).toEqual({ ok: false, error: { kind: 'dead' } });
});

test.each(['write', 'fdatasync'] as const)('after a failed %s the append handle is dead for good', (call) => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, '');
  const file = openAppendFile(path, failingFileSystem({ call, code: 'ENOSPC' }));
  if (!file.ok) throw new Error('not opened');
  expect(file.value.append(bytes)).toEqual({ ok: false, error: { kind: 'full' } });
  expect(file.value.isDead).toBe(true);
  expect(file.value.append(bytes)).toEqual({ ok: false, error: { kind: 'dead' } });
});

test('a bug inside a file operation is thrown on, not reported as a full disk', () => {
  expect(() => fileErrorOf(new TypeError('a bug'))).toThrow('a bug');
  const broken = {
    ...nodeFileSystem,
    write: () => {
      throw new RangeError('a bug');
    },
  };
  expect(() => createDurably(join(temporaryFolder(), 'a'), bytes, broken)).toThrow('a bug');
});
