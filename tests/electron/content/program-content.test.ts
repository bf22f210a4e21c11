import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '../../../core/basics/language.ts';
import { fail } from '../../../core/basics/result.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import type { ContentVersion } from '../../../electron/content/content-version.ts';
import { prepareContent, readPrepared } from '../../../electron/content/prepared-content.ts';
import {
  contentInPlace,
  openProgramContent,
  preparedFile,
  readProgramContent,
} from '../../../electron/content/program-content.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { programContent, shippedContent } from './shipped-content.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PACK = 'assets/content/intake/questionnaire.json';
const WORDS_HASH = nodeHasher.sha256(new Uint8Array(0));

let program: string;
let contentFolder: string;
beforeEach(() => {
  program = join(temporaryFolder(), 'content');
  symlinkSync(programContent(), program);
  contentFolder = join(temporaryFolder(), 'content');
  mkdirSync(contentFolder);
});

/** Prepares the program's content as the build does. */
function prepare(): void {
  writeFileSync(preparedFile(program), prepareContent(contentInPlace({ folder: program, prepared: null })));
}

/** Everything that a content version says, for comparing. */
function said(content: ContentVersion): object {
  const { id, pack, instruments, catalogue, dialects } = content;
  const of = <T>(tell: (tag: (typeof LANGUAGE_TAGS)[number]) => T): readonly T[] => LANGUAGE_TAGS.map(tell);
  return {
    ...{ id, pack, instruments, catalogue, dialects, sheet: content.pictogramSheet() },
    shown: of((tag) => content.shownTexts(tag)),
    statuses: of((tag) => Object.keys(catalogue[tag]).map((key) => [key, content.reviewStatus(tag, key)])),
  };
}

const noRecording = (): null => null;

describe('What is prepared', () => {
  test('says word for word what the files say', () => {
    const content = shippedContent();
    expect(said(readPrepared(toUtf8(prepareContent(content)), noRecording))).toEqual(said(content));
  });

  test('keeps how far texts are reviewed, and knows nothing of others', () => {
    const reviewed: ContentVersion = {
      ...shippedContent(),
      reviewStatus: (tag, key) => (tag === 'da' && key.startsWith('kiosk.') ? 'reviewed' : 'draft'),
    };
    const { reviewStatus } = readPrepared(toUtf8(prepareContent(reviewed)), noRecording);
    expect(reviewStatus('da', 'kiosk.bar.finish')).toBe('reviewed');
    expect(reviewStatus('sv', 'kiosk.bar.finish')).toBe('draft');
    expect(reviewStatus('da', 'toString')).toBe('draft');
  });

  test('is written by the build beside the content that it copied', () => {
    execFileSync(process.execPath, ['--import', 'tsx', 'tools/prepare-content.ts', program], { cwd: ROOT });
    const { prepared } = readProgramContent(program);
    expect(prepared === null ? null : said(prepared)).toEqual(
      said(contentInPlace({ folder: program, prepared: null })),
    );
  });

  test('is no content when it is damaged: so is the program', () => {
    writeFileSync(preparedFile(program), '{"half');
    expect(() => readProgramContent(program)).toThrow();
  });

  test('finds what people recorded in the program', () => {
    prepare();
    const folder = join(program, 'assets', 'audio', 'kl');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${WORDS_HASH}.opus`), 'sound');
    const recording = (language: 'kl' | 'da') =>
      contentInPlace(readProgramContent(program)).recording(language, WORDS_HASH);
    expect(Buffer.from(recording('kl') ?? []).toString()).toBe('sound');
    expect(recording('da')).toBeNull();
  });
});

describe('A home', () => {
  test('gets its copy at first, and later starts read no file of it', () => {
    prepare();
    const ready = readProgramContent(program);
    const first = expectOk(openProgramContent(ready, contentFolder));
    expect(readdirSync(contentFolder)).toEqual([first.id.slice(0, 16)]);
    rmSync(program, { recursive: true });
    expect(expectOk(openProgramContent(ready, contentFolder)).id).toBe(first.id);
  });

  test('opens the same version where nothing was prepared', () => {
    const content = expectOk(openProgramContent(readProgramContent(program), contentFolder));
    expect(content.id).toBe(contentInPlace(readProgramContent(program)).id);
    expect(readdirSync(contentFolder)).toEqual([content.id.slice(0, 16)]);
  });

  test('takes nothing that was prepared from other files', () => {
    prepare();
    const ready = readProgramContent(program);
    writeFileSync(join(program, 'locales/da/kiosk.json'), '{}');
    const id = ready.prepared?.id ?? '';
    expect(openProgramContent(ready, contentFolder)).toEqual(fail({ kind: 'altered', id }));
  });

  test('takes nothing from a program that has no content', () => {
    const nothing = readProgramContent(join(temporaryFolder(), 'content'));
    expect(openProgramContent(nothing, contentFolder)).toMatchObject({ ok: false, error: { kind: 'notRead' } });
  });
});

describe('Read in place, for a closed kiosk,', () => {
  test.each([
    ['a link', () => symlinkSync('/etc', join(program, 'link')), 'noFile'],
    ['a pack that is no JSON', () => writeFileSync(join(program, PACK), '{'), 'unreadable'],
    ['a pack with a dead end', () => writeFileSync(join(program, PACK), '{}'), 'badPack'],
  ])('%s says that the program is damaged', (_, damage, kind) => {
    damage();
    expect(() => contentInPlace(readProgramContent(program))).toThrow(`The program's content is damaged: ${kind}`);
  });
});
