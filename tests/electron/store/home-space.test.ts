import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { MIB } from '../../../core/site/space.ts';
import { Ballast } from '../../../electron/store/ballast.ts';
import { openHome } from '../../../electron/store/home.ts';
import type { Custody, Home, HomeOptions } from '../../../electron/store/home.ts';
import { HomeSpace } from '../../../electron/store/home-space.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import { freeBytesIn } from '../../../node/free-space.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { failingFileSystem, fullFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { intakeIdOf } from '../intake-id.ts';
import { CHEAP_KEYS, makeTestHome, newestOf, secretOf, someCode } from '../test-home.ts';

const SPACE = { ballastMiB: 2, leastFreeMiB: 1 };

/** A disk that is full as long as a file stands on it. */
function fullUntilGone(ballast: string, call: keyof FileSystem = 'write'): FileSystem {
  return fullFileSystem(call, () => existsSync(ballast));
}

function newSpace(fs?: FileSystem) {
  const home = temporaryFolder();
  const disk = { freeBytes: 100 * MIB, givenUp: 0 };
  const layout = { home, ballast: join(home, 'ballast') };
  const space = new HomeSpace({
    layout,
    random: systemRandom,
    onGivenUp: () => (disk.givenUp += 1),
    freeBytes: () => disk.freeBytes,
    ...(fs === undefined ? {} : { fs }),
  });
  return { space, disk, ...layout };
}

test('the ballast takes the room that it should, whatever the file system packs', async () => {
  const { space, ballast, home } = newSpace();
  await space.keep(SPACE);
  const { size, blocks, mode } = statSync(ballast);
  expect([size, blocks * 512 >= size, mode & 0o177]).toEqual([2 * MIB, true, 0]);
  expect(new Set(readFileSync(ballast).subarray(0, 4096)).size).toBeGreaterThan(200);
  expect(readdirSync(home)).toEqual(['ballast']);
});

test('a ballast of another size is made anew, and a good one is left alone', async () => {
  const { space, ballast } = newSpace();
  writeFileSync(ballast, 'short');
  await space.keep(SPACE);
  const made = statSync(ballast).ino;
  await space.keep(SPACE);
  expect([statSync(ballast).ino, statSync(ballast).size]).toEqual([made, 2 * MIB]);
});

test('where there is no room for it no ballast is made, and no visit begins', async () => {
  const { space, disk, home } = newSpace();
  disk.freeBytes = 3 * MIB - 1;
  await space.keep(SPACE);
  expect([readdirSync(home), space.hasRoom(SPACE)]).toEqual([[], false]);
  disk.freeBytes = 3 * MIB;
  await space.keep(SPACE);
  disk.freeBytes = MIB;
  expect([readdirSync(home), space.hasRoom(SPACE)]).toEqual([['ballast'], true]);
  disk.freeBytes = MIB - 1;
  expect(space.hasRoom(SPACE)).toBe(false);
});

test.each(['open', 'write', 'link', 'rename'] as const)(
  'a %s that finds the disk full works when the ballast is gone',
  async (call) => {
    const place = newSpace();
    await place.space.keep(SPACE);
    const disk = { givenUp: 0 };
    const fs = fullUntilGone(place.ballast, call);
    const space = new HomeSpace({ layout: place, random: systemRandom, onGivenUp: () => (disk.givenUp += 1), fs });
    const path = join(place.home, 'saved');
    const descriptor = space.fs.open(path, 'wx', 0o600);
    expect(space.fs.write(descriptor, Buffer.from('said'))).toBe(4);
    space.fs.close(descriptor);
    space.fs.link(path, join(place.home, 'linked'));
    space.fs.rename(path, join(place.home, 'renamed'));
    expect(readdirSync(place.home).toSorted()).toEqual(['linked', 'renamed']);
    expect([disk.givenUp, existsSync(place.ballast)]).toEqual([1, false]);
  },
);

test.each(['fsync', 'fdatasync'] as const)(
  'a %s that finds the disk full is not believed, but makes room for the next try',
  async (call) => {
    const place = newSpace();
    await place.space.keep(SPACE);
    const onGivenUp = (): void => undefined;
    const full = fullUntilGone(place.ballast, call);
    const { fs } = new HomeSpace({ layout: place, random: systemRandom, onGivenUp, fs: full });
    const descriptor = fs.open(join(place.home, 'saved'), 'wx', 0o600);
    expect(() => fs[call](descriptor)).toThrow('ENOSPC');
    expect(existsSync(place.ballast)).toBe(false);
    fs[call](descriptor);
    fs.close(descriptor);
  },
);

test('without a ballast a full disk is told as it is, and so is every other trouble with one', async () => {
  const full = newSpace(failingFileSystem({ call: 'open', code: 'ENOSPC', isLasting: true }));
  expect(() => full.space.fs.open(join(full.home, 'a'), 'wx')).toThrow('ENOSPC');
  expect(full.disk.givenUp).toBe(0);
  const broken = newSpace(failingFileSystem({ call: 'open', code: 'EIO' }));
  await broken.space.keep(SPACE);
  expect(() => broken.space.fs.open(join(broken.home, 'a'), 'wx')).toThrow('EIO');
  expect([broken.disk.givenUp, existsSync(broken.ballast)]).toEqual([0, true]);
});

test('a ballast that is being made is given up like one that stands, and leaves nothing', async () => {
  const home = temporaryFolder();
  const ballast = new Ballast(join(home, 'ballast'), systemRandom);
  const filling = ballast.fill(64);
  expect(ballast.fill(64)).toBe(filling);
  while ((statSync(join(home, 'ballast.part'), { throwIfNoEntry: false })?.size ?? 0) === 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(ballast.giveUp()).toBe(true);
  expect(await filling).toEqual(fail({ kind: 'full' }));
  expect(readdirSync(home)).toEqual([]);
  expect(ballast.giveUp()).toBe(false);
  expectOk(await ballast.fill(1));
  expect(ballast.stands(1)).toBe(true);
});

test('a ballast that cannot be made says why', async () => {
  const ballast = new Ballast(join(temporaryFolder(), 'gone', 'ballast'), systemRandom);
  expect(await ballast.fill(1)).toEqual(fail({ kind: 'missing' }));
});

test('the free space of a folder is a number of bytes, and unknown for one that is not there', () => {
  expect(freeBytesIn(temporaryFolder())).toBeGreaterThan(0);
  expect(freeBytesIn(join(temporaryFolder(), 'gone'))).toBeNull();
});

function partsOf(directory: string): HomeOptions {
  const clock = { nowMs: () => Date.UTC(2026, 2, 4) };
  const deviceSecret = secretOf(directory);
  return { directory, deviceSecret, random: systemRandom, clock, draftKeyPolicy: CHEAP_KEYS };
}

async function openedHome(
  directory: string,
  more: Partial<HomeOptions>,
): Promise<Home & { readonly custody: Custody }> {
  const home = expectOk(await openHome({ ...partsOf(directory), ...more }));
  onTestFinished(() => home.close());
  const { custody } = home;
  if (custody === null) throw new Error('The home is not enrolled');
  return { ...home, custody };
}

test('on a full disk the present visit is saved and sealed with the room of the ballast', async () => {
  const directory = makeTestHome();
  const ballast = join(directory, 'ballast');
  const home = await openedHome(directory, { fs: fullUntilGone(ballast) });
  const code = someCode();
  const draft = expectOk(await home.custody.drafts.create(code, Buffer.from('before')));
  for (const work of ['save', 'compact', 'seal', 'settings'] as const) {
    await home.keepRoom();
    expect(existsSync(ballast)).toBe(true);
    const { outbox } = home.custody;
    const { seq } = outbox.next();
    const intake = { seq, intakeId: intakeIdOf(seq), bytes: Buffer.from('sealed'), withdrawTag: null, ringToday: true };
    if (work === 'save') expectOk(draft.save(Buffer.from('one')));
    else if (work === 'compact') expectOk(draft.compact(Buffer.from('two')));
    else if (work === 'seal') expectOk(outbox.commit(intake));
    else expectOk(home.state.change((content) => ({ ...content })));
    expect(existsSync(ballast)).toBe(false);
  }
  const told = readdirSync(home.layout.audit).map((name) => readFileSync(join(home.layout.audit, name), 'utf8'));
  expect(told.join('').split('ballastGivenUp')).toHaveLength(5);
  draft.close();
  expect(newestOf(expectOk(await home.custody.drafts.open(code)))).toBe('two');
});

test('a home on a full disk opens with the room of its ballast, and is closed without one', async () => {
  const directory = makeTestHome();
  const before = await openedHome(directory, {});
  await before.keepRoom();
  await before.close();
  const fs = fullUntilGone(join(directory, 'ballast'));
  await (await openedHome(directory, { fs })).close();
  expect(existsSync(join(directory, 'ballast'))).toBe(false);
  const opened = await openHome({ ...partsOf(directory), fs: fullFileSystem('write', () => true) });
  expect(opened).toEqual(fail({ kind: 'full' }));
});

test('a home takes a new visit where its settings’ space is free', async () => {
  const full = await openedHome(makeTestHome(), { freeBytes: () => 2 * MIB - 1 });
  const roomy = await openedHome(makeTestHome(), { freeBytes: () => 2 * MIB });
  expect([full.hasRoom(), roomy.hasRoom()]).toEqual([false, true]);
});
