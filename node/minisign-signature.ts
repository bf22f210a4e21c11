import { blake2b } from '@noble/hashes/blake2.js';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { ED25519_SIGNATURE_BYTES, ed25519Sign, ed25519Verify } from './ed25519.ts';
import { KEY_ID_BYTES } from './minisign-keys.ts';
import type { MinisignPublicKey, MinisignSecretKey } from './minisign-keys.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';

/** Why a signature was not taken. */
export type SignatureProblem = {
  readonly kind: 'malformed' | 'otherKey' | 'wrongSignature' | 'otherTrustedComment';
};

/** What a signature is checked against. */
export interface SignedMessage {
  readonly message: Uint8Array;
  /** The text of the .minisig file. */
  readonly signature: string;
  /** The trusted comment that must stand there, to the character: it says what the signature is for. */
  readonly trustedComment: string;
}

interface SignatureParts {
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
  readonly trustedComment: string;
  readonly globalSignature: Uint8Array;
}

// "ED": Ed25519 over the BLAKE2b-512 hash. minisign's older "Ed" signs the message itself and is not taken.
const ALGORITHM = Buffer.from('ED', 'latin1');
const SIGNATURE_LINE_BYTES = ALGORITHM.length + KEY_ID_BYTES + ED25519_SIGNATURE_BYTES;
const UNTRUSTED = 'untrusted comment: ';
/** How a signature of ours begins; minisign writes the same where nobody says otherwise. */
export const UNTRUSTED_LINE = `${UNTRUSTED}signature from minisign secret key\n`;
const TRUSTED = 'trusted comment: ';

/**
 * Signs a message in minisign's prehashed form.
 *
 * @param trustedComment one line; it is signed too
 * @returns the text of a .minisig file, the same every time
 */
export function minisignSign(secretKey: MinisignSecretKey, message: Uint8Array, trustedComment: string): string {
  if (/[\r\n]/.test(trustedComment)) throw new Error('A trusted comment is one line');
  const signature = ed25519Sign(secretKey.seed, prehash(message));
  const globalSignature = ed25519Sign(secretKey.seed, globalMessage(signature, trustedComment));
  const lines = [
    encodeBase64(Buffer.concat([ALGORITHM, secretKey.keyId, signature])),
    `${TRUSTED}${trustedComment}`,
    `${encodeBase64(globalSignature)}\n`,
  ];
  return UNTRUSTED_LINE + lines.join('\n');
}

/** Checks that a message was signed by exactly this key for exactly this purpose. */
export function minisignVerify(publicKey: MinisignPublicKey, signed: SignedMessage): Result<null, SignatureProblem> {
  const parts = parseSignature(signed.signature);
  if (parts === null) return fail({ kind: 'malformed' });
  if (!Buffer.from(publicKey.keyId).equals(parts.keyId)) return fail({ kind: 'otherKey' });
  const global = globalMessage(parts.signature, parts.trustedComment);
  const isAuthentic =
    ed25519Verify(publicKey.key, prehash(signed.message), parts.signature) &&
    ed25519Verify(publicKey.key, global, parts.globalSignature);
  if (!isAuthentic) return fail({ kind: 'wrongSignature' });
  return parts.trustedComment === signed.trustedComment ? ok(null) : fail({ kind: 'otherTrustedComment' });
}

function parseSignature(text: string): SignatureParts | null {
  const [untrusted = '', signatureLine = '', trusted = '', globalLine = '', end, ...more] = text.split('\n');
  if (end !== '' || more.length > 0 || !untrusted.startsWith(UNTRUSTED) || !trusted.startsWith(TRUSTED)) return null;
  const bytes = decodeBase64(signatureLine);
  const globalSignature = decodeBase64(globalLine);
  if (bytes?.length !== SIGNATURE_LINE_BYTES || globalSignature?.length !== ED25519_SIGNATURE_BYTES) return null;
  if (!ALGORITHM.equals(bytes.subarray(0, ALGORITHM.length))) return null;
  const signatureStart = ALGORITHM.length + KEY_ID_BYTES;
  return {
    keyId: bytes.slice(ALGORITHM.length, signatureStart),
    signature: bytes.slice(signatureStart),
    trustedComment: trusted.slice(TRUSTED.length),
    globalSignature,
  };
}

// Node's BLAKE2b is missing where Electron was built with BoringSSL.
function prehash(message: Uint8Array): Uint8Array {
  return blake2b(message, { dkLen: 64 });
}

function globalMessage(signature: Uint8Array, trustedComment: string): Uint8Array {
  return Buffer.concat([signature, Buffer.from(trustedComment, 'utf8')]);
}
