import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ed25519PublicKey, ed25519Sign, ed25519Verify, newEd25519Seed } from '../../node/ed25519.ts';

/** RFC 8032, section 7.1, tests 1 to 3. */
const vectors = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

test.each(vectors)('agrees with RFC 8032 on the message "$message"', (vector) => {
  const seed = bytes(vector.seed);
  expect(ed25519PublicKey(seed)).toEqual(bytes(vector.publicKey));
  expect(ed25519Sign(seed, bytes(vector.message))).toEqual(bytes(vector.signature));
  expect(ed25519Verify(bytes(vector.publicKey), bytes(vector.message), bytes(vector.signature))).toBe(true);
});

test('refuses another message, another key, a changed signature and wrong lengths', () => {
  const seed = newEd25519Seed({ bytes: (length) => new Uint8Array(randomBytes(length)) });
  const publicKey = ed25519PublicKey(seed);
  const message = bytes('0102');
  const signature = ed25519Sign(seed, message);
  const changed = signature.map((byte, index) => (index === 5 ? byte ^ 1 : byte));
  expect(ed25519Verify(publicKey, message, signature)).toBe(true);
  expect(ed25519Verify(publicKey, bytes('0103'), signature)).toBe(false);
  expect(ed25519Verify(bytes(vectors[0]?.publicKey ?? ''), message, signature)).toBe(false);
  expect(ed25519Verify(publicKey, message, changed)).toBe(false);
  expect(ed25519Verify(publicKey, message, signature.subarray(1))).toBe(false);
  expect(ed25519Verify(publicKey.subarray(1), message, signature)).toBe(false);
  expect(ed25519Verify(new Uint8Array(32).fill(255), message, signature)).toBe(false);
});

test('throws on a seed of the wrong length, which only a bug can make', () => {
  expect(() => ed25519Sign(new Uint8Array(31), new Uint8Array())).toThrow('32 bytes');
});
