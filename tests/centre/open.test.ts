import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFolders } from '../../centre/intake-folders.ts';
import { verifyBundle } from '../../centre/verify-bundle.ts';
import { parseIdentityFile } from '../../centre/age-identity.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { failingFileSystem } from '../node/failing-file-system.ts';
import {
  drinking,
  exampleIntake,
  makeBundle,
  makeCentre,
  newId,
  open,
  openAt,
  storeBundle,
  written,
} from './made-centre.ts';
import type { MadeCentre } from './made-centre.ts';

let made: MadeCentre;
beforeEach(async () => void (made = await makeCentre()));
afterEach(() => made.remove());

test('writes an intake into a folder of its own, for its owner alone', async () => {
  const intake = exampleIntake(made);
  const fhir = formatJson({ resourceType: 'QuestionnaireResponse', id: intake.intakeId });
  const bundle = storeBundle(made, await makeBundle(made, { intake, fhir }));
  const run = await open(made, bundle);
  const folder = join(made.out, intake.intakeId);
  const page1 = join(folder, 'page1.html');
  expect(run).toMatchObject({
    code: 0,
    json: { ok: true, opened: [{ bundle, intakeId: intake.intakeId, seq: 1, folder, page1, alreadyThere: false }] },
  });
  expect(readdirSync(folder).sort()).toEqual(['fhir.json', 'intake.json', 'page1.html']);
  expect(new Uint8Array(readFileSync(join(folder, 'intake.json')))).toEqual(formatJson(intake));
  expect(new Uint8Array(readFileSync(join(folder, 'fhir.json')))).toEqual(fhir);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
  expect(written(made)).toEqual([intake.intakeId]);
});

test("page 1 shows the person's words as text, in the language of the house, with the day of fourteen", async () => {
  const intake = exampleIntake(made);
  await open(made, storeBundle(made, await makeBundle(made, { intake })));
  const page = readFileSync(join(made.out, intake.intakeId, 'page1.html'), 'utf8');
  expect(page).toContain('<html lang="da">');
  expect(page).toContain('<dt>Kaldenavn</dt>');
  expect(page).toContain('Aviaja &lt;b&gt;&amp; co&lt;/b&gt;');
  expect(page).not.toContain('Aviaja <b>');
});

test('writes down who opened what, and opens nothing when that is not possible', async () => {
  const intake = exampleIntake(made);
  const bundle = storeBundle(made, await makeBundle(made, { intake }));
  const log = join(made.home, 'opened.jsonl');
  mkdirSync(log);
  expect(await open(made, bundle)).toMatchObject({ code: 3, json: { refused: [{ reason: 'cannotWrite' }] } });
  expect(written(made)).toBeNull();
  rmSync(log, { recursive: true });
  writeFileSync(log, '{"torn":');
  await open(made, bundle);
  const [torn, line = '', ...more] = readFileSync(log, 'utf8').split('\n');
  expect([torn, more]).toEqual(['{"torn":', ['']]);
  expect(JSON.parse(line)).toMatchObject({ verb: 'open', intakeIds: [intake.intakeId] });
});

test('says nothing of what a person answered', async () => {
  const run = await open(made, storeBundle(made, await makeBundle(made)));
  expect([...run.said, ...run.complained].join('\n')).not.toContain('Aviaja');
});

test.each(['daily', 'backup'])('opens without the %s identity', async (lost) => {
  rmSync(join(made.home, `${lost}.identity`));
  expect((await open(made, storeBundle(made, await makeBundle(made)))).code).toBe(0);
});

test('needs no secret key of minisign', async () => {
  rmSync(join(made.home, 'root.key'));
  rmSync(join(made.home, 'receipt.key'));
  expect((await open(made, storeBundle(made, await makeBundle(made)))).code).toBe(0);
});

test('opens several bundles at once, in any order', async () => {
  const first = storeBundle(made, await makeBundle(made));
  const second = storeBundle(made, await makeBundle(made, { manifest: { seq: 2, prevHash: 'a'.repeat(64) } }));
  const run = await open(made, second, first);
  expect(run.json).toMatchObject({ ok: true, opened: [{ seq: 2 }, { seq: 1 }] });
  expect(written(made)).toHaveLength(2);
});

describe('an intake that came before', () => {
  test('is left as it stands, whichever way its bundle came, but for its page 1', async () => {
    const intake = exampleIntake(made);
    const bundle = storeBundle(made, await makeBundle(made, { intake }));
    await open(made, bundle);
    const page1 = join(made.out, intake.intakeId, 'page1.html');
    const before = readFileSync(page1, 'utf8');
    writeFileSync(page1, 'drawn by an older program');
    const inode = statSync(join(made.out, intake.intakeId, 'intake.json')).ino;
    const sealedAgain = storeBundle(made, await makeBundle(made, { intake }));
    const run = await open(made, bundle, sealedAgain);
    expect(run).toMatchObject({ code: 0, json: { opened: [{ alreadyThere: true }, { alreadyThere: true }] } });
    expect(readFileSync(page1, 'utf8')).toBe(before);
    expect(statSync(join(made.out, intake.intakeId, 'intake.json')).ino).toBe(inode);
    expect(readdirSync(join(made.out, intake.intakeId)).sort()).toEqual(['fhir.json', 'intake.json', 'page1.html']);
    expect(run.said[0]).toContain('opened before');
  });

  test('gets a page 1 again that was deleted, with the day on which it is opened', async () => {
    const intake = drinking(exampleIntake(made));
    const bundle = storeBundle(made, await makeBundle(made, { intake }));
    await open(made, bundle);
    const page1 = join(made.out, intake.intakeId, 'page1.html');
    expect(readFileSync(page1, 'utf8')).toContain('Dag 3 af 14');
    rmSync(page1);
    await openAt(Date.parse('2026-03-11T08:00:00Z'), made, bundle);
    expect(readFileSync(page1, 'utf8')).toMatch(/Dag 11 af 14.*<dt>Åbnet<\/dt><dd>[^<]*11\. marts/);
    expect(statSync(page1).mode & 0o777).toBe(0o600);
  });

  test('still says when it was first received', async () => {
    const intake = exampleIntake(made);
    const bundle = storeBundle(made, await makeBundle(made, { intake }));
    await open(made, bundle);
    const received = Date.parse('2026-03-04T10:15:00Z') / 1000;
    utimesSync(join(made.out, intake.intakeId, 'intake.json'), received, received);
    await openAt(Date.parse('2026-03-11T08:00:00Z'), made, bundle);
    const page = readFileSync(join(made.out, intake.intakeId, 'page1.html'), 'utf8');
    expect(page).toContain('<dt>Modtaget på centret</dt><dd>4. marts 2026 kl. 11.15</dd>');
  });

  test('whose page 1 cannot be drawn keeps the new intakes of the call unwritten', async () => {
    const intake = exampleIntake(made);
    const bundle = storeBundle(made, await makeBundle(made, { intake }));
    await open(made, bundle);
    const page1 = join(made.out, intake.intakeId, 'page1.html');
    rmSync(page1);
    mkdirSync(join(page1, 'a folder'), { recursive: true });
    const run = await open(made, bundle, storeBundle(made, await makeBundle(made)));
    expect(run).toMatchObject({ code: 3, json: { refused: [{ bundle, reason: 'cannotWrite' }] } });
    expect(written(made)).toEqual([intake.intakeId]);
  });

  test('is written once when the same bundle is given twice', async () => {
    const bundle = storeBundle(made, await makeBundle(made));
    const run = await open(made, bundle, bundle);
    expect(run).toMatchObject({ code: 0, json: { opened: [{ alreadyThere: false }, { alreadyThere: true }] } });
    expect(written(made)).toHaveLength(1);
  });

  test('is never replaced by another content of its name', async () => {
    const intake = exampleIntake(made);
    await open(made, storeBundle(made, await makeBundle(made, { intake })));
    const changed = { ...intake, createdAt: '2026-03-01T10:20:31.000Z' };
    const other = storeBundle(made, await makeBundle(made, { intake: changed }));
    const run = await open(made, other);
    expect(run).toMatchObject({ code: 3, json: { refused: [{ bundle: other, reason: 'otherContent' }] } });
    const kept = readFileSync(join(made.out, intake.intakeId, 'intake.json'));
    expect(new Uint8Array(kept)).toEqual(formatJson(intake));
  });

  test('with another content in the same call is refused and nothing is written', async () => {
    const intake = exampleIntake(made);
    const one = storeBundle(made, await makeBundle(made, { intake }));
    const other = storeBundle(made, await makeBundle(made, { intake, fhir: formatJson({}) }));
    const run = await open(made, one, other);
    expect(run).toMatchObject({ code: 3, json: { refused: [{ bundle: other, reason: 'otherContent' }] } });
    expect(written(made)).toBeNull();
  });

  test('of which files are gone is refused rather than mended', async () => {
    const intake = exampleIntake(made);
    const bundle = storeBundle(made, await makeBundle(made, { intake }));
    await open(made, bundle);
    rmSync(join(made.out, intake.intakeId, 'fhir.json'));
    expect(await open(made, bundle)).toMatchObject({ code: 3, json: { refused: [{ reason: 'otherContent' }] } });
  });
});

describe("the centre's own files", () => {
  test.each([
    ['no home', (): void => renameSync(made.home, `${made.home}-moved`), 'missing'],
    ['no root key', (): void => rmSync(join(made.home, 'root.pub')), 'missing'],
    ['a root key that is none', (): void => writeFileSync(join(made.home, 'root.pub'), 'x'), 'malformed'],
    ['no signature of the card', (): void => rmSync(join(made.home, 'centre.json.minisig')), 'missing'],
    ['an identity that is none', (): void => writeFileSync(join(made.home, 'daily.identity'), 'x'), 'malformed'],
    [
      'an identity that is a folder',
      (): void => {
        rmSync(join(made.home, 'daily.identity'));
        mkdirSync(join(made.home, 'daily.identity'));
      },
      'missing',
    ],
    ['no kiosk card', (): void => rmSync(made.kioskFile), 'missing'],
    ['a kiosk card that is none', (): void => writeFileSync(made.kioskFile, '{}'), 'malformed'],
    [
      'no identity',
      (): void => ['daily', 'backup'].forEach((name) => rmSync(join(made.home, `${name}.identity`))),
      'missing',
    ],
  ])('%s: a question of usage, with no bundle touched', async (_what, spoil, reason) => {
    const bundle = storeBundle(made, await makeBundle(made));
    spoil();
    expect(await open(made, bundle)).toMatchObject({ code: 2, json: { ok: false, unusable: { reason } } });
    expect(written(made)).toBeNull();
  });

  test('a card that was changed is refused, with no bundle touched', async () => {
    const bundle = storeBundle(made, await makeBundle(made));
    const path = join(made.home, 'centre.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Treatment', 'treatment'));
    const run = await open(made, bundle);
    expect(run).toMatchObject({ code: 3, json: { ok: false, unusable: { file: path, reason: 'notSignedByRoot' } } });
    expect(written(made)).toBeNull();
  });

  test('a card signed for another purpose is refused', async () => {
    const { minisignSign } = await import('../../node/minisign-signature.ts');
    const { parseSecretKeyFile } = await import('../../node/minisign-keys.ts');
    const root = parseSecretKeyFile(readFileSync(join(made.home, 'root.key'), 'utf8'));
    if (root === null) throw new Error('No root key');
    const signature = minisignSign(root, readFileSync(join(made.home, 'centre.json')), 'matu bundle v1');
    writeFileSync(join(made.home, 'centre.json.minisig'), signature);
    const run = await open(made, storeBundle(made, await makeBundle(made)));
    expect(run).toMatchObject({ code: 3, json: { unusable: { reason: 'notSignedByRoot' } } });
  });
});

test('a folder that cannot be written is said, and no half of an intake stays', async () => {
  const bundle = storeBundle(made, await makeBundle(made));
  writeFileSync(made.out, 'a file');
  expect(await open(made, bundle)).toMatchObject({ code: 3, json: { refused: [{ reason: 'cannotWrite' }] } });
  expect(readFileSync(made.out, 'utf8')).toBe('a file');
});

test('no temporary folder stays when the last step fails', () => {
  const intake = exampleIntake(made);
  mkdirSync(join(made.out, intake.intakeId), { recursive: true });
  writeFileSync(join(made.out, intake.intakeId, 'something'), '');
  const bytes = new Uint8Array(3);
  const outcome = writeFolders(made.out, [{ intakeId: intake.intakeId, intake: bytes, fhir: bytes, page1: bytes }]);
  expect(outcome.ok).toBe(false);
  expect(written(made)).toEqual([intake.intakeId]);
  expect(existsSync(join(made.out, intake.intakeId, 'something'))).toBe(true);
});

test.each([
  ['the second name cannot be given', { call: 'rename', from: 2 }],
  ['the names cannot be made durable', { call: 'fsync', from: 9 }],
  ['the second folder is full', { call: 'write', from: 4 }],
] as const)('of several intakes none stays when %s', (_what, { call, from }) => {
  const bytes = new Uint8Array(3);
  const folders = [newId(), newId()].map((intakeId) => ({ intakeId, intake: bytes, fhir: bytes, page1: bytes }));
  const outcome = writeFolders(made.out, folders, failingFileSystem({ call, code: 'EIO', from }));
  expect(outcome).toEqual({ ok: false, error: { kind: 'io', code: 'EIO' } });
  expect(written(made)).toEqual([]);
});

test('what was sealed comes back byte for byte, whatever was said', async () => {
  const identities = parseIdentityFile(readFileSync(join(made.home, 'daily.identity'), 'utf8')) ?? [];
  const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
  const fhirBytes = fc.uint8Array({ maxLength: 40_000 });
  await fc.assert(
    fc.asyncProperty(words, fhirBytes, async (text, fhir) => {
      const base = exampleIntake(made);
      const answers = base.answers.map((answer) => ({ ...answer, said: { kind: 'words' as const, text } }));
      const intake = { ...base, intakeId: newId(), answers };
      const sealed = await makeBundle(made, { intake, fhir });
      const verified = await verifyBundle(sealed, { card: made.card, kiosks: [made.kiosk], identities });
      expect(verified.ok && verified.value.intakeBytes).toEqual(formatJson(intake));
      expect(verified.ok && verified.value.fhirBytes).toEqual(fhir);
    }),
    { numRuns: 25 },
  );
});
