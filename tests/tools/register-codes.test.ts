import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { registerSchema, type Register } from '../../core/pack/meanings.ts';
import { OWN_FOLDERS } from '../../tools/content/content-source.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const CODE = 'helper.option.alone';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  cpSync(OWN_FOLDERS.pack, join(folder, 'pack'), { recursive: true });
  cpSync(OWN_FOLDERS.locales, join(folder, 'locales'), { recursive: true });
  writeFileSync(join(folder, 'pack/codes.json'), JSON.stringify({ format: 1, codes: {} }));
});

/** Runs the command on the copied content. */
function codes(...more: readonly string[]) {
  const folders = ['--pack', join(folder, 'pack'), '--locales', join(folder, 'locales')];
  const command = ['--import', 'tsx', join(root, 'tools/register-codes.ts'), ...folders, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function register(): Register {
  return registerSchema.parse(JSON.parse(readFileSync(join(folder, 'pack/codes.json'), 'utf8')));
}

function setDanish(key: string, text: string | undefined): void {
  const path = join(folder, 'locales/da/intake.json');
  const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  writeFileSync(path, JSON.stringify({ ...texts, [key]: text }));
}

describe('The register of codes', () => {
  test('takes every code once, and has nothing more to do after that', () => {
    const first = codes();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const before = register();
    expect(first.stdout).toBe(`New: ${Object.keys(before.codes).length}, given up: 0, taken up again: 0.\n`);
    expect(before.codes[CODE]?.texts).toHaveProperty(['intake.helper.option.alone']);
    expect(codes()).toMatchObject({ status: 0, stdout: 'New: 0, given up: 0, taken up again: 0.\n' });
    expect(register()).toEqual(before);
  });

  test('leaves a changed meaning for somebody to decide, who can confirm that it is the same', () => {
    codes();
    const before = register();
    setDanish('intake.helper.option.alone', 'Jeg sidder her alene');
    const undecided = codes();
    expect(undecided.status).toBe(1);
    expect(undecided.stdout).toContain(`confirm it with \`npm run codes -- --same ${CODE}\``);
    expect(register()).toEqual(before);
    expect(codes('--same', CODE).status).toBe(0);
    expect(register().codes[CODE]).not.toEqual(before.codes[CODE]);
    expect(codes().status).toBe(0);
  });

  test('keeps a code that is given up, and marks it', () => {
    codes();
    const path = join(folder, 'pack/codes.json');
    writeFileSync(
      path,
      JSON.stringify({ ...register(), codes: { ...register().codes, 'old.option.yes': { texts: {} } } }),
    );
    expect(codes().stdout).toBe('New: 0, given up: 1, taken up again: 0.\n');
    expect(register().codes['old.option.yes']).toEqual({ texts: {}, retired: true });
  });

  test('refuses to confirm a code that no version uses', () => {
    expect(codes('--same', 'helper.option.robot')).toMatchObject({
      status: 2,
      stderr: 'No version uses a code called helper.option.robot.\n',
    });
  });

  test('registers nothing before every Danish text is written, and the pack is sound', () => {
    setDanish('intake.helper.option.alone', undefined);
    const unwritten = codes();
    expect(unwritten.status).toBe(1);
    expect(unwritten.stdout).toContain('intake.helper.option.alone: write the Danish text first');
    expect(register().codes).toEqual({});
    rmSync(join(folder, 'pack/swedish.json'));
    const broken = codes();
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain('swedish.json: the whole file: This file is missing: put it back.');
  });

  test('refuses an unknown argument', () => {
    expect(codes('--different', CODE).status).toBe(2);
  });
});
