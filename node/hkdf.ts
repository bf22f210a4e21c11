import { hkdfSync } from 'node:crypto';

/** What a key is derived from, and for what. */
export interface HkdfInput {
  readonly secret: Uint8Array;
  /** Empty where the secret is already unique. */
  readonly salt: Uint8Array;
  /** Names the use, so that keys for different uses never meet. */
  readonly purpose: string;
  readonly lengthBytes: number;
}

/** Derives a key with HKDF-SHA256 (RFC 5869). */
export function deriveKey({ secret, salt, purpose, lengthBytes }: HkdfInput): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, purpose, lengthBytes));
}
