const HEADER_BYTES = 44;
const RIFF_LENGTH_AT = 4;
const DATA_LENGTH_AT = 40;
/** What RIFF counts leaves out its own first eight bytes. */
const UNCOUNTED_BYTES = 8;

/**
 * Writes the true lengths into a WAV file that was written to a pipe, where they could not be known beforehand; a player
 * would wait for sound that never comes.
 *
 * @returns null for what is not a plain WAV file, or holds no sound
 */
export function wavWithTrueLengths(bytes: Buffer): Uint8Array | null {
  const isWav =
    bytes.length > HEADER_BYTES &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 36, 40) === 'data';
  if (!isWav) return null;
  const wav = Buffer.from(bytes);
  wav.writeUInt32LE(wav.length - UNCOUNTED_BYTES, RIFF_LENGTH_AT);
  wav.writeUInt32LE(wav.length - HEADER_BYTES, DATA_LENGTH_AT);
  return wav;
}
