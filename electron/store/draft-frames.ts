import type { Random } from '../../core/basics/random.ts';
import {
  AES_GCM_KEY_BYTES,
  AES_GCM_NONCE_BYTES,
  AES_GCM_TAG_BYTES,
  beginAesGcm,
  decryptAesGcm,
  encryptAesGcm,
} from '../../node/aes-gcm.ts';
import { deriveKey } from '../../node/hkdf.ts';

/*
 * A draft file is a header and one frame per save. What a frame holds, and how frames make a draft together, is for
 * whoever saves; the first one explains itself.
 *
 * header (92 bytes): "MATUDRF1" | file id (16) | nonce (12) | the draft key, encrypted under the code (32 + tag 16) |
 *   marker (8), by which frames are found
 * frame: marker (8) | ciphertext length (4, big endian) | frame number (4, from 1) | salt (16) | nonce (12) |
 *   ciphertext with tag
 *
 * A frame is encrypted under a key of its own, derived from the draft key and the frame's salt, and bound to the
 * whole header and to its number: frames cannot be moved, exchanged or brought into another draft.
 */
const MAGIC = Buffer.from('MATUDRF1', 'latin1');
const FILE_ID_BYTES = 16;
const MARKER_BYTES = 8;
const SALT_BYTES = 16;
const SLOT_NONCE_START = MAGIC.length + FILE_ID_BYTES;
const SLOT_START = SLOT_NONCE_START + AES_GCM_NONCE_BYTES;
const MARKER_START = SLOT_START + AES_GCM_KEY_BYTES + AES_GCM_TAG_BYTES;
const HEADER_BYTES = MARKER_START + MARKER_BYTES;
const LENGTH_START = MARKER_BYTES;
const NUMBER_START = LENGTH_START + 4;
const SALT_START = NUMBER_START + 4;
const NONCE_START = SALT_START + SALT_BYTES;
const CIPHERTEXT_START = NONCE_START + AES_GCM_NONCE_BYTES;

/** No draft file is larger: a save that would make it so writes the draft anew. The largest visit is far smaller. */
export const MOST_DRAFT_BYTES = 16 * 1024 * 1024;

/** A draft file's header and the key that its frames are encrypted with. */
export interface DraftFileKey {
  readonly header: Uint8Array;
  /** 32 bytes, to be wiped when the draft is closed. */
  readonly draftKey: Uint8Array;
}

/** Draws a new draft key and makes the header that keeps it under the code's key. */
export function newDraftFileKey(keyEncryptionKey: Uint8Array, random: Random): DraftFileKey {
  const draftKey = random.bytes(AES_GCM_KEY_BYTES);
  const start = Buffer.concat([MAGIC, random.bytes(FILE_ID_BYTES)]);
  const nonce = random.bytes(AES_GCM_NONCE_BYTES);
  const slot = encryptAesGcm({ key: keyEncryptionKey, nonce, additionalData: start }, draftKey);
  const header = new Uint8Array(Buffer.concat([start, nonce, slot, random.bytes(MARKER_BYTES)]));
  return { header, draftKey };
}

/** Reads the header of a draft file; null when it is damaged or belongs to another code. */
export function openDraftFileKey(keyEncryptionKey: Uint8Array, file: Uint8Array): DraftFileKey | null {
  if (file.length < HEADER_BYTES || !MAGIC.equals(file.subarray(0, MAGIC.length))) return null;
  const header = file.slice(0, HEADER_BYTES);
  const nonce = header.subarray(SLOT_NONCE_START, SLOT_START);
  const additionalData = header.subarray(0, SLOT_NONCE_START);
  const slot = header.subarray(SLOT_START, MARKER_START);
  const draftKey = decryptAesGcm({ key: keyEncryptionKey, nonce, additionalData }, slot);
  return draftKey === null ? null : { header, draftKey };
}

/** Encrypts what a save holds as the frame of its number. */
export function makeFrame(
  fileKey: DraftFileKey,
  { number, content }: { readonly number: number; readonly content: Uint8Array },
  random: Random,
): Uint8Array {
  return prepareFrame(fileKey, number, random)(content);
}

/** Makes a frame of its content. It throws when it is called again: salt and nonce are used up. */
export type PreparedFrame = (content: Uint8Array) => Uint8Array;

/** Makes everything of a frame ready but its content, which takes several times as long as what is left then. */
export function prepareFrame({ header, draftKey }: DraftFileKey, number: number, random: Random): PreparedFrame {
  // Asked for at once: the system's source costs as much for few bytes as for some.
  const saltAndNonce = random.bytes(SALT_BYTES + AES_GCM_NONCE_BYTES);
  const key = frameKey(draftKey, saltAndNonce.subarray(0, SALT_BYTES));
  const nonce = saltAndNonce.subarray(SALT_BYTES);
  const encrypt = beginAesGcm({ key, nonce, additionalData: frameData(header, number) });
  key.fill(0);
  const start = Buffer.alloc(CIPHERTEXT_START);
  start.set(header.subarray(MARKER_START));
  start.writeUInt32BE(number, NUMBER_START);
  start.set(saltAndNonce, SALT_START);
  return (content) => {
    start.writeUInt32BE(content.length + AES_GCM_TAG_BYTES, LENGTH_START);
    return Buffer.concat([start, ...encrypt(content)]);
  };
}

/** What a draft file holds. */
export type DraftFileContent =
  /**
   * Good up to `goodBytes`; what is behind is the torn tail of a save that was never acknowledged. `contents` are those
   * of all frames, for the caller to wipe.
   */
  | { readonly kind: 'good'; readonly contents: readonly Uint8Array[]; readonly goodBytes: number }
  /** A frame is bad that has others behind it or another one's number, or there is no good frame at all. */
  | { readonly kind: 'damaged' };

/** Reads the frames of a draft file. */
export function readFrames(fileKey: DraftFileKey, file: Uint8Array): DraftFileContent {
  const contents: Uint8Array[] = [];
  let goodBytes = HEADER_BYTES;
  let next = frameAt(fileKey, file, goodBytes);
  while (next?.number === contents.length + 1) {
    contents.push(next.content);
    goodBytes = next.end;
    next = frameAt(fileKey, file, goodBytes);
  }
  next?.content.fill(0);
  if (contents.length > 0 && next === null && !isMarked(fileKey, file.subarray(goodBytes + 1))) {
    return { kind: 'good', contents, goodBytes };
  }
  for (const content of contents) content.fill(0);
  return { kind: 'damaged' };
}

interface Frame {
  readonly number: number;
  readonly content: Uint8Array;
  readonly end: number;
}

/**
 * How a draft file looks from outside: without its code only the places of its frames can be told, not whether they are
 * authentic.
 *
 * - whole: one frame after the other, up to the end
 * - tornTail: whole frames, and the rest of a save that was never acknowledged
 * - damaged: no header, no whole frame, or frames out of order
 */
export type DraftOutline = 'whole' | 'tornTail' | 'damaged';

/** Looks at a draft file without its code. */
export function outlineOf(file: Uint8Array): DraftOutline {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.length < HEADER_BYTES || !MAGIC.equals(bytes.subarray(0, MAGIC.length))) return 'damaged';
  const header = bytes.subarray(0, HEADER_BYTES);
  const marker = header.subarray(MARKER_START);
  let start = HEADER_BYTES;
  for (let number = 1; start < bytes.length; number += 1) {
    const frame = bytes.subarray(start);
    const isWhole =
      frame.length >= CIPHERTEXT_START && CIPHERTEXT_START + frame.readUInt32BE(LENGTH_START) <= frame.length;
    if (!isWhole) return number === 1 || isMarked({ header }, frame.subarray(1)) ? 'damaged' : 'tornTail';
    if (!frame.subarray(0, MARKER_BYTES).equals(marker) || frame.readUInt32BE(NUMBER_START) !== number)
      return 'damaged';
    start += CIPHERTEXT_START + frame.readUInt32BE(LENGTH_START);
  }
  return start === HEADER_BYTES ? 'damaged' : 'whole';
}

/**
 * Tells whether a frame begins in what is behind the beginning of a bad one. Then that one is not the torn tail of a last
 * save but damage in the middle: a damaged length would otherwise make every save behind it look torn, to be cut off.
 * Nothing is decrypted for it, so that a file made of markers takes no longer than any other of its size.
 */
function isMarked({ header }: Pick<DraftFileKey, 'header'>, rest: Uint8Array): boolean {
  const marker = Buffer.from(header.subarray(MARKER_START));
  return Buffer.from(rest.buffer, rest.byteOffset, rest.length).includes(marker);
}

/** Opens the frame that begins at a place; null when no authentic frame begins there. */
function frameAt({ header, draftKey }: DraftFileKey, file: Uint8Array, start: number): Frame | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset + start, file.length - start);
  if (bytes.length < CIPHERTEXT_START) return null;
  if (!bytes.subarray(0, MARKER_BYTES).equals(header.subarray(MARKER_START))) return null;
  const end = CIPHERTEXT_START + bytes.readUInt32BE(LENGTH_START);
  if (end > bytes.length) return null;
  const number = bytes.readUInt32BE(NUMBER_START);
  const key = frameKey(draftKey, bytes.subarray(SALT_START, NONCE_START));
  const nonce = bytes.subarray(NONCE_START, CIPHERTEXT_START);
  const ciphertext = bytes.subarray(CIPHERTEXT_START, end);
  const content = decryptAesGcm({ key, nonce, additionalData: frameData(header, number) }, ciphertext);
  key.fill(0);
  return content === null ? null : { number, content, end: start + end };
}

function frameKey(draftKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return deriveKey({ secret: draftKey, salt, purpose: 'matu draft frame v1', lengthBytes: AES_GCM_KEY_BYTES });
}

/** What a frame is bound to: the header, which holds the file id, and its number. */
function frameData(header: Uint8Array, number: number): Uint8Array {
  const numberBytes = Buffer.alloc(4);
  numberBytes.writeUInt32BE(number, 0);
  return Buffer.concat([header, numberBytes]);
}
