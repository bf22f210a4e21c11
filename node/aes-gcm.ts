import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Bytes of a key, of a nonce, and of the tag that stands behind the ciphertext. */
export const AES_GCM_KEY_BYTES = 32;
export const AES_GCM_NONCE_BYTES = 12;
export const AES_GCM_TAG_BYTES = 16;

/** What encrypting and decrypting share. */
export interface AesGcmKeying {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes, never used twice with the same key. */
  readonly nonce: Uint8Array;
  /** Authenticated, not encrypted: binds the ciphertext to its place. */
  readonly additionalData: Uint8Array;
}

/** Encrypts with AES-256-GCM; returns the ciphertext followed by the tag (16 bytes). */
export function encryptAesGcm(keying: AesGcmKeying, plaintext: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat(beginAesGcm(keying)(plaintext)));
}

/**
 * Makes everything ready for encrypting but the plaintext, which takes longer than the rest.
 *
 * @returns what encrypts, in pieces that follow each other: the ciphertext and the tag (16 bytes). It throws when it is
 *   called again: the nonce is used up
 */
export function beginAesGcm({
  key,
  nonce,
  additionalData,
}: AesGcmKeying): (plaintext: Uint8Array) => readonly Uint8Array[] {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: AES_GCM_TAG_BYTES });
  cipher.setAAD(additionalData);
  return (plaintext) => [cipher.update(plaintext), cipher.final(), cipher.getAuthTag()];
}

/** Opens what `encryptAesGcm` made; null when a single bit of it, of the key or of the additional data differs. */
export function decryptAesGcm({ key, nonce, additionalData }: AesGcmKeying, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < AES_GCM_TAG_BYTES) return null;
  const tagStart = sealed.length - AES_GCM_TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: AES_GCM_TAG_BYTES });
  decipher.setAAD(additionalData);
  decipher.setAuthTag(sealed.subarray(tagStart));
  const plaintext = decipher.update(sealed.subarray(0, tagStart));
  try {
    decipher.final();
  } catch {
    // Node has one error for "does not authenticate" and no other reason to throw here.
    plaintext.fill(0);
    return null;
  }
  const copy = new Uint8Array(plaintext);
  plaintext.fill(0);
  return copy;
}
