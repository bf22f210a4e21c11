import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acquireWriterLock } from '../../../node/writer-lock.ts';
import { installContent } from '../../../electron/content/content-store.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { programContent } from '../../electron/content/shipped-content.ts';
import { edit, freshHome, NOTHING, translations } from './a-home.ts';

const HIDE = /(id="kiosk\.hide"[\s\S]*?<target[^>]*>)[^<]*/;

const SOME = expect.any(Number) as number;

/** Exports Swedish from a home, and gives the file. */
async function exported(home: string, name = 'sv.xlf'): Promise<string> {
  const file = join(temporaryFolder(), name);
  expect(await translations('export', '--home', home, '--language', 'sv', file, '--json')).toMatchObject({ code: 0 });
  return file;
}

/** Words the text `kiosk.hide` in a file that came back. */
function wordHide(file: string, text: string): void {
  edit(file, (content) => content.replace(HIDE, `$1${text}`));
}

async function statusOf(home: string, language = 'sv'): Promise<unknown> {
  const { json } = await translations('status', '--home', home, '--language', language, '--json');
  return (json as { languages: readonly unknown[] }).languages[0];
}

test('an edited text comes home as a draft, once', async () => {
  const home = freshHome();
  const file = await exported(home);
  wordHide(file, 'Göm det');
  const first = await translations('import', '--home', home, file, '--json', '--by', 'A. B.');
  expect(first).toMatchObject({ code: 0, json: { ...NOTHING, changed: 1, unchanged: SOME } });
  expect(first.said).toHaveLength(1);
  expect(first.complained).toContain('Reading');
  expect(await translations('import', '--home', home, file, '--json')).toMatchObject({ code: 0, json: { changed: 0 } });
  const events = readFileSync(join(home, 'translations', 'sv.jsonl'), 'utf8')
    .trim()
    .split('\n');
  expect(events).toHaveLength(2);
  expect(JSON.parse(events[1] ?? '')).toMatchObject({ key: 'kiosk.hide', text: 'Göm det', by: 'A. B.', atMs: 1000 });
  expect(existsSync(join(home, 'content'))).toBe(false);
});

test('a file with a part of the texts is enough, and what is new in it is told by its kind', async () => {
  const home = freshHome();
  const file = await exported(home);
  edit(file, (content) => {
    const [unit = ''] = /<trans-unit id="kiosk\.hide"[\s\S]*?<\/trans-unit>/.exec(content) ?? [];
    const units = [unit.replace(/(<target[^>]*>)[^<]*/, '$1Göm'), unit.replace('kiosk.hide', 'kiosk.gone')];
    const bad = unit.replace('kiosk.hide', 'kiosk.bar.finish').replace(/(<target[^>]*>)[^<]*/, '$1Nästa\u200B');
    return content.replace(/<body>[\s\S]*<\/body>/, `<body>${[...units, bad].join('')}</body>`);
  });
  const imported = await translations('import', '--home', home, file);
  expect(imported).toMatchObject({
    code: 3,
    json: {
      changed: 1,
      unchanged: 0,
      unknown: 1,
      refused: [{ key: 'kiosk.bar.finish', reason: 'invisibleCharacter' }],
    },
  });
  expect(imported.said).toContain('Unknown, not taken: kiosk.gone');
  expect(imported.said.join('\n')).toContain('Refused: kiosk.bar.finish: there is an invisible character');
});

test('words that changed in the home meanwhile are a conflict with both texts, and stay', async () => {
  const home = freshHome();
  const [mine, theirs] = [await exported(home), await exported(home)];
  wordHide(mine, 'Göm');
  wordHide(theirs, 'Gömma');
  await translations('import', '--home', home, mine);
  const late = await translations('import', '--home', home, theirs);
  expect(late).toMatchObject({ code: 3, json: { ...NOTHING, unchanged: SOME, conflicts: 1 } });
  expect(late.said.join('\n')).toMatch(
    /Conflict, not taken: kiosk\.hide: the words changed.*\n.*Skjul\n.*Göm\n.*Gömma/,
  );
  expect(readFileSync(join(home, 'translations', 'sv.jsonl'), 'utf8')).not.toContain('Gömma');
});

test('a Danish text that changed in the home meanwhile is a conflict too, and is counted', async () => {
  const home = freshHome();
  const file = await exported(home);
  const danish = join(temporaryFolder(), 'da.xlf');
  await translations('export', '--home', home, '--language', 'da', danish);
  wordHide(danish, 'Skjul det nu');
  expect(await translations('import', '--home', home, danish)).toMatchObject({ code: 0, json: { changed: 1 } });
  wordHide(file, 'Göm');
  const imported = await translations('import', '--home', home, file);
  expect(imported).toMatchObject({ code: 3, json: { conflicts: 1, changed: 0 } });
  expect(imported.said.join('\n')).toContain('the Danish text changed');
  expect(await statusOf(home)).toMatchObject({ changedSource: 1 });
});

test('the status counts every text of every language and dialect', async () => {
  const home = freshHome();
  expect(await statusOf(home)).toMatchObject({ language: 'sv', missing: 0, approved: 0, changedSource: 0 });
  expect(await statusOf(home, 'kl-tunumiit')).toMatchObject({ draft: 1, noHumanVoice: 1 });
  const { said, code } = await translations('status', '--home', home);
  expect(code).toBe(0);
  expect(said.map((line) => line.split(':')[0])).toEqual(['kl', 'da', 'sv', 'kl-tunumiit', 'kl-x-avaneq']);
});

test('the texts are those of the newest content version of a home that has started', async () => {
  const home = freshHome();
  const program = programContent();
  edit(join(program, 'locales/sv/kiosk.json'), (content) =>
    content.replace(/("kiosk\.hide": )"[^"]*"/, '$1"Lägg undan"'),
  );
  expectOk(installContent(program, join(home, 'content')));
  const file = await exported(home);
  expect(readFileSync(file, 'utf8')).toContain('>Lägg undan<');
  expect(await translations('import', '--home', home, file, '--json')).toMatchObject({ code: 0, json: { changed: 0 } });
  edit(
    join(home, 'content', (await contentIdOf(home)).slice(0, 16), 'locales/sv/kiosk.json'),
    (content) => `${content} `,
  );
  const altered = await translations('status', '--home', home);
  expect(altered).toMatchObject({ code: 2 });
  expect(altered.complained).toContain('npm run store -- fsck');
});

async function contentIdOf(home: string): Promise<string> {
  const { json } = await translations('status', '--home', home, '--json');
  return (json as { contentVersion: string }).contentVersion;
}

test.each(['xlf', 'xlsx'])('the same texts give the same .%s file', async (end) => {
  const home = freshHome();
  const files = [await exported(home, `one.${end}`), await exported(home, `two.${end}`)];
  const [one, two] = files.map((file) => readFileSync(file));
  expect(one).toEqual(two);
});

test('a file that is there already is never written over', async () => {
  const home = freshHome();
  const file = join(temporaryFolder(), 'sv.xlf');
  writeFileSync(file, 'the work of weeks');
  const refused = await translations('export', '--home', home, '--language', 'sv', file);
  expect(refused).toMatchObject({ code: 2, said: [] });
  expect(refused.complained).toContain('Say another name.');
  expect(readFileSync(file, 'utf8')).toBe('the work of weeks');
});

test('while the kiosk runs nothing is taken', async () => {
  const home = freshHome();
  const file = await exported(home);
  wordHide(file, 'Göm');
  const lock = expectOk(await acquireWriterLock(home));
  const refused = await translations('import', '--home', home, file);
  await lock.release();
  expect(refused).toMatchObject({ code: 2, said: [] });
  expect(refused.complained).toContain('Close the kiosk, then import again.');
});

test('a damaged edition stops everything that needs it, and stays as it is', async () => {
  const home = freshHome();
  const file = await exported(home);
  wordHide(file, 'Göm');
  await translations('import', '--home', home, file);
  const edition = join(home, 'translations', 'sv.jsonl');
  edit(edition, (content) => content.replace('Göm', 'Gum'));
  for (const command of [['import', file], ['status'], ['export', '--language', 'sv', `${file}.new`]]) {
    const refused = await translations(...command, '--home', home);
    expect(refused).toMatchObject({ code: 2, said: [] });
    expect(refused.complained).toContain('is damaged, and was left as it is');
  }
  expect(readFileSync(edition, 'utf8')).toContain('Gum');
});

test.each<[string, readonly string[], string]>([
  ['no verb', [], 'Say what to do'],
  ['another verb', ['fill'], 'Say what to do'],
  ['an unknown option', ['status', '--everything'], 'Unknown option'],
  ['no home', ['status'], 'Say which home'],
  ['no language to export', ['export', '--home', 'HOME'], 'Say which language'],
  ['a language that is none', ['status', '--home', 'HOME', '--language', 'en'], 'There is no language en'],
  ['another format', ['export', '--home', 'HOME', '--language', 'sv', '--format', 'csv'], 'Say --format xliff'],
  ['no file to import', ['import', '--home', 'HOME'], 'Say which file'],
  ['two files', ['import', '--home', 'HOME', 'one.xlf', 'two.xlf'], 'Only one file'],
  ['a name without letters', ['import', '--home', 'HOME', 'one.xlf', '--by', ' '], 'Say --by'],
  ['a name that exports', ['export', '--home', 'HOME', '--language', 'sv', '--by', 'A.'], 'Say --by with import'],
  ['a status of a file', ['status', '--home', 'HOME', 'one.xlf'], 'needs no file'],
  ['a file that is not there', ['import', '--home', 'HOME', '/nowhere/one.xlf'], 'cannot be read'],
  [
    'a place that is not there',
    ['export', '--home', 'HOME', '--language', 'sv', '/nowhere/one.xlf'],
    'cannot be written',
  ],
  ['a folder that is no home', ['status', '--home', '/nowhere'], 'is not the home of a kiosk'],
])('a command line with %s changes nothing and says what to do', async (_, args, words) => {
  const home = freshHome();
  const refused = await translations(...args.map((arg) => (arg === 'HOME' ? home : arg)));
  expect(refused).toMatchObject({ code: 2, said: [] });
  expect(refused.complained).toContain(words);
});

test('a home of a newer program, and a file for another language, are refused', async () => {
  const home = freshHome();
  const file = await exported(home);
  const other = await translations('import', '--home', home, '--language', 'kl', file);
  expect(other.code).toBe(2);
  expect(other.complained).toContain('is for sv, not for kl');
  writeFileSync(join(home, 'format.json'), '{"format":99}');
  expect((await translations('status', '--home', home)).complained).toContain('newer program');
});

test('without a name the file is named by its language, and without an ending --format tells', async () => {
  const home = freshHome();
  const before = process.cwd();
  process.chdir(temporaryFolder());
  try {
    const named = await translations('export', '--home', home, '--language', 'kl', '--format', 'xlsx');
    expect(named.said).toEqual([expect.stringMatching(/^matu-texts-kl\.xlsx: \d+ texts$/)]);
    expect(await translations('import', '--home', home, '--format', 'xlsx', 'matu-texts-kl.xlsx')).toMatchObject({
      code: 0,
      json: { changed: 0, unchanged: SOME },
    });
    expect((await translations('import', '--home', home, '--format', 'xliff', 'matu-texts-kl.xlsx')).code).toBe(2);
  } finally {
    process.chdir(before);
  }
});
