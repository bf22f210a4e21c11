import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Identity, Stanza } from 'age-encryption';
import { deriveKey } from '../node/hkdf.ts';
import { decodeUnpaddedBase64 } from '../node/strict-base64.ts';
import { decodeBech32 } from './bech32.ts';

const KEY_BYTES = 32;
const FILE_KEY_BYTES = 16;
const TAG_BYTES = 16;
const STANZA = 'X25519';
const PURPOSE = 'age-encryption.org/v1/X25519';
const PREFIX = 'AGE-SECRET-KEY-';
const NO_NONCE = Buffer.alloc(12);
/** What stands before 32 bytes to make a key that Node reads, of the secret half and of the public one (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

/**
 * An X25519 identity of age that works by Node's own cryptography: the package's own takes ten times as long, which is
 * most of what receiving a bundle costs.
 *
 * Source: C2SP, age, "The X25519 recipient type"; checked by its public vectors
 */
export class X25519Identity implements Identity {
  readonly #secret: KeyObject;
  readonly #recipient: Uint8Array;

  /** @throws when it is no X25519 identity, or mistyped */
  constructor(identity: string) {
    const scalar = decodeBech32(identity, PREFIX);
    if (scalar?.length !== KEY_BYTES) throw new Error('An identity is malformed');
    const key = Buffer.concat([PKCS8, scalar]);
    this.#secret = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    this.#recipient = createPublicKey(this.#secret).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  }

  /** @throws when a stanza of this kind has another form than it must have */
  unwrapFileKey(stanzas: readonly Stanza[]): Uint8Array | null {
    for (const { args, body } of stanzas) {
      if (args[0] !== STANZA) continue;
      const share = decodeUnpaddedBase64(args[1] ?? '');
      if (args.length !== 2 || share?.length !== KEY_BYTES) throw new Error('A stanza is malformed');
      if (body.length !== FILE_KEY_BYTES + TAG_BYTES) throw new Error('A stanza is malformed');
      const fileKey = this.#unwrap(share, body);
      if (fileKey !== null) return fileKey;
    }
    return null;
  }

  #unwrap(share: Uint8Array, body: Uint8Array): Uint8Array | null {
    // Node reads this form ten times faster than DER, and each bundle brings a share of its own.
    const jwk = { kty: 'OKP', crv: 'X25519', x: Buffer.from(share).toString('base64url') };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    // Throws for a share of low order, which the format forbids.
    const secret = diffieHellman({ privateKey: this.#secret, publicKey });
    const salt = Buffer.concat([share, this.#recipient]);
    return openChunk(deriveKey({ secret, salt, purpose: PURPOSE, lengthBytes: KEY_BYTES }), NO_NONCE, body);
  }
}

/** Opens what ChaCha20-Poly1305 sealed, with its tag at the end; null when it is not authentic. */
export function openChunk(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < TAG_BYTES) return null;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(end));
  const opened = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
    return opened;
  } catch {
    // Node says nothing else here than that it is not authentic.
    return null;
  }
}
