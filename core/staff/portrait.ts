/** How large a picture of somebody of the house may be, in bytes. The desk makes it small before it is kept. */
export const MAX_PICTURE_BYTES = 200 * 1024;
/** How large the recording of a greeting may be, in bytes: some seconds, and room. */
export const MAX_VOICE_BYTES = 500 * 1024;

/** Why a picture or a voice was not taken. */
export type PortraitProblem = { readonly kind: 'notAPicture' | 'notOpus' | 'tooLarge' };

const JPEG_BEGINS = [0xff, 0xd8, 0xff];
const JPEG_ENDS = [0xff, 0xd9];
const OGG_BEGINS = Array.from('OggS', (letter) => letter.charCodeAt(0));
const OPUS_HEAD = Array.from('OpusHead', (letter) => letter.charCodeAt(0));
/** In a first Ogg page with one segment the codec's header stands here (RFC 3533, RFC 7845). */
const OPUS_HEAD_AT = 28;

/** Looks at the outside of a picture only: it is drawn by the sandboxed windows, and made anew by one of them before. */
export function pictureProblem(bytes: Uint8Array): PortraitProblem | null {
  if (bytes.length > MAX_PICTURE_BYTES) return { kind: 'tooLarge' };
  const isJpeg = standsAt(bytes, 0, JPEG_BEGINS) && standsAt(bytes, bytes.length - JPEG_ENDS.length, JPEG_ENDS);
  return isJpeg ? null : { kind: 'notAPicture' };
}

/** Tells whether a recording is Opus in Ogg, as all voices of the kiosk are. */
export function voiceProblem(bytes: Uint8Array): PortraitProblem | null {
  if (bytes.length > MAX_VOICE_BYTES) return { kind: 'tooLarge' };
  const isOpus = standsAt(bytes, 0, OGG_BEGINS) && standsAt(bytes, OPUS_HEAD_AT, OPUS_HEAD);
  return isOpus ? null : { kind: 'notOpus' };
}

function standsAt(bytes: Uint8Array, place: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[place + index] === byte);
}
