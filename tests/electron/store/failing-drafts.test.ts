import { readdirSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Random } from '../../../core/basics/random.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { failingFileSystem } from '../../node/failing-file-system.ts';
import { someCode } from '../test-home.ts';
import { bytes, draftsIn, newPlace, reopened } from './drafts-in.ts';

test.each(['write', 'fdatasync'] as const)('a save whose %s fails is saved in a new file', async (call) => {
  const place = newPlace();
  const code = someCode();
  const fs = failingFileSystem({ call, code: 'EIO', from: call === 'write' ? 2 : 1 });
  const draft = expectOk(await draftsIn(place, { fs }).create(code, bytes('one')));
  expectOk(draft.save(bytes('two')));
  expectOk(draft.save(bytes('three')));
  draft.close();
  expect(await reopened(place, code)).toEqual({ snapshot: 'three', hadTornTail: false });
});

test('on a full disk a save says so, the draft stays what it was, and saving works again with room', async () => {
  const place = newPlace();
  const code = someCode();
  let isFull = false;
  const write: FileSystem['write'] = (descriptor, part) => {
    if (isFull) throw Object.assign(new Error('full'), { syscall: 'write', code: 'ENOSPC' });
    return nodeFileSystem.write(descriptor, part);
  };
  const draft = expectOk(await draftsIn(place, { fs: { ...nodeFileSystem, write } }).create(code, bytes('one')));
  isFull = true;
  expect(draft.save(bytes('two'))).toEqual({ ok: false, error: { kind: 'full' } });
  expect(draft.save(bytes('two'))).toEqual({ ok: false, error: { kind: 'full' } });
  expect(readdirSync(place.folder)).toHaveLength(1);
  isFull = false;
  expectOk(draft.save(bytes('three')));
  draft.close();
  expect(await reopened(place, code)).toEqual({ snapshot: 'three', hadTornTail: false });
});

test('after a compaction whose name could not be made durable nothing is appended to a file without a name', async () => {
  const place = newPlace();
  const code = someCode();
  // Creating syncs the file and its folder, compacting too: the fourth sync is the folder's.
  const fs = failingFileSystem({ call: 'fsync', code: 'EIO', from: 4 });
  const draft = expectOk(await draftsIn(place, { fs }).create(code, bytes('one')));
  expect(draft.compact(bytes('two')).ok).toBe(false);
  expectOk(draft.save(bytes('three')));
  draft.close();
  expect(await reopened(place, code)).toEqual({ snapshot: 'three', hadTornTail: false });
});

test('a change that cannot be appended is in the new file as a whole', async () => {
  const place = newPlace();
  const code = someCode();
  const fs = failingFileSystem({ call: 'fdatasync', code: 'EIO', from: 1 });
  const draft = expectOk(await draftsIn(place, { fs }).create(code, bytes('one')));
  expectOk(draft.save(bytes('+1'), () => bytes('two')));
  expectOk(draft.save(bytes('+2'), () => bytes('two+2')));
  draft.close();
  const { contents } = expectOk(await draftsIn(place).open(code));
  expect(contents.map((content) => Buffer.from(content).toString())).toEqual(['two', '+2']);
});

test('a creation that fails leaves nothing, and a code that is taken is told apart', async () => {
  const place = newPlace();
  const code = someCode();
  for (const from of [1, 2]) {
    const fs = failingFileSystem({ call: 'fsync', code: 'EIO', from });
    expect(await draftsIn(place, { fs }).create(code, bytes('one'))).toEqual({
      ...{ ok: false, error: { kind: 'io', code: 'EIO' } },
    });
    expect(readdirSync(place.folder)).toEqual([]);
  }
  expectOk(await draftsIn(place).create(code, bytes('one')));
  expect(await draftsIn(place).create(code, bytes('two'))).toEqual({ ok: false, error: { kind: 'codeTaken' } });
});

test('a deletion that fails leaves the draft open, and says so', async () => {
  const place = newPlace();
  const code = someCode();
  const fs = failingFileSystem({ call: 'unlink', code: 'EIO', from: 2 });
  const draft = expectOk(await draftsIn(place, { fs }).create(code, bytes('one')));
  expect(draft.delete()).toEqual({ ok: false, error: { kind: 'io', code: 'EIO' } });
  expectOk(draft.save(bytes('two')));
  expectOk(draft.delete());
  expect(readdirSync(place.folder)).toEqual([]);
});

/** Draws as the system does, and keeps what frames are encrypted with: a salt and a nonce. */
function watchedRandom(): { readonly random: Random; readonly frames: Uint8Array[] } {
  const frames: Uint8Array[] = [];
  const bytes: Random['bytes'] = (length) => {
    const fresh = systemRandom.bytes(length);
    if (length === 28) frames.push(fresh);
    return fresh;
  };
  return { random: { bytes }, frames };
}

test('between two saves the next frame is made ready, so that a save draws nothing', async () => {
  const { random, frames } = watchedRandom();
  const draft = expectOk(await draftsIn(newPlace(), { random }).create(someCode(), bytes('one')));
  const drawn = [frames.length];
  for (const text of ['two', 'three']) {
    await nextTurn();
    drawn.push(frames.length);
    expectOk(draft.save(bytes(text)));
    drawn.push(frames.length);
  }
  expectOk(draft.save(bytes('at once')));
  drawn.push(frames.length);
  draft.close();
  await nextTurn();
  expect([...drawn, frames.length]).toEqual([1, 2, 2, 3, 3, 4, 4]);
});

test('no salt and nonce are written twice, whatever fails after they were made ready', async () => {
  const { random, frames } = watchedRandom();
  const place = newPlace();
  const code = someCode();
  const written: Buffer[] = [];
  let calls = 0;
  const fails = (): void => {
    calls += 1;
    if (calls % 3 === 0) throw Object.assign(new Error('broken'), { syscall: 'fdatasync', code: 'EIO' });
  };
  const fs: FileSystem = {
    ...nodeFileSystem,
    write: (descriptor, part) => {
      written.push(Buffer.from(part));
      return nodeFileSystem.write(descriptor, part);
    },
    fdatasync: fails,
    rename: (from, to) => {
      fails();
      nodeFileSystem.rename(from, to);
    },
  };
  const draft = expectOk(await draftsIn(place, { fs, random }).create(code, bytes('one')));
  for (let round = 0; round < 24; round += 1) {
    if (round % 5 !== 0) await nextTurn();
    if (round % 7 === 6) draft.compact(bytes(`round ${round}`));
    else draft.save(bytes(`round ${round}`));
  }
  draft.close();
  expect(calls).toBeGreaterThan(24);
  const uses = frames.map((each) => written.filter((part) => part.includes(Buffer.from(each))).length);
  expect(Math.max(...uses)).toBe(1);
  expect(uses.reduce((sum, each) => sum + each)).toBe(written.length);
});
