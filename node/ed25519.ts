import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import type { Random } from '../core/basics/random.ts';

/** Bytes of a seed and of a public key. */
export const ED25519_KEY_BYTES = 32;
/** Bytes of a signature. */
export const ED25519_SIGNATURE_BYTES = 64;

/** RFC 8037 wants the public half of a private key, too. Nobody looks at it here: it follows from the seed. */
const UNREAD_HALF = Buffer.alloc(ED25519_KEY_BYTES).toString('base64url');

/** Draws the seed (32 bytes) of a new signing key; the seed is the whole secret. */
export function newEd25519Seed(random: Random): Uint8Array {
  return random.bytes(ED25519_KEY_BYTES);
}

/** Returns the public key (32 bytes) that belongs to a seed (32 bytes). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  const { x = '' } = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x, 'base64url'));
}

/** Signs a message with a seed (32 bytes); the signature has 64 bytes and is the same every time. */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKeyOf(seed)));
}

/**
 * Tells whether a signature over a message was made with the seed behind a public key.
 * Wrong lengths are "no", because all three may come from outside.
 */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== ED25519_KEY_BYTES || signature.length !== ED25519_SIGNATURE_BYTES) return false;
  return verify(null, message, publicKeyOf(publicKey), signature);
}

/** As with private ones: whoever checks many signatures reads the key once. */
const publicKeys = new WeakMap<Uint8Array, KeyObject>();

function publicKeyOf(bytes: Uint8Array): KeyObject {
  const known = publicKeys.get(bytes);
  if (known !== undefined) return known;
  const read = createPublicKey({ key: jwk({ x: base64Url(bytes) }), format: 'jwk' });
  publicKeys.set(bytes, read);
  return read;
}

/** Reading a key takes longer than signing with it. It is forgotten with its seed, whose bytes never change. */
const privateKeys = new WeakMap<Uint8Array, KeyObject>();

function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== ED25519_KEY_BYTES) throw new Error('An Ed25519 seed has 32 bytes');
  const known = privateKeys.get(seed);
  if (known !== undefined) return known;
  const read = createPrivateKey({ key: jwk({ d: base64Url(seed), x: UNREAD_HALF }), format: 'jwk' });
  privateKeys.set(seed, read);
  return read;
}

/** Node takes no raw bytes, and reads this form ten times faster than DER: a start checks a signature for each intake. */
function jwk(halves: { readonly d?: string; readonly x: string }): JsonWebKey {
  return { kty: 'OKP', crv: 'Ed25519', ...halves };
}

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}
