import type { Random } from '../core/basics/random.ts';
import { ED25519_KEY_BYTES, ed25519PublicKey, newEd25519Seed } from './ed25519.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';

/** Bytes of the number by which a signature names its key. */
export const KEY_ID_BYTES = 8;

/** A key that checks signatures: minisign's key id (8 bytes) and the Ed25519 public key (32 bytes). */
export interface MinisignPublicKey {
  readonly keyId: Uint8Array;
  readonly key: Uint8Array;
}

/** A key that signs: minisign's key id (8 bytes) and the Ed25519 seed (32 bytes). */
export interface MinisignSecretKey {
  readonly keyId: Uint8Array;
  readonly seed: Uint8Array;
}

const ALGORITHM = Buffer.from('Ed', 'latin1');
const PUBLIC_KEY_BYTES = ALGORITHM.length + KEY_ID_BYTES + ED25519_KEY_BYTES;
const COMMENT = 'untrusted comment: ';

// A secret key file without a passphrase, as `minisign -G -W` writes it (minisign 0.11, src/minisign.h, SeckeyStruct):
// "Ed", two zero bytes for "no key derivation", "B2", 48 zero bytes of salt and limits, key id, seed, public key,
// 32 zero bytes where an encrypted file has its checksum.
const SECRET_KEY_START = Buffer.concat([ALGORITHM, Buffer.alloc(2), Buffer.from('B2', 'latin1'), Buffer.alloc(48)]);
const SECRET_KEY_END = Buffer.alloc(32);

/** Makes a new signing key. */
export function newMinisignKey(random: Random): MinisignSecretKey {
  return { keyId: random.bytes(KEY_ID_BYTES), seed: newEd25519Seed(random) };
}

/** Returns the public half of a signing key. */
export function minisignPublicKeyOf(secretKey: MinisignSecretKey): MinisignPublicKey {
  return { keyId: secretKey.keyId, key: ed25519PublicKey(secretKey.seed) };
}

/** Writes a public key as minisign's one line (56 characters, without a line end), as `minisign -P` takes it. */
export function formatPublicKeyLine({ keyId, key }: MinisignPublicKey): string {
  return encodeBase64(Buffer.concat([ALGORITHM, keyId, key]));
}

/** Reads the line of `formatPublicKeyLine`; null when it is anything else. */
export function parsePublicKeyLine(line: string): MinisignPublicKey | null {
  const bytes = decodeBase64(line);
  if (bytes?.length !== PUBLIC_KEY_BYTES || !ALGORITHM.equals(bytes.subarray(0, ALGORITHM.length))) return null;
  const keyStart = ALGORITHM.length + KEY_ID_BYTES;
  return { keyId: bytes.slice(ALGORITHM.length, keyStart), key: bytes.slice(keyStart) };
}

/** Writes a public key as minisign's .pub file. */
export function formatPublicKeyFile(publicKey: MinisignPublicKey): string {
  return `${COMMENT}minisign public key ${keyIdText(publicKey.keyId)}\n${formatPublicKeyLine(publicKey)}\n`;
}

/** Reads minisign's .pub file; null when it is anything else. */
export function parsePublicKeyFile(text: string): MinisignPublicKey | null {
  const line = secondLine(text);
  return line === null ? null : parsePublicKeyLine(line);
}

/** Writes a signing key as minisign's secret key file without a passphrase: the file's mode is its only guard. */
export function formatSecretKeyFile(secretKey: MinisignSecretKey): string {
  const { keyId, key } = minisignPublicKeyOf(secretKey);
  const bytes = Buffer.concat([SECRET_KEY_START, keyId, secretKey.seed, key, SECRET_KEY_END]);
  return `${COMMENT}minisign encrypted secret key\n${encodeBase64(bytes)}\n`;
}

/** Reads minisign's secret key file without a passphrase; null when it is anything else, a passphrase included. */
export function parseSecretKeyFile(text: string): MinisignSecretKey | null {
  const bytes = decodeBase64(secondLine(text) ?? '');
  if (bytes === null) return null;
  const seedStart = SECRET_KEY_START.length + KEY_ID_BYTES;
  const secretKey = {
    keyId: bytes.slice(SECRET_KEY_START.length, seedStart),
    seed: bytes.slice(seedStart, seedStart + ED25519_KEY_BYTES),
  };
  if (secretKey.seed.length !== ED25519_KEY_BYTES) return null;
  // Written again and compared: so every other byte of the file, the public half included, is checked in one line.
  return secondLine(formatSecretKeyFile(secretKey)) === secondLine(text) ? secretKey : null;
}

/** Returns the key id as minisign prints it: a number, lowest byte first, in hexadecimal without leading zeros. */
function keyIdText(keyId: Uint8Array): string {
  const hex = Buffer.from(keyId).reverse().toString('hex').toUpperCase();
  return hex.replace(/^0+(?=.)/, '');
}

/** Returns the second line of a file of two lines that opens with minisign's comment, or null. */
function secondLine(text: string): string | null {
  const [comment = '', line = '', end, ...more] = text.split('\n');
  return comment.startsWith(COMMENT) && end === '' && more.length === 0 ? line : null;
}
