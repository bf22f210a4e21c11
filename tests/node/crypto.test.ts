import { expect, test } from 'vitest';
import { decryptAesGcm, encryptAesGcm } from '../../node/aes-gcm.ts';
import { deriveKey } from '../../node/hkdf.ts';
import { systemRandom } from '../../node/random.ts';
import { stretchSecret } from '../../node/scrypt.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'));

// Test case 16 of "The Galois/Counter Mode of Operation" (McGrew and Viega).
const keying = {
  key: hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
  nonce: hex('cafebabefacedbaddecaf888'),
  additionalData: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
};
const plaintext = hex(
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
);
const sealed = hex(
  '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
);

test('AES-256-GCM agrees with its published vector both ways', () => {
  expect(toHex(encryptAesGcm(keying, plaintext))).toBe(toHex(sealed));
  expect(toHex(decryptAesGcm(keying, sealed))).toBe(toHex(plaintext));
});

test('a flipped bit anywhere, or a missing byte, opens nothing', () => {
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const flipped = Uint8Array.from(sealed, (byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(decryptAesGcm(keying, flipped)).toBeNull();
  }
  for (let length = 0; length < sealed.length; length += 1) {
    expect(decryptAesGcm(keying, sealed.subarray(0, length))).toBeNull();
  }
  expect(decryptAesGcm({ ...keying, additionalData: hex('00') }, sealed)).toBeNull();
});

test('HKDF-SHA256 agrees with RFC 5869 on an empty salt and purpose (test case 3)', () => {
  const secret = hex('0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b');
  expect(toHex(deriveKey({ secret, salt: hex(''), purpose: '', lengthBytes: 42 }))).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  );
});

test('scrypt agrees with RFC 7914 (N = 16384, r = 8, p = 1)', async () => {
  const input = {
    secret: Buffer.from('pleaseletmein'),
    salt: Buffer.from('SodiumChloride'),
    log2N: 14,
    lengthBytes: 64,
  };
  expect(toHex(await stretchSecret(input))).toBe(
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
  );
});

test('scrypt at the kiosk’s cost needs no more memory than it is given', async () => {
  const stretched = await stretchSecret({ secret: hex('31'), salt: hex('00'), log2N: 17, lengthBytes: 32 });
  expect(stretched).toHaveLength(32);
});

test('the system’s random bytes are as many as asked for, and other ones each time', () => {
  expect(systemRandom.bytes(32)).toHaveLength(32);
  expect(toHex(systemRandom.bytes(32))).not.toBe(toHex(systemRandom.bytes(32)));
});
