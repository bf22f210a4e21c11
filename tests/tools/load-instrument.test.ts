import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../core/basics/result.ts';
import { loadInstrument } from '../../tools/instruments/load-instrument.ts';
import { expectOk } from '../expect-ok.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { inventedFiles } from './invented-files.ts';

const SLOTS = ['audit', 'invented-example'];
let folder = '';
beforeEach(() => {
  folder = join(temporaryFolder(), 'assets', 'instruments');
});

function load(files = inventedFiles('da'), today = '2026-03-01'): Result<string, string> {
  return loadInstrument(files, { folder, today, slots: SLOTS });
}

const told = (result: Result<string, string>): string => (result.ok ? 'loaded' : result.error);

describe('An instrument is loaded', () => {
  test('into a folder that is made for it, beside its other languages, and again', () => {
    expect(expectOk(load())).toContain('invented-example.da.json: loaded, with 3 questions.');
    expectOk(load(inventedFiles('sv')));
    expectOk(load());
    expect(readdirSync(folder)).toEqual(['invented-example.da.json', 'invented-example.sv.json']);
  });
});

describe('Nothing is loaded, and one line says why,', () => {
  test.each([
    ['into a slot that no version has', { slot: 'no-such-slot' }, 'no slot "no-such-slot". Use one of these: audit,'],
    ['when the licence has run out', { licenceValidUntil: '2026-02-28' }, 'ran out on 2026-02-28'],
    ['with terms that have a mistake', { validated: 'surely' }, 'terms.validated: The terms have a mistake here'],
  ])('%s', (_, terms, line) => {
    expect(told(load(inventedFiles('da', terms)))).toContain(line);
    expect(told(load(inventedFiles('da', terms)))).not.toContain('\n');
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  test('beside another language that counts in another way', () => {
    expectOk(load());
    const scoring = { rule: 'sum', multiplyBy: 2 };
    expect(told(load(inventedFiles('sv', { scoring })))).toContain('Another language of "invented-example"');
    expect(readdirSync(folder)).toEqual(['invented-example.da.json']);
  });

  test('beside a file that is no instrument', () => {
    expectOk(load());
    writeFileSync(join(folder, 'notes.json'), '{}');
    expect(told(load(inventedFiles('sv')))).toContain('notes.json: This is no instrument');
  });

  test('over another wording of the same version', () => {
    expectOk(load());
    const path = join(folder, 'invented-example.da.json');
    const before = readFileSync(path, 'utf8');
    const files = inventedFiles('da');
    writeFileSync(files.questionnaire, readFileSync(files.questionnaire, 'utf8').replace('ravn', 'måge'));
    expect(told(load(files))).toContain('The wording is not the one that the terms lock.');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('where no folder can be', () => {
    folder = join(inventedFiles('da').terms, 'inside');
    expect(told(load())).toContain('This file cannot be written');
  });

  test('from files that are not there', () => {
    expect(told(load({ questionnaire: '/nowhere/q.json', terms: '/nowhere/t.json' }))).toBe(
      '/nowhere/q.json: This file cannot be read as JSON.',
    );
  });
});

describe('The command', () => {
  const command = (...words: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tools/load-instrument.ts', ...words], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      encoding: 'utf8',
    });

  test('loads into the folder that it is told', () => {
    const { questionnaire, terms } = inventedFiles('da');
    expect(command('load', questionnaire, terms, '--out', folder)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(folder)).toEqual(['invented-example.da.json']);
  });

  test.each([[['load', 'q.json', 't.json', '--colour', 'red']], [['wording', 'q.json', '--slot', 'X y']], [[]]])(
    'that is not understood shows how it is used: %j',
    (words) => {
      const { status, stderr } = command(...words);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^npm run instrument -- wording [^\n]*\nnpm run instrument -- load [^\n]*\n$/);
    },
  );
});
