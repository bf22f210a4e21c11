/**
 * Decodes standard base64 with padding.
 *
 * @returns null for anything but the one canonical text of those bytes; Node's own decoder skips what it does not know
 */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : null;
}

/** Encodes bytes as standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Decodes standard base64 without padding, as strictly. */
export function decodeUnpaddedBase64(text: string): Uint8Array | null {
  return text.includes('=') ? null : decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
}
