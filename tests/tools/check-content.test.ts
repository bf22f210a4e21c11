import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent, type ContentReport } from '../../tools/content/check-content.ts';
import { PACK_FOLDER } from '../../tools/content/content-source.ts';
import { readLocales, type TextProblem } from '../../tools/locales/locale-files.ts';
import { BROKEN_PACKS } from '../core/pack/broken/broken-packs.ts';
import { openPack } from '../core/pack/open-pack.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { BROKEN_CONTENTS } from './broken/broken-contents.ts';
import { openContent, setPack, setTexts, type OpenContent } from './open-content.ts';

const root = resolve(import.meta.dirname, '../..');
const SOUND: ContentReport = checkContent(openContent());

test('The content that ships is sound', () => {
  expect(SOUND.problems).toEqual([]);
});

test('The summary counts questions, changes and texts, and tells the hardest section', () => {
  const { items, overlayChanges, texts, missing, lix, problems } = SOUND.summary;
  expect(items).toBeGreaterThanOrEqual(66);
  expect(overlayChanges.greenlandic + overlayChanges.danish + overlayChanges.swedish).toBeGreaterThanOrEqual(30);
  // Greenlandic has every text but those of the desks.
  expect(texts.kl).toBe(texts.da - Object.keys(readLocales(root).da.desk).length);
  expect(texts.sv).toBe(texts.da);
  expect({ missing, problems }).toEqual({ missing: 0, problems: 0 });
  expect(lix.da).toBeLessThanOrEqual(25);
  expect(lix.sv).toBeLessThanOrEqual(30);
  expect(lix.da).toBe(Math.round(lix.da * 10) / 10);
});

describe('The check of the content finds', () => {
  test.each(BROKEN_CONTENTS)('$what', ({ breaking, problem }) => {
    const content = openContent();
    breaking(content);
    const { problems, summary } = checkContent(content);
    expect(problems).toContainEqual(problem);
    expect(summary.problems).toBe(problems.length);
  });

  // tests/core/pack/load.test.ts tries all of them; here a few show that they come through.
  test.each(BROKEN_PACKS.filter((_, index) => index % 12 === 0))('$what, by its file', ({ breaking, problem }) => {
    const [content, pack] = [openContent(), openPack()];
    breaking(pack);
    setPack(content, pack);
    const { file, place, remedy } = problem;
    expect(checkContent(content).problems).toContainEqual({ file: `${PACK_FOLDER}/${file}`, key: place, remedy });
  });

  test('a key in the program that no language has', () => {
    const content = { ...openContent(), program: [{ path: 'renderer/a.tsx', text: "say('kiosk.bar.danse')" }] };
    expect(checkContent(content).problems).toContainEqual({
      file: 'renderer/a.tsx',
      key: 'kiosk.bar.danse',
      remedy: 'No language has this text: write it, or mend the key.',
    });
  });
});

const HARD = 'Behandlingsansvarlige myndigheder tilvejebringer alle de nødvendige oplysninger vedrørende henvendelsen';

test('A section that is hard to read is named with its version, and with the texts to begin with', () => {
  const content = openContent();
  const linkIds = ['illness', 'illness-what', 'sleep-tonight', 'afraid', 'too-much', 'shaking', 'fits'];
  const keys = linkIds.map((linkId) => `intake.${linkId}.title`);
  const hard = Object.fromEntries(keys.map((key) => [key, HARD]));
  setTexts(content, 'da', 'intake', hard);
  const found = checkContent(content).problems.find(({ key }) => key === 'the section "body" of the danish version');
  expect(found?.file).toBe('locales/da/intake.json');
  expect(found?.remedy).toMatch(/^LIX is \d+\.\d, at most 25: use shorter words and sentences\. Begin with /);
  for (const key of found?.remedy.split('Begin with ')[1]?.replace(/\.$/, '').split(', ') ?? [])
    expect(keys).toContain(key);
  expect(checkContent(content).summary.lix.da).toBeGreaterThan(25);
});

test('A Greenlandic word of more than 28 letters is listed, and is no problem', () => {
  const content = openContent();
  const word = 'a'.repeat(29);
  setTexts(content, 'kl', 'intake', { 'intake.helper.title': word });
  const { notes, problems } = checkContent(content);
  expect(notes).toContainEqual({
    file: 'locales/kl/intake.json',
    key: 'intake.helper.title',
    remedy: `"${word}" has 29 letters: look for a shorter word.`,
  });
  expect(problems.filter(({ remedy }) => remedy.includes('letters'))).toEqual([]);
});

test('Missing texts are counted over all languages', () => {
  const content = openContent();
  setTexts(content, 'da', 'intake', { 'intake.helper.title': undefined });
  setTexts(content, 'sv', 'intake', { 'intake.helper.title': undefined, 'intake.age.title': undefined });
  expect(checkContent(content).summary.missing).toBe(3);
});

test('Without a pack the texts are checked all the same, and without texts the pack', () => {
  const withoutPack = openContent();
  withoutPack.files.set(`${PACK_FOLDER}/danish.json`, '{}');
  setTexts(withoutPack, 'sv', 'kiosk', { 'kiosk.bar.finish': 'Klar ' });
  const found = checkContent(withoutPack);
  expect(found.problems.map(({ remedy }) => remedy)).toContain('Remove the superfluous spaces.');
  expect(found.summary).toMatchObject({ items: 0, overlayChanges: { danish: 0 }, missing: 0 });
  expect(found.summary.lix.da).toBeGreaterThan(0);

  const withoutTexts = openContent();
  withoutTexts.files.delete('locales/da/kiosk.json');
  expect(checkContent(withoutTexts).summary).toMatchObject({
    items: SOUND.summary.items,
    texts: { kl: 0, da: 0, sv: 0 },
    lix: { da: 0, sv: 0 },
    problems: 1,
  });
});

/** Writes content to a folder and checks it there by the real command. */
function checkedInFolder(content: OpenContent, ...more: readonly string[]) {
  const folder = temporaryFolder();
  for (const [file, text] of content.files) {
    const path = join(folder, file.replace(PACK_FOLDER, 'pack'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text ?? Buffer.from([0xff, 0xfe]));
  }
  const [pack, locales] = [join(folder, 'pack'), join(folder, 'locales')];
  const told = run('--pack', pack, '--locales', locales, '--json', ...more);
  const place = (file: string): string => join(folder, file.replace(PACK_FOLDER, 'pack'));
  return { ...told, lineOf: ({ file, key, remedy }: TextProblem) => `${place(file)}: ${key}: ${remedy}` };
}

function run(...more: readonly string[]) {
  const command = ['--import', 'tsx', join(root, 'tools/check-content.ts'), ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, stderr, lines: stdout.trimEnd().split('\n') };
}

describe('The command', () => {
  test('says of sound content that it is, and ends with one line of JSON', () => {
    const { status, lines } = checkedInFolder(openContent());
    expect(lines).toEqual(['The content is sound.', JSON.stringify(SOUND.summary)]);
    expect(status).toBe(0);
    expect(Object.keys(SOUND.summary)).toEqual(['items', 'overlayChanges', 'texts', 'missing', 'lix', 'problems']);
  });

  test.each(
    BROKEN_CONTENTS.filter(({ what }) =>
      [
        'a text that Swedish lacks',
        'a word that labels a person in Greenlandic',
        'another meaning under an old code',
        'a comma too many',
        'a file in another encoding',
      ].includes(what),
    ),
  )('names the file of $what, and fails', ({ breaking, problem }) => {
    const content = openContent();
    breaking(content);
    const { status, lines, lineOf } = checkedInFolder(content);
    expect(lines).toContain(lineOf(problem));
    expect(status).toBe(1);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual(checkContent(content).summary);
  });

  test.each(
    BROKEN_PACKS.filter(({ what }) =>
      ['an item with an unknown key', 'a number outside the range', 'two slots of one name'].includes(what),
    ),
  )('names the file of $what, and fails', ({ breaking, problem: { file, place, remedy } }) => {
    const [content, pack] = [openContent(), openPack()];
    breaking(pack);
    setPack(content, pack);
    const { status, lines, lineOf } = checkedInFolder(content);
    expect(lines).toContain(lineOf({ file: `${PACK_FOLDER}/${file}`, key: place, remedy }));
    expect(status).toBe(1);
  });

  test('says of a folder that is not there what is missing in it', () => {
    const folder = join(temporaryFolder(), 'nothing');
    const { status, lines } = run('--pack', folder);
    expect(lines).toContain(
      `${join(folder, 'questionnaire.json')}: the whole file: This file is missing: put it back.`,
    );
    expect(status).toBe(1);
  });

  test.each([['--colour'], ['--pack'], ['extra']])('refuses the argument %s', (argument) => {
    const { status, stderr, lines } = run(argument);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: npm run check:content');
    expect(lines).toEqual(['']);
  });
});
