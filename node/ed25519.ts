import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Random } from '../core/basics/random.ts';

/** Bytes of a seed and of a public key. */
export const ED25519_KEY_BYTES = 32;
/** Bytes of a signature. */
export const ED25519_SIGNATURE_BYTES = 64;

// The fixed DER wrappings of RFC 8410 around the 32 raw bytes. Node cannot import the raw bytes themselves.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Draws the seed (32 bytes) of a new signing key; the seed is the whole secret. */
export function newEd25519Seed(random: Random): Uint8Array {
  return random.bytes(ED25519_KEY_BYTES);
}

/** Returns the public key (32 bytes) that belongs to a seed (32 bytes). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  return new Uint8Array(der.subarray(SPKI_PREFIX.length));
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
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}

/** Reading a key takes longer than signing with it. It is forgotten with its seed, whose bytes never change. */
const privateKeys = new WeakMap<Uint8Array, KeyObject>();

function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== ED25519_KEY_BYTES) throw new Error('An Ed25519 seed has 32 bytes');
  const known = privateKeys.get(seed);
  if (known !== undefined) return known;
  const read = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  privateKeys.set(seed, read);
  return read;
}
