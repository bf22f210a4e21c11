import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ok } from '../../../core/basics/result.ts';
import type { PictureCode } from '../../../core/intake/picture-code.ts';
import { openDrafts } from '../../../electron/store/drafts.ts';
import type { Drafts } from '../../../electron/store/drafts.ts';
import type { Epoch, LiveEpochs } from '../../../electron/store/epochs.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { exchangeableFileSystem, failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { CHEAP_KEYS, newestOf, someCode } from '../test-home.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const epoch = (number: number): Epoch => ({ number, secret: new Uint8Array(32).fill(number) });

let folder: string;
let quarantine: string;
let live: LiveEpochs;
/** Epochs below it are forgotten when the house is kept. */
let oldest: number;
let disk: { fs: FileSystem };
let drafts: Drafts;
beforeEach(() => {
  folder = temporaryFolder();
  quarantine = temporaryFolder();
  live = [epoch(1)];
  oldest = 1;
  disk = { fs: nodeFileSystem };
  drafts = started();
});

function started(): Drafts {
  const keys = { salt: new Uint8Array(32), log2N: 1 };
  const epochs = { live: () => live, forget: () => ok({ oldest, forgotten: 0 }) };
  const fs = exchangeableFileSystem(disk);
  return expectOk(openDrafts({ folder, quarantine, keys, epochs, random: systemRandom, fs, policy: CHEAP_KEYS }));
}

const nextDay = () => (live = [epoch(live[0].number + 1), ...live]);
const names = () => readdirSync(folder).map((name) => name.slice(0, 9));

/** A draft that was kept under a code, and not continued since. */
async function keptDraft(text: string): Promise<PictureCode> {
  const code = someCode();
  expectOk(await drafts.create(code, bytes(text))).close();
  return code;
}

async function opens(code: PictureCode): Promise<string> {
  const { draft, contents } = expectOk(await drafts.open(code));
  draft.close();
  return newestOf({ contents });
}

test('a new draft belongs to the newest epoch, and its name says which', async () => {
  await keptDraft('one');
  nextDay();
  await keptDraft('two');
  expect(names().toSorted()).toEqual(['00000001-', '00000002-']);
});

test('who comes back has full time again: the draft moves to the newest epoch with all that was saved', async () => {
  const code = await keptDraft('one');
  nextDay();
  nextDay();
  const { draft, contents } = expectOk(await drafts.open(code));
  expect(newestOf({ contents })).toBe('one');
  expect(names()).toEqual(['00000003-']);
  expectOk(draft.save(bytes('two')));
  draft.close();
  drafts = started();
  expect(await opens(code)).toBe('two');
  expect(names()).toEqual(['00000003-']);
  live = [live[0]];
  expect(await opens(code)).toBe('two');
});

test('a stop at any step of moving loses nothing and leaves one draft', async () => {
  for (const call of ['open', 'write', 'fsync', 'link', 'unlink'] as const) {
    for (let from = 1; from <= 4; from += 1) {
      const code = await keptDraft('one');
      nextDay();
      disk.fs = failingFileSystem({ call, code: 'EIO', from, isLasting: true });
      const opened = await drafts.open(code);
      if (opened.ok) opened.value.draft.close();
      disk.fs = nodeFileSystem;
      drafts = started();
      expect(await opens(code)).toBe('one');
      expect(readdirSync(folder)).toHaveLength(1);
      expectOk(expectOk(await drafts.open(code)).draft.delete());
      expect(readdirSync(folder)).toEqual([]);
    }
  }
});

test('on a full disk a draft that cannot move goes on in its own epoch', async () => {
  const code = await keptDraft('one');
  nextDay();
  disk.fs = failingFileSystem({ call: 'link', code: 'ENOSPC' });
  const { draft, contents } = expectOk(await drafts.open(code));
  expect(newestOf({ contents })).toBe('one');
  expect(names()).toEqual(['00000001-']);
  expectOk(draft.save(bytes('two')));
  draft.close();
  expect(await opens(code)).toBe('two');
});

test('two files of one draft, as a stop between moving and removing leaves them, become the newer one', async () => {
  const code = await keptDraft('old');
  const [name = ''] = readdirSync(folder);
  copyFileSync(join(folder, name), join(quarantine, 'aside'));
  nextDay();
  const { draft } = expectOk(await drafts.open(code));
  expectOk(draft.save(bytes('new')));
  draft.close();
  copyFileSync(join(quarantine, 'aside'), join(folder, name));
  expect(readdirSync(folder)).toHaveLength(2);
  disk.fs = failingFileSystem({ call: 'unlink', code: 'EIO' });
  expect(await drafts.open(code)).toEqual({ ok: false, error: { kind: 'io', code: 'EIO' } });
  expect(await opens(code)).toBe('new');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a torn tail follows its draft to the new epoch, and is deleted with it', async () => {
  const code = await keptDraft('one');
  const path = join(folder, readdirSync(folder)[0] ?? '');
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('torn')]));
  nextDay();
  const { draft, hadTornTail } = expectOk(await drafts.open(code));
  expect(hadTornTail).toBe(true);
  expect(readdirSync(quarantine)[0]).toMatch(/^torn-00000002-/);
  expectOk(draft.delete());
  expect([readdirSync(folder), readdirSync(quarantine)]).toEqual([[], []]);
});

test('drafts of forgotten epochs are removed, also what stands of them in quarantine, and all others stay', async () => {
  const old = await keptDraft('old');
  const torn = join(quarantine, `torn-${readdirSync(folder)[0] ?? ''}.0123456789abcdef`);
  writeFileSync(torn, 'torn');
  writeFileSync(join(quarantine, 'torn-ledger.jsonl.00000001'), 'another’s');
  writeFileSync(join(folder, 'note.txt'), 'another’s');
  nextDay();
  const young = await keptDraft('young');
  expect(expectOk(drafts.forgetOld())).toBe(0);
  oldest = 2;
  live = [live[0]];
  expect(expectOk(drafts.forgetOld())).toBe(1);
  expect(existsSync(torn)).toBe(false);
  expect(readdirSync(quarantine)).toEqual(['torn-ledger.jsonl.00000001']);
  expect(names().toSorted()).toEqual(['00000002-', 'note.txt']);
  expect(await drafts.open(old)).toMatchObject({ ok: false, error: { kind: 'noSuchCode' } });
  expect(await opens(young)).toBe('young');
});

test('while somebody is at an open draft, nothing is forgotten', async () => {
  const draft = expectOk(await drafts.create(someCode(), bytes('one')));
  nextDay();
  oldest = 2;
  expect(expectOk(drafts.forgetOld())).toBe(0);
  expectOk(draft.save(bytes('two')));
  draft.close();
  expect(expectOk(drafts.forgetOld())).toBe(1);
});

test('a save is one write and one sync of its data, and nothing else', async () => {
  const calls: string[] = [];
  const draft = expectOk(await drafts.create(someCode(), bytes('one')));
  disk.fs = {
    ...nodeFileSystem,
    write: (...args) => {
      calls.push('write');
      return nodeFileSystem.write(...args);
    },
    fdatasync: (descriptor) => {
      calls.push('fdatasync');
      nodeFileSystem.fdatasync(descriptor);
    },
    open: (...args) => {
      calls.push('open');
      return nodeFileSystem.open(...args);
    },
    fsync: (descriptor) => {
      calls.push('fsync');
      nodeFileSystem.fsync(descriptor);
    },
  };
  expectOk(draft.save(bytes('two')));
  expectOk(draft.save(bytes('three')));
  expect(calls).toEqual(['write', 'fdatasync', 'write', 'fdatasync']);
});
