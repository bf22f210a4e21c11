import type { Decrypter } from 'age-encryption';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { deriveKey } from '../node/hkdf.ts';
import { isAuthentic, readAgeHeader } from './age-header.ts';
import { openChunk, X25519Identity } from './x25519-identity.ts';

/** Where a header ends: the line with its MAC, 32 bytes in base64. */
const HEADER_END = /\n--- [0-9A-Za-z+/]{43}\n/;
/** Eight hybrid recipients, the most that a centre has, take a quarter of it. Parsing a huge header costs seconds. */
const MAX_HEADER_BYTES = 64 * 1024;
const NONCE_BYTES = 16;
const CHUNK_BYTES = 64 * 1024 + 16;
const KEY_BYTES = 32;

type Opened<T> = Result<T, 'sealedToOthers' | 'damaged'>;

/**
 * Opens an age file: binary, sealed to keys. What is armoured or under a passphrase is none of ours and is refused.
 * X25519 and the payload are opened by Node's own cryptography, which takes a tenth of the time of age-encryption;
 * post-quantum keys by that package.
 *
 * @param identities age's, X25519 or post-quantum hybrid
 * @returns all of what was sealed, or none of it: `sealedToOthers` when no identity fits, `damaged` for anything else
 */
export async function unseal(sealed: Uint8Array, identities: readonly string[]): Promise<Opened<Uint8Array>> {
  const header = headerOf(sealed);
  if (header === null) return fail('damaged');
  try {
    const keys = await keysOf(identities);
    const fileKey = keys.kind === 'x25519' ? fileKeyByNode(header, keys.identities) : await fileKeyByAge(header, keys);
    if (!fileKey.ok) return fileKey;
    const opened = openPayload(fileKey.value, sealed.subarray(header.length));
    return opened === null ? fail('damaged') : ok(opened);
  } catch (thrown) {
    // age tells its failures apart only by their text. All are refusals; this one is worth its own word.
    const isForOthers = thrown instanceof Error && thrown.message.startsWith('no identity matched');
    return fail(isForOthers ? 'sealedToOthers' : 'damaged');
  }
}

/** Where the header stands: one character a byte, so that places in the text are places in the file. */
function headerOf(sealed: Uint8Array): string | null {
  const text = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).toString('latin1', 0, MAX_HEADER_BYTES);
  const end = HEADER_END.exec(text);
  return end === null ? null : text.slice(0, end.index + end[0].length);
}

type Keys =
  | { readonly kind: 'x25519'; readonly identities: readonly X25519Identity[] }
  | { readonly kind: 'mixed'; readonly decrypter: Decrypter };

/** Reading keys takes longer than opening by them. They are forgotten with the list that they stand in. */
const known = new WeakMap<readonly string[], Keys>();

async function keysOf(identities: readonly string[]): Promise<Keys> {
  const read = known.get(identities) ?? (await readKeys(identities));
  known.set(identities, read);
  return read;
}

/** @throws when one is no identity */
async function readKeys(identities: readonly string[]): Promise<Keys> {
  const keys = identities.map((one) => (one.startsWith('AGE-SECRET-KEY-1') ? new X25519Identity(one) : one));
  if (keys.every((key) => typeof key !== 'string')) return { kind: 'x25519', identities: keys };
  // Only where it is needed: each thread that opens bundles would hold 14 MiB of it.
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const key of keys) decrypter.addIdentity(key);
  return { kind: 'mixed', decrypter };
}

/** @throws where a stanza has a form, or a share, that no honest sender writes */
function fileKeyByNode(text: string, identities: readonly X25519Identity[]): Opened<Uint8Array> {
  const header = readAgeHeader(text);
  if (header === null) return fail('damaged');
  for (const identity of identities) {
    const fileKey = identity.unwrapFileKey(header.stanzas);
    if (fileKey !== null) return isAuthentic(header, fileKey) ? ok(fileKey) : fail('damaged');
  }
  return fail('sealedToOthers');
}

/** @throws where no identity fits, or the header is damaged */
async function fileKeyByAge(
  text: string,
  { decrypter }: Extract<Keys, { kind: 'mixed' }>,
): Promise<Opened<Uint8Array>> {
  return ok(await decrypter.decryptHeader(Buffer.from(text, 'latin1')));
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
