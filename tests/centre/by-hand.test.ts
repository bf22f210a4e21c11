import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUNDLE_NAMES } from '../../core/bundle/names.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import { systemRandom } from '../../node/random.ts';
import { exampleIntake, makeBundle, makeCentre, storeBundle, written } from './made-centre.ts';
import type { MadeCentre } from './made-centre.ts';

const root = resolve(import.meta.dirname, '../..');

let made: MadeCentre;
beforeEach(async () => void (made = await makeCentre()));
afterEach(() => made.remove());

/** Runs a program of the system; fails, and does not skip, where it is missing. */
function run(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The steps of docs/bundle-format.md, "Opening one by hand". */
function openByHand(bundle: string, identity: string): string {
  const folder = join(made.folder, 'by-hand');
  mkdirSync(folder);
  run('age', ['--decrypt', '-i', join(made.home, identity), '-o', 'bundle.tar', bundle], folder);
  run('tar', ['-xf', 'bundle.tar'], folder);
  const verify = ['-V', '-H', '-Q', '-P', made.kiosk.publicKey, '-m', 'SHA256SUMS'];
  expect(run('minisign', verify, folder)).toBe('matu bundle v1\n');
  run('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], folder);
  return folder;
}

describe("Debian's own programs", () => {
  test.each(['daily.identity', 'backup.identity'])('open and check a bundle with %s alone', async (identity) => {
    const intake = exampleIntake(made);
    const bundle = storeBundle(made, await makeBundle(made, { intake }));
    const folder = openByHand(bundle, identity);
    expect(new Uint8Array(readFileSync(join(folder, 'intake.json')))).toEqual(formatJson(intake));
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({
      intakeId: intake.intakeId,
    });
    expect(run('tar', ['-tf', 'bundle.tar'], folder).trimEnd().split('\n')).toEqual([...BUNDLE_NAMES]);
  });

  test('find the recipients of the manifest in centre.json', async () => {
    const folder = openByHand(storeBundle(made, await makeBundle(made)), 'daily.identity');
    const recipients = `${[...made.card.recipients].sort().join('\n')}\n`;
    const sum = execFileSync('sha256sum', { input: recipients, encoding: 'utf8' }).slice(0, 64);
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({ recipientsHash: sum });
  });

  test("refuse another kiosk's signature, too", async () => {
    const bundle = storeBundle(made, await makeBundle(made, { key: newMinisignKey(systemRandom) }));
    expect(() => openByHand(bundle, 'daily.identity')).toThrow(/minisign/);
  });

  test('make a bundle that our program opens, so that nothing depends on our own writer', async () => {
    const folder = openByHand(storeBundle(made, await makeBundle(made)), 'daily.identity');
    const archive = [
      '--format=ustar',
      '--mtime=@0',
      '--owner=:0',
      '--group=:0',
      '--mode=0600',
      '--numeric-owner',
      '-b1',
      '-cf',
    ];
    run('tar', [...archive, 'again.tar', ...BUNDLE_NAMES], folder);
    const recipients = made.card.recipients.flatMap((recipient) => ['-r', recipient]);
    run('age', [...recipients, '-o', 'again.age', 'again.tar'], folder);
    expect(program([join(folder, 'again.age')]).status).toBe(0);
  });
});

describe('the program itself', () => {
  test('ends with 0 and one line of JSON when it opened a bundle', async () => {
    const intake = exampleIntake(made);
    const ended = program([storeBundle(made, await makeBundle(made, { intake }))]);
    expect(ended.status).toBe(0);
    expect(JSON.parse(ended.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      ok: true,
      opened: [{ intakeId: intake.intakeId }],
    });
    expect(written(made)).toEqual([intake.intakeId]);
  });

  test('ends with 3 and the reason when it refused one, with nothing written', async () => {
    const bundle = storeBundle(made, await makeBundle(made));
    const sealed = readFileSync(bundle);
    sealed[20_000] = (sealed[20_000] ?? 0) ^ 1;
    writeFileSync(bundle, sealed);
    const ended = program([bundle]);
    expect(ended.status).toBe(3);
    expect(ended.stdout.trimEnd()).toBe(JSON.stringify({ ok: false, refused: [{ bundle, reason: 'damaged' }] }));
    expect(ended.stderr).toContain('REFUSED');
    expect(written(made)).toBeNull();
  });
});

function program(bundles: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const files = ['--home', made.home, '--kiosk', made.kioskFile, '--out', made.out, '--json'];
  const args = ['--import', 'tsx', 'centre/matu-centre.ts', 'open', ...bundles, ...files];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}
