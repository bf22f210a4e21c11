import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_HEAD_BYTES } from '../../centre/keep-head.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { LEDGER_HEAD_TRUSTED_COMMENT, type LedgerHead } from '../../core/outbox/ledger-head.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { centre, makeCentre, newId, type MadeCentre, type Run } from './made-centre.ts';

let made: MadeCentre;
beforeEach(async () => void (made = await makeCentre()));
afterEach(() => made.remove());

const hashOf = (number: number) => nodeHasher.sha256(Uint8Array.of(number));

function headOf(lines: number, change: object = {}): object {
  const head: LedgerHead = {
    format: 3,
    kioskId: made.kiosk.kioskId,
    lines,
    lastLineHash: hashOf(lines),
    lastSealed: { seq: lines, sha256: hashOf(lines) },
    withdrawn: [],
    audit: { lines: 10 * lines, lastLineHash: hashOf(lines), unwritten: 0 },
    exportedAt: `2026-03-0${lines}T06:00:00.000Z`,
  };
  return { ...head, ...change };
}

const path = (): string => join(made.folder, 'head.json');

function store(head: object, key = made.kioskKey, comment = LEDGER_HEAD_TRUSTED_COMMENT): void {
  const bytes = formatJson(head);
  writeFileSync(path(), bytes);
  writeFileSync(`${path()}.minisig`, minisignSign(key, bytes, comment));
}

function take(): Promise<Run> {
  return centre('head', path(), '--home', made.home, '--kiosk', made.kioskFile, '--json');
}

function storeAndTake(...args: Parameters<typeof store>): Promise<Run> {
  store(...args);
  return take();
}

const refused = (reason: string): object => ({ code: 3, json: { ok: false, refused: [{ head: path(), reason }] } });
const kept = (): string => readFileSync(join(made.home, 'heads', `${made.kiosk.kioskId}.json`), 'utf8');

describe('A head', () => {
  test('is shown and kept, and the next one is compared with it', async () => {
    expect(await storeAndTake(headOf(2))).toMatchObject({
      code: 0,
      json: { ok: true, comparison: 'first', lines: 2, lastSealed: { seq: 2 }, audit: { lines: 20, unwritten: 0 } },
    });
    expect((await storeAndTake(headOf(3))).json).toMatchObject({ comparison: 'newer' });
    expect((await take()).json).toMatchObject({ comparison: 'same' });
    expect(JSON.parse(kept())).toMatchObject({ format: 1, head: readFileSync(path(), 'utf8') });
  });

  test('that is older came late: it is shown, and the newer one stays', async () => {
    await storeAndTake(headOf(3));
    const before = kept();
    expect(await storeAndTake(headOf(2))).toMatchObject({ code: 0, json: { comparison: 'older' } });
    expect(kept()).toBe(before);
  });

  test('with events that the kiosk could not write is taken, and the operator told', async () => {
    const audit = { lines: 20, lastLineHash: hashOf(2), unwritten: 4 };
    const run = await storeAndTake(headOf(2, { audit }));
    expect(run.code).toBe(0);
    expect(run.complained.join()).toContain('4 of its last events');
  });

  test('before anything was sealed is taken', async () => {
    const run = await storeAndTake(headOf(1, { lines: 0, lastLineHash: null, lastSealed: null }));
    expect(run.said.join('\n')).toContain('last sealed none');
  });

  test('is signed in minisign’s own form', async () => {
    store(headOf(2));
    const args = ['-V', '-H', '-Q', '-P', made.kiosk.publicKey, '-m', path()];
    expect(execFileSync('minisign', args, { encoding: 'utf8' })).toBe(`${LEDGER_HEAD_TRUSTED_COMMENT}\n`);
    expect((await take()).code).toBe(0);
  });
});

describe('A head is refused, and the kept one stays,', () => {
  test.each([
    ['when the ledger was set back', 'setBack', { lines: 2, exportedAt: '2026-03-09T06:00:00.000Z' }],
    ['when the ledger was written anew', 'forked', { lastLineHash: '0'.repeat(64) }],
    [
      'when the audit log was cut',
      'setBack',
      { lines: 4, audit: { lines: 1, lastLineHash: '0'.repeat(64), unwritten: 0 } },
    ],
    ['with a field more', 'badHead', { more: 1 }],
    ['in an older format', 'otherFormat', { format: 2 }],
    ['of another kiosk', 'otherKiosk', { kioskId: '00000000-0000-4000-8000-000000000000' }],
  ])('%s', async (_what, reason, change) => {
    await storeAndTake(headOf(3));
    const before = kept();
    expect(await storeAndTake(headOf(3, change))).toMatchObject(refused(reason));
    expect(kept()).toBe(before);
  });

  test('with another signature, purpose or bytes', async () => {
    const other = newMinisignKey(systemRandom);
    expect(await storeAndTake(headOf(2), other)).toMatchObject(refused('otherSigner'));
    expect(await storeAndTake(headOf(2), { ...other, keyId: made.kioskKey.keyId })).toMatchObject(
      refused('badSignature'),
    );
    expect(await storeAndTake(headOf(2), made.kioskKey, 'matu ledger head v2')).toMatchObject(refused('otherPurpose'));
    store(headOf(2));
    writeFileSync(path(), Buffer.from([0xff]));
    expect(await take()).toMatchObject(refused('badSignature'));
    writeFileSync(`${path()}.minisig`, 'nothing');
    writeFileSync(path(), formatJson(headOf(2)));
    expect(await take()).toMatchObject(refused('badSignature'));
  });

  test('when it is not there, or too large to be one', async () => {
    expect(await take()).toMatchObject(refused('unreadable'));
    store(headOf(2));
    truncateSync(path(), MAX_HEAD_BYTES + 1);
    expect(await take()).toMatchObject(refused('tooLarge'));
  });

  test('while the kept one is damaged: it must not count as none', async () => {
    await storeAndTake(headOf(3));
    writeFileSync(join(made.home, 'heads', `${made.kiosk.kioskId}.json`), '{}');
    expect(await storeAndTake(headOf(4))).toMatchObject(refused('keptHeadDamaged'));
  });

  test('where it cannot be kept', async () => {
    writeFileSync(join(made.home, 'heads'), 'a file');
    expect((await storeAndTake(headOf(2))).code).toBe(3);
  });

  test('with files of one’s own that cannot be used', async () => {
    store(headOf(2));
    const kioskFile = join(made.folder, newId());
    expect((await centre('head', path(), '--home', made.home, '--kiosk', kioskFile)).code).toBe(2);
    expect((await centre('head', path(), '--home', kioskFile, '--kiosk', made.kioskFile)).code).toBe(2);
  });
});
