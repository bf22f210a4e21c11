import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signReceipts } from '../../centre/sign-receipt.ts';
import type { ReceiptFacts } from '../../centre/sign-receipt.ts';
import { MAX_RECEIPT_BYTES, MOST_RECEIPTED_AT_ONCE } from '../../core/outbox/receipt.ts';
import { nodeFileSystem } from '../../node/file-system.ts';
import type { FileSystem } from '../../node/file-system.ts';
import { formatSecretKeyFile, newMinisignKey, parsePublicKeyLine } from '../../node/minisign-keys.ts';
import type { MinisignPublicKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readSignedReceipt } from '../../node/signed-receipt.ts';
import { expectOk } from '../expect-ok.ts';
import { makeCentre, type MadeCentre } from './made-centre.ts';

let made: MadeCentre;
beforeEach(async () => void (made = await makeCentre()));
afterEach(() => made.remove());

const clock = { nowMs: () => Date.parse('2026-03-03T08:00:00Z') };
const pair = (seq: number) => ({ seq, sha256: nodeHasher.sha256(Uint8Array.of(seq % 256)) });
const folder = (): string => join(made.home, 'receipts', made.kiosk.kioskId);

function sign(facts: Partial<ReceiptFacts> = {}, fs: FileSystem = nodeFileSystem) {
  const { home, card } = made;
  return signReceipts({ home, card, clock, fs }, { kioskId: made.kiosk.kioskId, received: [pair(1)], ...facts });
}

function receiptKey(): MinisignPublicKey {
  const key = parsePublicKeyLine(made.card.receiptKey);
  if (key === null) throw new Error('The card has no receipt key');
  return key;
}

test('signs what the kiosk reads, in order and each number once', () => {
  const [signed] = expectOk(sign({ received: [pair(2), pair(1), pair(2)] }));
  if (signed === undefined) throw new Error('Nothing was signed');
  const read = expectOk(readSignedReceipt(receiptKey(), signed));
  expect(read).toMatchObject({ number: 1, received: [pair(1), pair(2)], refused: [], canary: null });
  expect(read.centreId).toBe(made.card.centreId);
});

test('keeps each receipt before anybody gets it, and minisign verifies it', () => {
  const [signed] = expectOk(sign());
  const path = join(folder(), signed?.name ?? '');
  expect(readFileSync(path)).toEqual(Buffer.from(signed?.bytes ?? []));
  const said = execFileSync('minisign', ['-V', '-H', '-P', made.card.receiptKey, '-m', path], { encoding: 'utf8' });
  expect(said).toContain('Trusted comment: matu receipt v1\n');
});

test('never uses a number twice, also when a kill left one unsigned', () => {
  expectOk(sign());
  const [second] = expectOk(sign());
  rmSync(join(folder(), `${second?.name ?? ''}.minisig`));
  expect(expectOk(sign())[0]?.receipt.number).toBe(3);
});

test('signs several where one would be too long, and names the canary once', () => {
  const received = Array.from({ length: MOST_RECEIPTED_AT_ONCE + 1 }, (_, index) => pair(index + 1));
  const signed = expectOk(sign({ received, canary: pair(9).sha256 }));
  expect(signed.map(({ receipt }) => [receipt.number, receipt.received.length, receipt.canary])).toEqual([
    [1, MOST_RECEIPTED_AT_ONCE, pair(9).sha256],
    [2, 1, null],
  ]);
});

test.each([
  ['missing', () => rmSync(join(made.home, 'receipt.key'))],
  ['malformed', () => writeFileSync(join(made.home, 'receipt.key'), 'none\n')],
  [
    'otherReceiptKey',
    () => writeFileSync(join(made.home, 'receipt.key'), formatSecretKeyFile(newMinisignKey(systemRandom))),
  ],
])('signs nothing with a receipt.key that is %s', (kind, spoil) => {
  spoil();
  expect(sign()).toEqual({ ok: false, error: { kind } });
});

test('signs nothing that cannot be kept', () => {
  const full: FileSystem = {
    ...nodeFileSystem,
    write: () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    },
  };
  expect(sign({}, full)).toEqual({ ok: false, error: { kind: 'cannotWrite' } });
  expect(readdirSync(folder())).toEqual([]);
});

test.each([
  ['wrongSignature', (bytes: Uint8Array, signature: string) => ({ bytes: bytes.with(10, 0x21), signature })],
  ['malformed', (bytes: Uint8Array, signature: string) => ({ bytes, signature: signature.padEnd(2000, '\n') })],
  ['tooLarge', (_: Uint8Array, signature: string) => ({ bytes: new Uint8Array(MAX_RECEIPT_BYTES + 1), signature })],
  [
    'otherKey',
    (bytes: Uint8Array) => ({ bytes, signature: minisignSign(newMinisignKey(systemRandom), bytes, 'matu receipt v1') }),
  ],
])('a kiosk reads none that is forged: %s', (kind, forge) => {
  const [signed] = expectOk(sign());
  if (signed === undefined) throw new Error('Nothing was signed');
  const forged = forge(new Uint8Array(signed.bytes), signed.signature);
  expect(readSignedReceipt(receiptKey(), forged)).toMatchObject({ ok: false, error: { kind } });
});
