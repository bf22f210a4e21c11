import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { contentVersionId } from '../../../electron/content/content-files.ts';
import {
  checkInstalled,
  HOUSE_FILE,
  installContent,
  installVersion,
  isInstalled,
  loadContent,
  newestInstalled,
  readVersion,
} from '../../../electron/content/content-store.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { PICTOGRAM, programContent } from './shipped-content.ts';

let program: string;
let contentFolder: string;
beforeEach(() => {
  program = programContent();
  contentFolder = join(temporaryFolder(), 'content');
  mkdirSync(contentFolder);
});

const PACK = 'assets/content/intake/questionnaire.json';
const PICTURE = `assets/pictograms/${PICTOGRAM}.svg`;

/** The folder of the only version that is installed. */
function installedFolder(): string {
  const [only = ''] = readdirSync(contentFolder);
  return join(contentFolder, only);
}

describe('Installing', () => {
  test('makes a folder that is loaded as the version it is named by', () => {
    const id = expectOk(installContent(program, contentFolder));
    const content = expectOk(loadContent(contentFolder, id));
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(content.id).toBe(id);
    expect(installedFolder()).toBe(join(contentFolder, id.slice(0, 16)));
    expect(content.catalogue.kl['kiosk.bar.finish']).toBeTypeOf('string');
    expect(content.pack.danish.byLinkId.has('helper')).toBe(true);
    expect(content.pictogramSheet()).toContain(`<symbol id="pictogram-${PICTOGRAM}"`);
  });

  test('is for the owner of the home alone', () => {
    expectOk(installContent(program, contentFolder));
    expect(statSync(installedFolder()).mode & 0o777).toBe(0o700);
    expect(statSync(join(installedFolder(), PACK)).mode & 0o777).toBe(0o600);
  });

  test('twice makes one folder, and leaves it as it is', () => {
    const first = expectOk(installContent(program, contentFolder));
    const { ino } = statSync(installedFolder());
    expect(expectOk(installContent(program, contentFolder))).toBe(first);
    expect(readdirSync(contentFolder)).toHaveLength(1);
    expect(statSync(installedFolder()).ino).toBe(ino);
  });

  test('another content keeps the older version beside it', () => {
    const older = expectOk(installContent(program, contentFolder));
    writeFileSync(join(program, PICTURE), '<svg/>');
    const newer = expectOk(installContent(program, contentFolder));
    expect(newer).not.toBe(older);
    expectOk(loadContent(contentFolder, older));
    expect(expectOk(loadContent(contentFolder, newer)).pictogramSheet()).not.toContain(PICTOGRAM);
  });

  test('begins anew what was interrupted', () => {
    const id = expectOk(installContent(program, temporaryFolder()));
    const unfinished = join(contentFolder, `${id.slice(0, 16)}.tmp`);
    mkdirSync(join(unfinished, 'assets', 'content', 'intake'), { recursive: true });
    writeFileSync(join(unfinished, PACK), '{"half');
    writeFileSync(join(unfinished, 'left-over.json'), '{}');
    expect(loadContent(contentFolder, id)).toEqual({ ok: false, error: { kind: 'missing', id } });
    expect(installContent(program, contentFolder)).toEqual({ ok: true, value: id });
    expectOk(loadContent(contentFolder, id));
    expect(readdirSync(contentFolder)).toEqual([id.slice(0, 16)]);
  });

  test('says so when the home cannot take it', () => {
    const file = join(temporaryFolder(), 'content');
    writeFileSync(file, '');
    const cause = { kind: 'io', code: 'ENOTDIR' };
    expect(installContent(program, file)).toEqual({ ok: false, error: { kind: 'notWritten', cause } });
  });

  test('leaves no half version when it fails in the middle', () => {
    // So deep that every file has a path which the system takes, but for the one with the long name.
    const deep = join(contentFolder, ...Array.from({ length: 19 }, () => 'deep'.repeat(50)));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(program, 'z'.repeat(250)), '');
    const cause = { kind: 'io', code: 'ENAMETOOLONG' };
    expect(installContent(program, deep)).toEqual({ ok: false, error: { kind: 'notWritten', cause } });
    expect(readdirSync(deep)).toEqual([]);
  });

  test('copies no link', () => {
    symlinkSync('/etc/passwd', join(program, 'assets', 'pictograms', 'leads-away.svg'));
    const path = 'assets/pictograms/leads-away.svg';
    expect(installContent(program, contentFolder)).toEqual({ ok: false, error: { kind: 'noFile', path } });
    expect(readdirSync(contentFolder)).toEqual([]);
  });

  test('says so when the program has no content', () => {
    expect(installContent(join(program, 'nowhere'), contentFolder)).toEqual({
      ok: false,
      error: { kind: 'notRead', cause: { kind: 'missing' } },
    });
  });
});

describe('A version is refused', () => {
  let id: string;
  beforeEach(() => {
    id = expectOk(installContent(program, contentFolder));
  });
  const altered = () => ({ ok: false, error: { kind: 'altered', id } });

  test('when it is not there', () => {
    const unknown = 'f'.repeat(64);
    expect(loadContent(contentFolder, unknown)).toEqual({ ok: false, error: { kind: 'missing', id: unknown } });
  });

  test('when one byte of it was changed', () => {
    const picture = join(installedFolder(), PICTURE);
    const bytes = readFileSync(picture);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(picture, bytes);
    expect(loadContent(contentFolder, id)).toEqual(altered());
  });

  test('when a file came to it', () => {
    writeFileSync(join(installedFolder(), 'locales', 'added.json'), '{}');
    expect(loadContent(contentFolder, id)).toEqual(altered());
  });

  test('when only the first part of its name is right', () => {
    const similar = `${id.slice(0, 16)}${'0'.repeat(48)}`;
    expect(loadContent(contentFolder, similar)).toEqual({ ok: false, error: { kind: 'altered', id: similar } });
  });

  test('when it holds a link, even to what stood there before', () => {
    const folder = installedFolder();
    symlinkSync(join(program, 'locales'), join(folder, 'more'));
    expect(loadContent(contentFolder, id)).toEqual({ ok: false, error: { kind: 'noFile', path: 'more' } });
  });

  test('when a file stands where its folder should', () => {
    const file = join(contentFolder, 'abababababababab');
    writeFileSync(file, '');
    expect(existsSync(file)).toBe(true);
    expect(loadContent(contentFolder, 'ab'.repeat(32))).toEqual({
      ok: false,
      error: { kind: 'notRead', cause: { kind: 'io', code: 'ENOTDIR' } },
    });
  });
});

describe('Checking', () => {
  test('finds a version whole as it was installed', () => {
    const id = expectOk(installContent(program, contentFolder));
    expect(isInstalled(contentFolder, id)).toBe(true);
    expectOk(checkInstalled(contentFolder, id));
  });

  test('finds one byte that was changed, and a version that is not there', () => {
    const id = expectOk(installContent(program, contentFolder));
    writeFileSync(join(installedFolder(), PICTURE), '<svg/>');
    expect(checkInstalled(contentFolder, id)).toEqual(fail({ kind: 'altered', id }));
    const other = 'ab'.repeat(32);
    expect(isInstalled(contentFolder, other)).toBe(false);
    expect(checkInstalled(contentFolder, other)).toEqual(fail({ kind: 'missing', id: other }));
  });
});

describe('The newest version', () => {
  test('is none in a home that has never started', () => {
    expect(newestInstalled(contentFolder)).toEqual({ ok: true, value: null });
    expect(newestInstalled(join(contentFolder, 'none'))).toEqual({ ok: true, value: null });
  });

  test('is the one that was installed last, whatever its name, and not an unfinished one', () => {
    const first = expectOk(installContent(program, contentFolder));
    utimesSync(installedFolder(), 1000, 1000);
    writeFileSync(join(program, PICTURE), '<svg viewBox="0 0 150 150"/>');
    const second = expectOk(installContent(program, contentFolder));
    mkdirSync(join(contentFolder, `${'f'.repeat(16)}.tmp`));
    expect(expectOk(newestInstalled(contentFolder))?.id).toBe(second);
    utimesSync(join(contentFolder, second.slice(0, 16)), 500, 500);
    expect(expectOk(newestInstalled(contentFolder))?.id).toBe(first);
  });

  test('is one of a program: what the house has published stands on one of those', () => {
    const id = expectOk(installContent(program, contentFolder));
    const files = new Map(expectOk(readVersion(contentFolder, id)).files).set(HOUSE_FILE, toUtf8('{}'));
    expectOk(installVersion(contentFolder, { id: contentVersionId(files), files }, { like: [] }));
    utimesSync(join(contentFolder, id.slice(0, 16)), 500, 500);
    expect(expectOk(newestInstalled(contentFolder))?.id).toBe(id);
  });

  test('is refused when a byte of it was changed, when it holds a link, and when it cannot be read', () => {
    expectOk(installContent(program, contentFolder));
    const folder = installedFolder();
    writeFileSync(join(folder, PICTURE), '<svg/>');
    expect(newestInstalled(contentFolder)).toEqual(fail({ kind: 'altered', id: basename(folder) }));
    symlinkSync(join(program, 'locales'), join(folder, 'more'));
    expect(newestInstalled(contentFolder)).toEqual(fail({ kind: 'noFile', path: 'more' }));
    expect(newestInstalled(join(folder, PICTURE))).toMatchObject({ error: { kind: 'notRead' } });
  });
});
