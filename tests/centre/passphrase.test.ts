import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askSecret } from '../../centre/ask-secret.ts';
import { isProtected, protectIdentityFile, unlockIdentityFile } from '../../centre/protected-identity.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { parseCentreCard } from '../../core/bundle/centre-card.ts';
import { expectOk } from '../expect-ok.ts';
import { DeliveringKiosk } from './delivered-kiosk.ts';
import { centre, centreAsked, exampleIntake, makeBundle, makeCentreIn, storeBundle } from './made-centre.ts';
import type { MadeCentre } from './made-centre.ts';

const PASSPHRASE = 'kalaallit nunaat æøå';
let folder = '';
let said = '';
let made: MadeCentre;
let bundle = '';
const daily = (home = made.home): string => join(home, 'daily.identity');

/** Takes the backup to the safe, and puts the daily identity under a passphrase that is cheap to try. */
async function protect({ home }: MadeCentre): Promise<void> {
  rmSync(join(home, 'backup.identity'));
  writeFileSync(daily(home), await protectIdentityFile(readFileSync(daily(home), 'utf8'), PASSPHRASE, 2));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'matu-passphrase-'));
  said = join(folder, 'said');
  writeFileSync(said, `${PASSPHRASE}\n`);
  made = await makeCentreIn(folder);
  await protect(made);
  bundle = storeBundle(made, await makeBundle(made, { intake: exampleIntake(made) }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const open = (...more: readonly string[]): readonly string[] => [
  ...['open', bundle, '--home', made.home, '--kiosk', made.kioskFile, '--out', made.out, '--json', ...more],
];

/** Runs Debian's age at a terminal of its own, and types when it asks. */
async function typeToAge(args: string, typed: string): Promise<string> {
  const terminal = spawn('script', ['-qec', `age ${args}`, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  terminal.stdout.once('data', () => terminal.stdin.write(`${typed}\n`));
  const shown = await text(terminal.stdout);
  terminal.stdin.end();
  return shown;
}

describe('A daily identity under a passphrase', () => {
  test('is a file that Debian’s age asks the passphrase for and opens bundles by', async () => {
    const home = join(folder, 'asked');
    expect((await centre('init', '--home', home, '--passphrase-file', said)).code).toBe(0);
    expect(readFileSync(daily(home), 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt [^ ]+ 18\n/);
    const { recipients } = expectOk(parseCentreCard(readFileSync(join(home, 'centre.json'))));
    const sealed = join(folder, 'sealed.age');
    writeFileSync(sealed, await makeBundle(made, { recipients }));
    const out = join(folder, 'bundle.tar');
    const shown = await typeToAge(`--decrypt -i ${daily(home)} -o ${out} ${sealed}`, PASSPHRASE);
    expect(shown).toContain('passphrase');
    expect(readFileSync(out).subarray(0, 10).toString()).toBe('SHA256SUMS');
  }, 120_000);

  test('opens a bundle by a file with the passphrase, or by what is typed at the terminal', async () => {
    expect((await centre(...open('--passphrase-file', said))).code).toBe(0);
    expect((await centreAsked(['something else', PASSPHRASE], ...open())).code).toBe(0);
  });

  test('opens nothing by a wrong passphrase, and says so', async () => {
    const wrong = join(folder, 'wrong');
    writeFileSync(wrong, 'another passphrase\n');
    const run = await centre(...open('--passphrase-file', wrong));
    expect(run.code).toBe(2);
    expect(run.json).toMatchObject({ ok: false, unusable: { file: daily(), reason: 'wrongPassphrase' } });
    expect(run.complained.join('\n')).toContain('does not open with this passphrase');
  });

  test('opens nothing where nobody says one', async () => {
    const runs = [await centre(...open()), await centreAsked([], ...open())];
    for (const run of runs) expect(run).toMatchObject({ code: 2, json: { unusable: { reason: 'noPassphrase' } } });
  });

  test('says which file of passphrases cannot be used', async () => {
    const [missing, hollow] = [join(folder, 'missing'), join(folder, 'hollow')];
    writeFileSync(hollow, '\n');
    const reasons = [missing, hollow].map(
      async (file) => ((await centre(...open('--passphrase-file', file))).json as { unusable: unknown }).unusable,
    );
    expect(await Promise.all(reasons)).toMatchObject([
      { file: missing, reason: 'missing' },
      { file: hollow, reason: 'malformed' },
    ]);
  });

  test('is never written down, not even while many bundles are opened', async () => {
    const home = await makeCentreIn(mkdtempSync(join(folder, 'many-')));
    await protect(home);
    const kiosk = new DeliveringKiosk(home);
    await kiosk.sealSeveral(48);
    const receive = ['receive', kiosk.lay('stick'), '--home', home.home, '--kiosk', home.kioskFile];
    expect(await centre(...receive, '--passphrase-file', said)).toMatchObject({ code: 0, complained: [] });
    const files = readdirSync(home.home, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(48);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'latin1'), name).not.toContain('AGE-SECRET-KEY');
  }, 60_000);

  test('is told apart from one that is damaged', async () => {
    const file = await protectIdentityFile('# nothing\n', PASSPHRASE, 2);
    expect(await unlockIdentityFile(file, PASSPHRASE)).toEqual({ ok: true, value: '# nothing\n' });
    expect(await unlockIdentityFile(file, 'other')).toEqual({ ok: false, error: 'wrongPassphrase' });
    expect(await unlockIdentityFile(file.with(-1, (file.at(-1) ?? 0) ^ 1), PASSPHRASE)).toEqual({
      ok: false,
      error: 'malformed',
    });
    const dear = toUtf8(new TextDecoder('latin1').decode(file).replace(/^(-> scrypt [^ ]+) 2$/m, '$1 30'));
    expect(await unlockIdentityFile(dear, PASSPHRASE)).toEqual({ ok: false, error: 'malformed' });
  });
});

describe('A new passphrase', () => {
  const init = (...more: readonly string[]): readonly string[] => [
    ...['init', '--home', join(folder, 'new'), '--json', ...more],
  ];

  test.each([
    ['nobody says one', [], 'noPassphrase'],
    ['it is typed otherwise the second time', [PASSPHRASE, `${PASSPHRASE}!`], 'passphrasesDiffer'],
    ['it is not typed again', [PASSPHRASE], 'passphrasesDiffer'],
    ['it is short', ['hunter2', 'hunter2'], 'passphraseTooShort'],
  ])('is refused when %s, and no centre is made', async (_what, answers, reason) => {
    expect(await centreAsked(answers, ...init())).toMatchObject({ code: 2, json: { ok: false, reason } });
    expect(readdirSync(folder)).not.toContain('new');
  });

  test('does not come from a file of several lines', async () => {
    const several = join(folder, 'several');
    writeFileSync(several, `${PASSPHRASE}\n${PASSPHRASE}\n`);
    expect(await centre(...init('--passphrase-file', several))).toMatchObject({ code: 2 });
  });

  test('and none contradict each other', async () => {
    expect((await centre(...init('--passphrase-file', said, '--unprotected'))).code).toBe(2);
  });

  test('is asked for with new identities, and the backup in the home is called out of place', async () => {
    const { home, kioskFile } = await makeCentreIn(mkdtempSync(join(folder, 'rotated-')));
    const another = 'another passphrase';
    expect((await centreAsked([another, another], 'rotate', '--identities', '--home', home)).code).toBe(0);
    const enrol = await centreAsked([another], 'open', bundle, '--home', home, '--kiosk', kioskFile, '--out', folder);
    expect(enrol.complained.join('\n')).toContain('backup-2.identity lies open');
    expect(isProtected(new Uint8Array(readFileSync(join(home, 'daily-2.identity'))))).toBe(true);
  }, 120_000);
});

describe('At the terminal', () => {
  test('what is typed is taken as typed, with its corrections, and shown nowhere', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const answer = askSecret('Passphrase: ', { input, output });
    input.write('secrex\u007ft  words\r');
    expect(await answer).toBe('secret  words');
    expect(String(output.read())).toBe('Passphrase: \n');
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s answers nothing', async (_key, typed) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const answer = askSecret('Passphrase: ', { input, output });
    input.write(typed);
    expect(await answer).toBeNull();
  });
});
