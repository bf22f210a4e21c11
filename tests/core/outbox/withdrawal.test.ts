import { expect, test } from 'vitest';
import { revealsTag, withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { keyOf, preimageOf } from './ledger-lines.ts';

const tag = withdrawTagOf(keyOf(200), nodeHasher);

test('a tag is the SHA-256 of the key, as sha256sum writes it', () => {
  expect(withdrawTagOf(new Uint8Array(32), nodeHasher)).toBe(
    '66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925',
  );
});

test('the key that a tag was made of proves the withdrawal', () => {
  expect(revealsTag(preimageOf(200), tag, nodeHasher)).toBe(true);
});

test.each([
  ['another key', preimageOf(201), tag],
  ['half a key', preimageOf(200).slice(0, 32), tag],
  ['a key in capitals', preimageOf(10).toUpperCase(), withdrawTagOf(keyOf(10), nodeHasher)],
  ['nothing', '', tag],
  ['the tag itself', tag, tag],
  ['a key where there is no tag', preimageOf(200), null],
  ['a key where there never was a tag', preimageOf(200), undefined],
])('%s proves nothing', (_, preimage, against) => {
  expect(revealsTag(preimage, against, nodeHasher)).toBe(false);
});
