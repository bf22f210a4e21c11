import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { receiptPrefixOf } from '../../core/outbox/receipt.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { DeliveringKiosk, prove, receive, receiptIn } from './delivered-kiosk.ts';
import { exampleIntake, makeBundle, makeCentre, storeBundle, type MadeCentre } from './made-centre.ts';

let made: MadeCentre;
let kiosk: DeliveringKiosk;
beforeEach(async () => {
  made = await makeCentre();
  kiosk = new DeliveringKiosk(made);
});
afterEach(() => made.remove());

const inInbox = (...path: readonly string[]): string => join(made.home, 'inbox', ...path);
const standing = (): string[] => readdirSync(inInbox()).sort();
const proof = (to: number, missing: readonly number[] = [], forks: readonly number[] = []): object => ({
  kiosk: made.kiosk.kioskId,
  from: 1,
  to,
  missing,
  forks,
});

describe('What a kiosk delivers', () => {
  test('gets a folder for each intake that is read without this program', async () => {
    const one = await kiosk.seal();
    const run = await receive(made, kiosk.lay('stick'));
    expect(run).toMatchObject({
      code: 0,
      json: { ok: true, received: [{ intakeId: one.intake.intakeId, kiosk: made.kiosk.kioskId, seq: 1 }], refused: [] },
    });
    const folder = inInbox(one.intake.intakeId);
    const sealed = `${one.sha256.slice(0, 32)}.age`;
    expect(readdirSync(folder).sort()).toEqual(
      [sealed, 'fhir.json', 'intake.json', 'page1.html', 'received.json'].sort(),
    );
    expect(new Uint8Array(readFileSync(join(folder, 'intake.json')))).toEqual(formatJson(one.intake));
    expect(nodeHasher.sha256(readFileSync(join(folder, sealed)))).toBe(one.sha256);
    expect(readFileSync(join(folder, 'page1.html'), 'utf8')).toContain('Aviaja &lt;b&gt;');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
  });

  test('is there once, by however many routes it comes, in one run or in several', async () => {
    await kiosk.sealSeveral(3);
    const routes = ['stick', 'share', 'server'].map((name) => kiosk.lay(name));
    const first = await receive(made, ...routes.slice(0, 2));
    expect(first.json).toMatchObject({ received: { length: 3 }, again: { length: 3 } });
    const second = await receive(made, ...routes);
    expect(second).toMatchObject({ code: 0, json: { received: [], again: { length: 9 }, refused: [] } });
    expect(standing()).toHaveLength(3);
    expect((await prove(made)).json).toEqual(proof(3));
  });

  test('is signed for, in each folder that it came from, and again when the receipt was lost', async () => {
    const [one, two] = [await kiosk.seal(), await kiosk.seal()];
    const stick = kiosk.lay('stick');
    await receive(made, stick);
    const prefix = receiptPrefixOf(made.kiosk.kioskId, nodeHasher);
    const receipts = (): string[] =>
      readdirSync(stick)
        .filter((name) => name.startsWith(prefix))
        .sort();
    const [name = ''] = receipts();
    const verify = ['-V', '-H', '-Q', '-P', made.card.receiptKey, '-m', join(stick, name)];
    expect(execFileSync('minisign', verify, { encoding: 'utf8' })).toBe('matu receipt v1\n');
    expect(JSON.parse(readFileSync(join(stick, name), 'utf8'))).toMatchObject({
      kioskId: made.kiosk.kioskId,
      received: [one, two].map(({ seq, sha256 }) => ({ seq, sha256 })),
    });
    for (const lost of receipts()) rmSync(join(stick, lost));
    await receive(made, stick);
    expect(receipts()).toHaveLength(2);
    expect(receipts()).not.toContain(name);
  });

  test('is taken although another file beside it is refused', async () => {
    const [one, two, three] = await kiosk.sealSeveral(3);
    const stick = kiosk.lay('stick');
    const damaged = join(stick, `${two?.sha256.slice(0, 32) ?? ''}.age`);
    const bytes = readFileSync(damaged);
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
    writeFileSync(damaged, bytes);
    const run = await receive(made, stick);
    expect(run).toMatchObject({ code: 3, json: { ok: false, refused: [{ file: damaged, reason: 'damaged' }] } });
    expect(standing()).toEqual([one?.intake.intakeId, three?.intake.intakeId].sort());
    expect(run.complained.join('\n')).toContain('MISSING 2');
    expect(await prove(made)).toMatchObject({ code: 3, json: proof(3, [2]) });
  });

  test('stands in no line that the program says', async () => {
    await kiosk.sealSeveral(2);
    const run = await receive(made, kiosk.lay('stick'));
    expect([...run.said, ...run.complained].join('\n')).not.toContain('Aviaja');
  });

  test('may be a single file, a head among them; what is none of ours in a folder is left alone', async () => {
    await kiosk.sealSeveral(2);
    const stick = kiosk.lay('stick');
    writeFileSync(join(stick, 'holiday.jpg'), 'x');
    mkdirSync(join(stick, 'more.d'));
    const head = kiosk.layHead(stick);
    const [file = ''] = readdirSync(stick).filter((name) => name.endsWith('.age'));
    const single = await receive(made, join(stick, file), head);
    expect(single.json).toMatchObject({ received: { length: 1 }, heads: [{ comparison: 'first' }], refused: [] });
    expect((await receive(made, stick)).json).toMatchObject({
      received: { length: 1 },
      heads: [{ comparison: 'same' }],
    });
  });

  test('is refused where there is nothing to read, and where a head is another kiosk’s', async () => {
    const stick = kiosk.lay('stick');
    const head = kiosk.layHead(stick);
    const other = new DeliveringKiosk({ ...made, kioskKey: newMinisignKey(systemRandom) });
    other.layHead(stick);
    const run = await receive(made, stick, join(stick, 'nothing'));
    expect(run).toMatchObject({
      code: 3,
      json: {
        refused: [
          { file: join(stick, 'nothing'), reason: 'unreadable' },
          { file: head, reason: 'otherSigner' },
        ],
      },
    });
  });
});

describe('Nothing goes missing unseen:', () => {
  test('a file that was left out is named by its number', async () => {
    const sent = await kiosk.sealSeveral(5);
    const stick = kiosk.lay(
      'stick',
      sent.filter(({ seq }) => seq !== 2 && seq !== 5),
    );
    await receive(made, stick);
    expect((await prove(made)).json).toEqual(proof(4, [2]));
    kiosk.layHead(stick);
    await receive(made, stick);
    expect((await prove(made)).json).toEqual(proof(5, [2, 5]));
    expect((await prove(made, '--from', '3', '--to', '4')).json).toEqual({ ...proof(4), from: 3 });
  });

  test('an intake that its person took back is not missing, and does not come in any more', async () => {
    const preimage = nodeHasher.sha256(new Uint8Array(2));
    const tag = nodeHasher.sha256(new Uint8Array(Buffer.from(preimage, 'hex')));
    await kiosk.seal();
    const back = await kiosk.seal(exampleIntake(made), { manifest: { withdrawTag: tag } });
    const stick = kiosk.lay('stick');
    kiosk.layHead(stick, {
      lines: 3,
      withdrawn: [{ seq: 2, sha256: back.sha256, at: '2026-03-01T11:00:00.000Z', preimage }],
    });
    const run = await receive(made, stick);
    expect(run).toMatchObject({ code: 3, json: { refused: [{ reason: 'withdrawn' }], received: { length: 1 } } });
    expect((await prove(made)).json).toEqual(proof(2));
  });

  test('a kiosk’s word alone takes nobody out', async () => {
    const one = await kiosk.seal();
    const stick = kiosk.lay('stick');
    const withdrawn = [
      { seq: 1, sha256: one.sha256, at: '2026-03-01T11:00:00.000Z', preimage: nodeHasher.sha256(new Uint8Array(1)) },
    ];
    kiosk.layHead(stick, { lines: 2, withdrawn });
    expect((await receive(made, stick)).json).toMatchObject({ received: { length: 1 } });
  });

  test('an outbox that was set back forks: both are kept, and nobody is signed for before somebody has looked', async () => {
    await kiosk.sealSeveral(2);
    await receive(made, kiosk.lay('stick'));
    const restored = new DeliveringKiosk(made);
    restored.sent.push(...kiosk.sent.slice(0, 1));
    await restored.seal();
    const again = restored.lay('again', restored.sent.slice(1));
    const run = await receive(made, again);
    expect(run.complained.join('\n')).toContain('FORKED at 2');
    expect(standing()).toHaveLength(3);
    expect(receiptIn(again)).toMatchObject({ received: [] });
    expect(await prove(made)).toMatchObject({ code: 3, json: proof(2, [], [2]) });
  });

  test('another sealed file that claims to be an intake which is here is refused', async () => {
    const one = await kiosk.seal();
    await receive(made, kiosk.lay('stick'));
    const other = storeBundle(made, await makeBundle(made, { intake: one.intake }));
    expect(await receive(made, other)).toMatchObject({
      code: 3,
      json: { refused: [{ file: other, reason: 'otherContent', kiosk: made.kiosk.kioskId, seq: 1 }] },
    });
  });

  test('is named to its kiosk where it was refused after the kiosk had signed for it', async () => {
    const { sha256 } = await kiosk.seal(undefined, { manifest: { recipientsHash: '0'.repeat(64) } });
    const stick = kiosk.lay('stick');
    const refusal = { seq: 1, sha256, reason: 'otherRecipients' };
    const run = await receive(made, stick);
    expect(run).toMatchObject({ code: 3, json: { refused: [{ ...refusal, kiosk: made.kiosk.kioskId }] } });
    expect(run.complained.join('\n')).toContain('signed for it as number 1');
    expect(receiptIn(stick)).toMatchObject({ received: [], refused: [refusal] });
  });

  test('is named to nobody where its kiosk did not sign for it,  or took it back', async () => {
    const [one] = await kiosk.sealSeveral(1);
    const stick = kiosk.lay('stick');
    const damaged = join(stick, `${one?.sha256.slice(0, 32) ?? ''}.age`);
    writeFileSync(damaged, readFileSync(damaged).subarray(1));
    expect((await receive(made, stick)).code).toBe(3);
    expect(readdirSync(stick).filter((name) => name.startsWith('receipt-'))).toEqual([]);
  });
});

describe('A stop in the middle loses nothing:', () => {
  const index = (): string => join(made.home, 'received.jsonl');

  test('what lay under a temporary name goes, and a second run finishes', async () => {
    await kiosk.sealSeveral(2);
    mkdirSync(inInbox('.part-0123', '0'), { recursive: true });
    writeFileSync(inInbox('.part-0123', '0', 'intake.json'), 'half');
    expect((await receive(made, kiosk.lay('stick'))).json).toMatchObject({ received: { length: 2 } });
    expect(standing()).toHaveLength(2);
  });

  test.each([
    ['is missing', (): void => rmSync(index())],
    ['ends in half a line', (): void => appendFileSync(index(), '{"format":1,"rec')],
    [
      'lacks its last line',
      (): void => writeFileSync(index(), `${readFileSync(index(), 'utf8').split('\n')[0] ?? ''}\n`),
    ],
    ['is damaged', (): void => writeFileSync(index(), 'nonsense\n')],
    ['is no text at all', (): void => writeFileSync(index(), Buffer.from([0xff, 0x0a]))],
  ])('an index that %s is made whole from the folders', async (_what, harm) => {
    await kiosk.sealSeveral(2);
    const stick = kiosk.lay('stick');
    await receive(made, stick);
    const whole = readFileSync(index(), 'utf8').split('\n').sort();
    harm();
    expect((await prove(made)).json).toEqual(proof(2));
    expect((await receive(made, stick)).json).toMatchObject({ received: [], again: { length: 2 } });
    expect(readFileSync(index(), 'utf8').split('\n').sort()).toEqual(whole);
  });

  test('an intake whose folder was lost comes in again', async () => {
    const [one] = await kiosk.sealSeveral(2);
    const stick = kiosk.lay('stick');
    await receive(made, stick);
    rmSync(inInbox(one?.intake.intakeId ?? ''), { recursive: true });
    expect((await prove(made)).json).toEqual(proof(2, [1]));
    expect((await receive(made, stick)).json).toMatchObject({ received: [{ seq: 1 }], again: [{ seq: 2 }] });
    expect((await prove(made)).json).toEqual(proof(2));
  });

  test('a folder that this program did not write is left alone and named', async () => {
    await kiosk.seal();
    mkdirSync(inInbox('notes'), { recursive: true });
    const run = await receive(made, kiosk.lay('stick'));
    expect(run.complained.join('\n')).toContain('inbox/notes');
    expect(existsSync(inInbox('notes'))).toBe(true);
  });

  test('an inbox that cannot be written takes nothing and signs for nothing', async () => {
    await kiosk.seal();
    writeFileSync(inInbox(), 'a file');
    expect((await receive(made, kiosk.lay('stick'))).code).toBe(2);
    expect(existsSync(join(made.home, 'receipts'))).toBe(false);
  });
});

test('the program itself takes many bundles on all cores', async () => {
  const sent = await kiosk.sealSeveral(48);
  const stick = kiosk.lay('stick');
  kiosk.layHead(stick);
  const args = ['receive', stick, '--home', made.home, '--kiosk', made.kioskFile, '--json'];
  const root = resolve(import.meta.dirname, '../..');
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'centre/matu-centre.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  expect(standing()).toEqual(sent.map(({ intake }) => intake.intakeId).sort());
  expect((await prove(made)).json).toEqual(proof(48));
}, 120_000);
