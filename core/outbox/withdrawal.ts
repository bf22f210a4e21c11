import type { Hasher, Sha256 } from '../basics/hasher.ts';

/** Bytes of what a take-back code comes to. */
export const TAKE_BACK_KEY_BYTES = 32;

/**
 * The tag by which a sealed intake can be taken back: the SHA-256 of the key that the take-back code comes to. It stands
 * in the manifest and in the ledger, and says nothing about the key until that is revealed.
 *
 * @param key 32 bytes, derived from the stretched code
 * Source: docs/bundle-format.md, "Taking an intake back"
 */
export function withdrawTagOf(key: Uint8Array, hasher: Hasher): Sha256 {
  return hasher.sha256(key);
}

/** Tells whether what a withdrawal reveals, 64 hexadecimal characters, is the key that a tag was made of. */
export function revealsTag(preimage: string, tag: Sha256 | null | undefined, hasher: Hasher): boolean {
  return /^[0-9a-f]{64}$/.test(preimage) && withdrawTagOf(bytesOf(preimage), hasher) === tag;
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from({ length: hexadecimal.length / 2 }, (_, index) =>
    Number.parseInt(hexadecimal.slice(2 * index, 2 * index + 2), 16),
  );
}
