import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { openDrafts, type Drafts } from '../../../electron/store/drafts.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { exchangeableFileSystem, failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { standingEpochs } from '../store/standing-epochs.ts';
import { CHEAP_KEYS } from '../test-home.ts';
import { madeVisit, visitWithFakes, type MadeVisit } from './made-visit.ts';
import { does, goesTo, NAME, placeOf } from './person.ts';
import { codeOf, saysName, takesCode } from './with-code.ts';

describe('With drafts on the disk,', () => {
  let folders: { readonly folder: string; readonly quarantine: string };
  let disk: { fs: FileSystem };
  let kiosk: MadeVisit;
  beforeEach(() => {
    folders = { folder: temporaryFolder(), quarantine: temporaryFolder() };
    disk = { fs: nodeFileSystem };
    kiosk = madeVisit(draftsOnDisk());
  });

  function draftsOnDisk(): Drafts {
    const keys = { salt: new Uint8Array(32), log2N: CHEAP_KEYS.lowestLog2N };
    const epochs = standingEpochs({ number: 1, secret: new Uint8Array(32).fill(1) });
    const fs = exchangeableFileSystem(disk);
    return expectOk(openDrafts({ ...folders, keys, epochs, random: systemRandom, fs, policy: CHEAP_KEYS }));
  }

  /** The kiosk after its plug was pulled and put in again. */
  function startAgain(): void {
    disk.fs = nodeFileSystem;
    kiosk = madeVisit(draftsOnDisk(), kiosk);
  }

  function fileSizes(): readonly number[] {
    return readdirSync(folders.folder).map((name) => statSync(join(folders.folder, name)).size);
  }

  test('a code is sixteen digits and eight pictures, and stands for one file', async () => {
    goesTo(kiosk.visit, 'helper');
    const { digits, pictures } = expectOk(await kiosk.visit.takeCode());
    expect(digits).toMatch(/^[1-8]{4} [1-8]{4} [1-8]{4} [1-8]{4}$/);
    expect(pictures).toHaveLength(8);
    expect(kiosk.visit.show().codeTaken).toBe(true);
    expect(fileSizes()).toHaveLength(1);
  });

  test('a visit that was kept goes on where it stood, with every answer', async () => {
    saysName(kiosk.visit);
    const before = kiosk.visit.show();
    const code = await takesCode(kiosk.visit);
    expectOk(kiosk.visit.keep());
    expect(JSON.stringify(kiosk.visit.show())).not.toContain(NAME);
    expect(kiosk.visit.show()).toMatchObject({ scene: { kind: 'greeting' }, codeTaken: false });
    expect(expectOk(await kiosk.visit.resume(code))).toEqual({ ...before, codeTaken: true });
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
    expect(JSON.stringify(kiosk.seal.sealed)).toContain(NAME);
    expect(fileSizes()).toEqual([]);
  });

  test('a visit goes on after the plug was pulled', async () => {
    goesTo(kiosk.visit, 'call-name');
    const code = await takesCode(kiosk.visit);
    saysName(kiosk.visit);
    const before = kiosk.visit.show();
    startAgain();
    expect(expectOk(await kiosk.visit.resume(` ${code.replaceAll(' ', '')} `))).toEqual(before);
  });

  test('keeping leaves one save in the file, however many there were', async () => {
    saysName(kiosk.visit);
    const code = await takesCode(kiosk.visit);
    for (let times = 0; times < 5; times += 1) does(kiosk.visit, { kind: 'chooseLanguage', language: 'sv' });
    const [before = 0] = fileSizes();
    expectOk(kiosk.visit.keep());
    expect(fileSizes()[0]).toBeLessThan(before);
    expect(expectOk(await kiosk.visit.resume(code)).language).toBe('sv');
  });

  test('deleting everything leaves no file, and the code opens nothing', async () => {
    saysName(kiosk.visit);
    const code = await takesCode(kiosk.visit);
    expectOk(kiosk.visit.forget());
    expect(fileSizes()).toEqual([]);
    expect(placeOf(kiosk.visit)).toBe('greeting');
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'noSuchCode' }));
  });

  test('a second code replaces the first', async () => {
    saysName(kiosk.visit);
    const first = await takesCode(kiosk.visit);
    const second = await takesCode(kiosk.visit);
    expect(second).not.toBe(first);
    expect(fileSizes()).toHaveLength(1);
    startAgain();
    expect(await kiosk.visit.resume(first)).toEqual(fail({ kind: 'noSuchCode' }));
    expectOk(await kiosk.visit.resume(second));
  });

  test('what is answered after a deletion failed is on the disk, even if the file had lost its name', async () => {
    goesTo(kiosk.visit, 'call-name');
    const code = await takesCode(kiosk.visit);
    disk.fs = failingFileSystem({ call: 'fsync', code: 'EIO' });
    expect(kiosk.visit.forget()).toEqual(fail({ kind: 'notDeleted' }));
    saysName(kiosk.visit);
    const before = kiosk.visit.show();
    startAgain();
    expect(expectOk(await kiosk.visit.resume(code))).toEqual(before);
  });
});

describe('Taking a code', () => {
  let kiosk: ReturnType<typeof visitWithFakes>;
  beforeEach(() => {
    kiosk = visitWithFakes();
    goesTo(kiosk.visit, 'call-name');
  });

  test.each([
    ['full', 'full'],
    ['codeTaken', 'notSaved'],
    ['io', 'notSaved'],
  ])('fails (%s) without a code, and the visit goes on without one', async (fault, kind) => {
    kiosk.drafts.failing.set('create', fault);
    expect(await kiosk.visit.takeCode()).toEqual(fail({ kind }));
    expect(kiosk.visit.show().codeTaken).toBe(false);
    saysName(kiosk.visit);
    expect(kiosk.visit.keep()).toEqual(fail({ kind: 'notSaved' }));
    expect(JSON.stringify(kiosk.visit.act({ kind: 'back' }))).toContain(NAME);
  });

  test('a second time that fails leaves the first code as it was', async () => {
    const first = await takesCode(kiosk.visit);
    kiosk.drafts.failing.set('create', 'full');
    expect(await kiosk.visit.takeCode()).toEqual(fail({ kind: 'full' }));
    kiosk.drafts.failing.clear();
    saysName(kiosk.visit);
    expect(kiosk.drafts.codes).toEqual([codeOf(first)]);
    expect(kiosk.drafts.kept.get(codeOf(first))?.saves.at(-1)).toContain(NAME);
  });

  test('a second time keeps the first code when its draft cannot be deleted: a visit has one draft', async () => {
    const first = await takesCode(kiosk.visit);
    kiosk.drafts.failing.set('delete', 'io');
    expect(await kiosk.visit.takeCode()).toEqual(fail({ kind: 'notSaved' }));
    kiosk.drafts.failing.clear();
    saysName(kiosk.visit);
    expect(kiosk.drafts.kept.get(codeOf(first))?.saves.at(-1)).toContain(NAME);
    expect(expectOk(await kiosk.visit.takeCode()).digits).not.toBe(first);
    expect(kiosk.drafts.kept.has(codeOf(first))).toBe(false);
  });
});

describe('Keeping and deleting', () => {
  let kiosk: ReturnType<typeof visitWithFakes>;
  beforeEach(async () => {
    kiosk = visitWithFakes();
    saysName(kiosk.visit);
    expectOk(await kiosk.visit.takeCode());
  });

  test.each([
    ['keep', 'compact', 'full', 'full'],
    ['keep', 'compact', 'io', 'notSaved'],
    ['forget', 'delete', 'io', 'notDeleted'],
  ] as const)('%s says so when it fails, and the visit goes on', (end, work, fault, kind) => {
    const before = kiosk.visit.show();
    kiosk.drafts.failing.set(work, fault);
    expect(kiosk.visit[end]()).toEqual(fail({ kind }));
    expect(kiosk.visit.show()).toEqual(before);
    expect([...kiosk.drafts.kept.values()][0]).toMatchObject({ isOpen: true });
    kiosk.drafts.failing.clear();
    expectOk(kiosk.visit[end]());
    expect(placeOf(kiosk.visit)).toBe('greeting');
  });

  test('keeping closes the draft; deleting removes it', () => {
    expectOk(kiosk.visit.keep());
    expect([...kiosk.drafts.kept.values()]).toMatchObject([{ isOpen: false }]);
    goesTo(kiosk.visit, 'readBack');
    expectOk(kiosk.visit.forget());
    expect(kiosk.drafts.kept.size).toBe(1);
    expect(placeOf(kiosk.visit)).toBe('greeting');
  });

  test('nothing is kept without a code', () => {
    expectOk(kiosk.visit.forget());
    saysName(kiosk.visit);
    expect(kiosk.visit.keep()).toEqual(fail({ kind: 'notSaved' }));
    expect(placeOf(kiosk.visit)).not.toBe('greeting');
  });
});
