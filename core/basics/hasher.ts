/** A SHA-256 digest as 64 lower-case hexadecimal characters. */
export type Sha256 = string & { readonly __brand: 'Sha256' };

/** Hashing, given to core by its surroundings: core itself has no cryptography of its own. */
export interface Hasher {
  sha256(bytes: Uint8Array): Sha256;
}

const SHA256_PATTERN = /^[0-9a-f]{64}$/;

/** Tells whether a text is a digest in the one form that Matu writes. */
export function isSha256(text: string): text is Sha256 {
  return SHA256_PATTERN.test(text);
}
