import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_SITE } from '../../centre/example-site.ts';
import { HOME_FILES } from '../../centre/centre-home.ts';
import { parseCentreCard } from '../../core/bundle/centre-card.ts';
import { canSealTo } from '../../core/bundle/seal.ts';
import { centre } from './made-centre.ts';

let folder = '';
let home = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matu-init-'));
  home = join(folder, 'centre');
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (file: string): string => join(home, file);

test('makes every key and a signed card, readable by their owner alone', async () => {
  const run = await centre('init', '--unprotected', '--home', home, '--json');
  expect(run.code).toBe(0);
  expect(readdirSync(home).sort()).toEqual(Object.values(HOME_FILES).sort());
  for (const file of readdirSync(home)) expect(statSync(at(file)).mode & 0o777, file).toBe(0o600);
  expect(statSync(home).mode & 0o777).toBe(0o700);
  const card = parseCentreCard(readFileSync(at('centre.json')));
  expect(card.ok).toBe(true);
  if (!card.ok) return;
  const { centreId, recipients } = card.value;
  expect(run.json).toEqual({ ok: true, home, centreId, recipients, exampleSite: true, isProtected: false });
  expect(await canSealTo(recipients)).toBe(true);
});

test("age, age-keygen and minisign take the centre's files as their own", async () => {
  await centre('init', '--unprotected', '--home', home);
  const card = JSON.parse(readFileSync(at('centre.json'), 'utf8')) as { recipients: string[]; receiptKey: string };
  const recipients = ['daily.identity', 'backup.identity'].map((file) =>
    execFileSync('age-keygen', ['-y', at(file)], { encoding: 'utf8' }).trim(),
  );
  expect(recipients).toEqual(card.recipients);
  const verify = ['-V', '-H', '-Q', '-m', at('centre.json'), '-p', at('root.pub')];
  expect(execFileSync('minisign', verify, { encoding: 'utf8' }).trim()).toBe('matu centre v1');
  execFileSync('minisign', ['-R', '-s', at('receipt.key'), '-p', at('again.pub')], { stdio: 'ignore' });
  expect(readFileSync(at('again.pub'), 'utf8')).toContain(card.receiptKey);
  expect(readFileSync(at('again.pub'), 'utf8')).toBe(readFileSync(at('receipt.pub'), 'utf8'));
});

test('says plainly when the house is a made-up one', async () => {
  const run = await centre('init', '--unprotected', '--home', home);
  expect(run.said.join('\n')).toContain('MADE-UP EXAMPLE');
});

test('takes the house and the name that it is given', async () => {
  const site = { ...EXAMPLE_SITE, siteId: 'nuuk-1', country: 'GL', timeZone: 'America/Nuuk', language: 'kl' };
  writeFileSync(join(folder, 'site.json'), JSON.stringify(site));
  const run = await centre(
    'init',
    '--unprotected',
    '--home',
    home,
    '--site',
    join(folder, 'site.json'),
    '--name',
    'Katsorsaavik',
  );
  expect(run.code).toBe(0);
  expect(run.said.join('\n')).not.toContain('MADE-UP');
  expect(JSON.parse(readFileSync(at('centre.json'), 'utf8'))).toMatchObject({ name: 'Katsorsaavik', site });
});

test('names the fields of a house that are wrong, and writes nothing', async () => {
  const site = { ...EXAMPLE_SITE, timeZone: 'Europe/Atlantis', country: 'NO' };
  writeFileSync(join(folder, 'site.json'), JSON.stringify(site));
  const run = await centre('init', '--unprotected', '--home', home, '--site', join(folder, 'site.json'), '--json');
  expect(run.code).toBe(2);
  expect(run.json).toMatchObject({ ok: false, unusable: { reason: 'malformed', fields: ['country', 'timeZone'] } });
  expect(run.complained.join('\n')).toContain('country, timeZone');
  expect(readdirSync(folder)).toEqual(['site.json']);
});

test('refuses a house that is no file or no JSON', async () => {
  const missing = await centre('init', '--unprotected', '--home', home, '--site', join(folder, 'none.json'), '--json');
  writeFileSync(join(folder, 'site.json'), '{');
  const torn = await centre('init', '--unprotected', '--home', home, '--site', join(folder, 'site.json'), '--json');
  expect([missing.code, torn.code]).toEqual([2, 2]);
  expect(missing.json).toMatchObject({ unusable: { reason: 'missing' } });
  expect(torn.json).toMatchObject({ unusable: { reason: 'malformed', fields: [] } });
});

test.each(Object.values(HOME_FILES))('never overwrites a centre, even when only its %s is left', async (file) => {
  await centre('init', '--unprotected', '--home', home);
  const before = readFileSync(at(file), 'utf8');
  for (const other of readdirSync(home)) if (other !== file) rmSync(at(other));
  const run = await centre('init', '--unprotected', '--home', home, '--json');
  expect(run.code).toBe(3);
  expect(run.json).toEqual({ ok: false, reason: 'exists', file });
  expect(readdirSync(home)).toEqual([file]);
  expect(readFileSync(at(file), 'utf8')).toBe(before);
});

test('says when the folder cannot be written', async () => {
  writeFileSync(join(folder, 'file'), '');
  const run = await centre('init', '--unprotected', '--home', join(folder, 'file', 'centre'), '--json');
  expect(run.code).toBe(3);
  expect(run.json).toEqual({ ok: false, reason: 'cannotWrite', file: '.' });
});
