import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { describe, expect, test } from 'vitest';
import { unseal } from '../../centre/unseal.ts';
import { nodeHasher } from '../../node/sha256.ts';

/** One of the public test vectors of age (C2SP/CCTV): fields, an empty line, the file. */
interface AgeVector {
  readonly name: string;
  readonly expected: string;
  /** The SHA-256 of what comes out; empty where nothing may. */
  readonly payload: string;
  readonly identities: readonly string[];
  /** Armoured, or under a passphrase: nothing that a bundle can be. */
  readonly isForeign: boolean;
  readonly file: Uint8Array;
}

function vectorOf([name, bytes]: readonly [string, Uint8Array]): AgeVector {
  const text = Buffer.from(bytes);
  const end = text.indexOf('\n\n');
  const fields = text
    .toString('latin1', 0, end)
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const);
  const all = (key: string): readonly string[] => fields.filter(([field]) => field === key).map(([, value]) => value);
  const file = text.subarray(end + 2);
  return {
    name,
    expected: all('expect').join(),
    payload: all('payload').join(),
    identities: all('identity'),
    isForeign: all('armored').length > 0 || all('passphrase').length > 0,
    file: new Uint8Array(all('compressed').length > 0 ? inflateSync(file) : file),
  };
}

const VECTORS = Object.entries(vectors).map(vectorOf);
const GOOD = VECTORS.filter(({ expected, isForeign }) => expected === 'success' && !isForeign);
const BAD = VECTORS.filter((vector) => !GOOD.includes(vector));

describe('The public test vectors of age', () => {
  test('are all here, good ones and bad ones, X25519 and hybrid', () => {
    expect(VECTORS).toHaveLength(143);
    expect(GOOD.map(({ name }) => name)).toEqual(expect.arrayContaining(['x25519', 'hybrid', 'stream_three_chunks']));
    expect(BAD.length).toBeGreaterThan(100);
  });

  test.each(GOOD)('open as they should: $name', async ({ file, identities, payload }) => {
    const opened = await unseal(file, identities);
    expect(opened.ok && nodeHasher.sha256(opened.value)).toBe(payload);
  });

  test.each(BAD)('are refused, with not a byte of what is inside: $name', async ({ file, identities }) => {
    expect(await unseal(file, identities)).toEqual({
      ok: false,
      error: expect.stringMatching(/^(damaged|sealedToOthers)$/) as string,
    });
  });
});
