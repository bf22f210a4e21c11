import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { Mirror } from '../../../electron/outbox/mirror.ts';
import type { Custody } from '../../../electron/store/home.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { intakeIdOf } from '../intake-id.ts';
import { makeTestHome, openTestHomeForTest } from '../test-home.ts';

const KEY = new Uint8Array(32).fill(7);

let outbox: Custody['outbox'];
let home: string;
let folder: string;
let told: string[];
let mirror: Mirror;
beforeEach(async () => {
  const opened = await openTestHomeForTest(makeTestHome());
  ({ outbox } = opened.custody);
  ({ home } = opened.layout);
  folder = join(temporaryFolder(), 'second');
  mkdirSync(folder);
  told = [];
  mirror = mirrorOf({ home, mediumOf: (path) => (path === home ? 1 : mediumIn(path)) });
});

/** Another medium than HOME's, as long as it is there. */
function mediumIn(path: string): number {
  readdirSync(path);
  return 2;
}

function mirrorOf(more: { readonly home: string; readonly mediumOf?: (folder: string) => number }): Mirror {
  return new Mirror({ outbox, folder: () => folder, tell: (event) => told.push(event), ...more });
}

/** Seals an intake and returns its name on a mirror. */
function seals(): string {
  const { seq } = outbox.next();
  const withdrawTag = withdrawTagOf(KEY, nodeHasher);
  const bytes = Buffer.from(`sealed ${seq}`);
  return expectOk(outbox.commit({ seq, intakeId: intakeIdOf(seq), bytes, withdrawTag })).fileName;
}

test('every sealed intake gets a copy of the same bytes, and nothing is told while all is well', async () => {
  const names = [seals(), seals()];
  await mirror.catchUp();
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
  expect(readFileSync(join(folder, names[1] ?? ''), 'utf8')).toBe('sealed 2');
  await mirror.catchUp();
  expect(told).toEqual([]);
});

test('asked again while it works, it looks once more', async () => {
  const first = seals();
  const working = mirror.catchUp();
  const second = seals();
  expect(mirror.catchUp()).toBe(working);
  await working;
  expect(readdirSync(folder).toSorted()).toEqual([first, second].toSorted());
});

test('a medium that is gone stops nobody, is told once, and is caught up when it is back', async () => {
  rmSync(folder, { recursive: true });
  const names = [seals()];
  await mirror.catchUp();
  names.push(seals());
  await mirror.catchUp();
  expect(told).toEqual(['mirrorBehind']);
  mkdirSync(folder);
  await mirror.catchUp();
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
  expect(told).toEqual(['mirrorBehind', 'mirrorCaughtUp']);
});

test('an empty folder where no medium is mounted gets nothing', async () => {
  seals();
  await mirrorOf({ home: folder }).catchUp();
  expect([readdirSync(folder), told]).toEqual([[], ['mirrorBehind']]);
});

test('an intake whose own file is damaged is told, and keeps no other from being copied', async () => {
  seals();
  const good = seals();
  writeFileSync(join(home, 'outbox', '00000001.age'), 'other bytes');
  await mirror.catchUp();
  expect([readdirSync(folder), told]).toEqual([[good], ['mirrorBehind']]);
});

test('what was left unfinished is no copy', async () => {
  const name = seals();
  writeFileSync(join(folder, `${name}.part`), 'half');
  await mirror.catchUp();
  expect(readdirSync(folder)).toEqual([name]);
});

test('what a person took back goes from the mirror too, and what is not ours stays', async () => {
  seals();
  writeFileSync(join(folder, 'photo.jpg'), 'not ours');
  await mirror.catchUp();
  expectOk(outbox.withdraw(KEY));
  await mirror.catchUp();
  expect([readdirSync(folder), told]).toEqual([['photo.jpg'], []]);
});
