import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeBech32 } from '../../centre/bech32.ts';
import { unseal } from '../../centre/unseal.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { decodeUnpaddedBase64 } from '../../node/strict-base64.ts';

let identities: readonly string[];
let recipients: readonly string[];
beforeAll(async () => {
  const made = await Promise.all([generateX25519Identity(), generateX25519Identity()]);
  recipients = await Promise.all(made.map(identityToRecipient));
  identities = made;
});

function sealedTo(said: string, keys: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const key of keys) encrypter.addRecipient(key);
  return encrypter.encrypt(toUtf8(said));
}

/** What age-encryption makes of a file by its own cryptography; null where it refuses it. */
async function byAge(file: Uint8Array, keys: readonly string[]): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  for (const key of keys) decrypter.addIdentity(key);
  return decrypter.decrypt(file).catch(() => null);
}

async function byUs(file: Uint8Array, keys: readonly string[]): Promise<Uint8Array | null> {
  const opened = await unseal(file, keys);
  return opened.ok ? opened.value : null;
}

describe('A file that is opened without age-encryption', () => {
  test('comes out as that package opens it, with each key, with both, and with neither', async () => {
    const [first = '', second = ''] = identities;
    const other = await generateX25519Identity();
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.constantFrom([first], [second], [other, second], [other]),
        async (said, keys) => {
          const file = await sealedTo(said, recipients);
          const expected = keys.some((key) => identities.includes(key)) ? toUtf8(said) : null;
          expect(await byAge(file, keys)).toEqual(expected);
          expect(await byUs(file, keys)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is refused where that package refuses it, whatever byte is changed, put in or left out', async () => {
    const file = await sealedTo('said', recipients);
    const bytes = fc.oneof(fc.constantFrom(...Buffer.from('\n ->=A9+/')), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: file.length - 1 }),
        fc.array(bytes, { maxLength: 2 }),
        fc.integer({ min: 0, max: 2 }),
        async (at, put, left) => {
          const changed = new Uint8Array([...file.subarray(0, at), ...put, ...file.subarray(at + left)]);
          expect(await byUs(changed, identities)).toEqual(await byAge(changed, identities));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('is sealed to others where no key fits, and damaged where a key itself is', async () => {
    const file = await sealedTo('said', recipients);
    expect(await unseal(file, [await generateX25519Identity()])).toEqual({ ok: false, error: 'sealedToOthers' });
    const mistyped = (identities[0] ?? '').replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'));
    expect(await unseal(file, [mistyped])).toEqual({ ok: false, error: 'damaged' });
  });
});

describe('Base64 without padding', () => {
  test.each([
    ['', []],
    ['AA', [0]],
    ['AAE', [0, 1]],
    ['AAEC', [0, 1, 2]],
  ])('is read: “%s”', (text, bytes) => {
    expect(decodeUnpaddedBase64(text)).toEqual(new Uint8Array(bytes));
  });

  test.each(['A', 'AA==', 'AB', 'AA=', 'A A', 'AA\n', 'A-', 'AAAAA'])('has one text only: “%s”', (text) => {
    expect(decodeUnpaddedBase64(text)).toBeNull();
  });
});

describe('An identity in Bech32', () => {
  test('is read as age-encryption reads it, and with any letter changed by neither', async () => {
    const [identity = ''] = identities;
    expect(decodeBech32(identity, 'AGE-SECRET-KEY-')).toHaveLength(32);
    const letters = fc.constantFrom(...Array.from('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LBIO1q='));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: identity.length - 1 }), letters, async (at, letter) => {
        const changed = `${identity.slice(0, at)}${letter}${identity.slice(at + 1)}`;
        const isKept = changed === identity;
        expect(decodeBech32(changed, 'AGE-SECRET-KEY-') !== null).toBe(isKept);
        expect(
          await identityToRecipient(changed).then(
            () => true,
            () => false,
          ),
        ).toBe(isKept);
      }),
    );
  });

  // Examples of BIP-173.
  test.each([
    ['A12UEL5L', 'A', ''],
    ['ABCDEF1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LMQQQXW', 'ABCDEF', '00443214c74254b635cf84653a56d7c675be77df'],
    // Bech32m, which age does not use.
    ['A1LQFN3A', 'A', null],
    ['a12uel5l', 'A', null],
    ['A12UEL5L', 'B', null],
    ['A12UEL', 'A', null],
    [
      'SPLIT1CHECKUPSTAGEHANDSHAKEUPSTREAMERRANTERREDCAPERRED2Y9E3W',
      'SPLIT',
      'c5f38b70305f519bf66d85fb6cf03058f3dde463ecd7918f2dc743918f2d',
    ],
  ] as const)('is read where it is well formed, and for its prefix: %s', (text, prefix, bytes) => {
    const read = decodeBech32(text, prefix);
    expect(read === null ? null : Buffer.from(read).toString('hex')).toBe(bytes);
  });
});
