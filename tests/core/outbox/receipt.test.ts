import { describe, expect, test } from 'vitest';
import {
  MAX_RECEIPT_BYTES,
  MOST_RECEIPTED_AT_ONCE,
  formatReceipt,
  parseReceipt,
  receiptNameOf,
  receiptNumberIn,
} from '../../../core/outbox/receipt.ts';
import type { Receipt } from '../../../core/outbox/receipt.ts';
import { formatJson } from '../../../core/bundle/versioned-json.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';

const hashOf = (number: number) => nodeHasher.sha256(Uint8Array.of(number % 256));
const pair = (seq: number) => ({ seq, sha256: hashOf(seq) });

const receipt: Receipt = {
  format: 1,
  centreId: '22222222-2222-4222-8222-222222222222',
  kioskId: '11111111-1111-4111-8111-111111111111',
  number: 7,
  issuedAt: '2026-03-03T08:00:00.000Z',
  received: [pair(1), pair(2), pair(4)],
  refused: [{ ...pair(3), reason: 'otherRecipients' }],
  canary: null,
};

test('reads what it writes', () => {
  expect(expectOk(parseReceipt(formatReceipt(receipt)))).toEqual(receipt);
});

test('a full receipt is small enough to be read', () => {
  const pairs = Array.from({ length: MOST_RECEIPTED_AT_ONCE }, (_, index) => pair(index + 10_000_000));
  const refused = pairs.map((each) => ({ ...each, reason: 'a'.repeat(40) }));
  const bytes = formatReceipt({ ...receipt, received: pairs, refused, canary: hashOf(9) });
  expect(bytes.length).toBeLessThan(MAX_RECEIPT_BYTES);
  expect(parseReceipt(bytes).ok).toBe(true);
});

describe('refuses', () => {
  test.each([
    ['a number twice', { received: [pair(1), pair(1)] }, 'otherShape'],
    ['numbers out of order', { received: [pair(2), pair(1)] }, 'otherShape'],
    ['refusals out of order', { refused: [2, 1].map((seq) => ({ ...pair(seq), reason: 'forked' })) }, 'otherShape'],
    ['a reason that is a sentence', { refused: [{ ...pair(1), reason: 'not here' }] }, 'otherShape'],
    ['a field it does not know', { more: true }, 'otherShape'],
    ['number 0', { number: 0 }, 'otherShape'],
    ['more than a receipt lists', { received: Array.from({ length: 5001 }, (_, seq) => pair(seq + 1)) }, 'otherShape'],
    ['another format', { format: 2 }, 'otherFormat'],
  ])('%s', (_, change, kind) => {
    expect(parseReceipt(formatJson({ ...receipt, ...change }))).toMatchObject({ ok: false, error: { kind } });
  });

  test('the same in other bytes', () => {
    const { canary, ...rest } = receipt;
    for (const bytes of [formatJson({ canary, ...rest }), Buffer.from(JSON.stringify(receipt))]) {
      expect(parseReceipt(bytes)).toEqual({ ok: false, error: { kind: 'notCanonical' } });
    }
  });

  test('the same with one byte changed for another that JSON does not mind', () => {
    const bytes = formatReceipt(receipt);
    const changed = bytes.map((byte, index) => (index === bytes.length - 1 ? 0x20 : byte));
    expect(parseReceipt(changed)).toEqual({ ok: false, error: { kind: 'notCanonical' } });
  });

  test('a file that is too large, unread', () => {
    expect(parseReceipt(new Uint8Array(MAX_RECEIPT_BYTES + 1))).toEqual({ ok: false, error: { kind: 'tooLarge' } });
  });
});

test('a name tells its number to the kiosk, and nothing of the kiosk to anybody', () => {
  const name = receiptNameOf(receipt, nodeHasher);
  expect(name).toMatch(/^receipt-[0-9a-f]{32}-00000007\.json$/);
  expect(receiptNumberIn(name, receipt.kioskId, nodeHasher)).toBe(7);
});

test.each(['.minisig', '.part', 'x'])('a name that ends in %s is no receipt’s', (end) => {
  expect(receiptNumberIn(`${receiptNameOf(receipt, nodeHasher)}${end}`, receipt.kioskId, nodeHasher)).toBeNull();
});

test('another kiosk’s receipts have other names', () => {
  expect(receiptNumberIn(receiptNameOf(receipt, nodeHasher), receipt.centreId, nodeHasher)).toBeNull();
});
