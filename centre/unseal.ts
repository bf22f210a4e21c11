import { Decrypter } from 'age-encryption';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { deriveKey } from '../node/hkdf.ts';
import { openChunk, X25519Identity } from './x25519-identity.ts';

/** Where a header ends: the line with its MAC, 32 bytes in base64. */
const HEADER_END = /\n--- [0-9A-Za-z+/]{43}\n/;
/** Eight hybrid recipients, the most that a centre has, take a quarter of it. Parsing a huge header costs seconds. */
const MAX_HEADER_BYTES = 64 * 1024;
const NONCE_BYTES = 16;
const CHUNK_BYTES = 64 * 1024 + 16;
const KEY_BYTES = 32;

/**
 * Opens an age file: binary, sealed to keys. What is armoured or under a passphrase is none of ours and is refused.
 * age-encryption reads the header; the payload is opened by Node's own cryptography, which takes a tenth of the time.
 *
 * @param identities age's, X25519 or post-quantum hybrid
 * @returns all of what was sealed, or none of it: `sealedToOthers` when no identity fits, `damaged` for anything else
 */
export async function unseal(
  sealed: Uint8Array,
  identities: readonly string[],
): Promise<Result<Uint8Array, 'sealedToOthers' | 'damaged'>> {
  const headerBytes = headerLength(sealed);
  if (headerBytes === null) return fail('damaged');
  try {
    const fileKey = await decrypterOf(identities).decryptHeader(sealed.subarray(0, headerBytes));
    const opened = openPayload(fileKey, sealed.subarray(headerBytes));
    return opened === null ? fail('damaged') : ok(opened);
  } catch (thrown) {
    // age tells its failures apart only by their text. Both are refusals; this one is worth its own word.
    const isForOthers = thrown instanceof Error && thrown.message.startsWith('no identity matched');
    return fail(isForOthers ? 'sealedToOthers' : 'damaged');
  }
}

function headerLength(sealed: Uint8Array): number | null {
  // One character a byte, so that places in the text are places in the file.
  const text = Buffer.from(sealed.subarray(0, MAX_HEADER_BYTES)).toString('latin1');
  const end = HEADER_END.exec(text);
  return end === null ? null : end.index + end[0].length;
}

/** Reading keys takes longer than opening by them. They are forgotten with the list that they stand in. */
const decrypters = new WeakMap<readonly string[], Decrypter>();

function decrypterOf(identities: readonly string[]): Decrypter {
  const known = decrypters.get(identities);
  if (known !== undefined) return known;
  const decrypter = new Decrypter();
  for (const identity of identities) {
    if (identity.startsWith('AGE-SECRET-KEY-1')) {
      // The package looks at the checksum.
      new Decrypter().addIdentity(identity);
      decrypter.addIdentity(new X25519Identity(identity));
    } else {
      decrypter.addIdentity(identity);
    }
  }
  decrypters.set(identities, decrypter);
  return decrypter;
}

/**
 * Opens the payload, chunk by chunk: each must be authentic, the last one marked as such, and empty only where it is
 * the only one.
 *
 * Source: C2SP, age, "Payload"
 */
function openPayload(fileKey: Uint8Array, payload: Uint8Array): Uint8Array | null {
  if (payload.length < NONCE_BYTES) return null;
  const salt = payload.subarray(0, NONCE_BYTES);
  const key = deriveKey({ secret: fileKey, salt, purpose: 'payload', lengthBytes: KEY_BYTES });
  const chunks = payload.subarray(NONCE_BYTES);
  const last = Math.max(0, Math.ceil(chunks.length / CHUNK_BYTES) - 1);
  const opened: Uint8Array[] = [];
  for (let index = 0; index <= last; index += 1) {
    const sealed = chunks.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const chunk = openChunk(key, nonceOf(index, index === last), sealed);
    if (chunk === null || (chunk.length === 0 && index > 0)) return null;
    opened.push(chunk);
  }
  return new Uint8Array(Buffer.concat(opened));
}

/** Eleven bytes of counter, highest first, and one that marks the last chunk. */
function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
