const CHARACTERS = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';
const CHECKSUM_CHARACTERS = 6;
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * Reads the bytes of a text in Bech32 with this prefix, in capitals as age writes its secret keys.
 *
 * @param prefix in capitals, without the 1 behind it
 * @returns null for another prefix, a wrong checksum, or any other form
 * Source: BIP-173, without its limit of 90 characters, as age uses it
 */
export function decodeBech32(text: string, prefix: string): Uint8Array | null {
  if (!text.startsWith(`${prefix}1`)) return null;
  const digits = Array.from(text.slice(prefix.length + 1), (character) => CHARACTERS.indexOf(character));
  if (digits.includes(-1) || digits.length < CHECKSUM_CHARACTERS) return null;
  if (checksum([...expanded(prefix.toLowerCase()), ...digits]) !== 1) return null;
  return bytesOf(digits.slice(0, -CHECKSUM_CHARACTERS));
}

/** The high bits of each character of the prefix, a zero, and the low bits of each. */
function expanded(prefix: string): readonly number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function checksum(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => {
    const top = sum >>> 25;
    const shifted = ((sum & 0x1ffffff) << 5) ^ digit;
    return GENERATORS.reduce((mixed, generator, bit) => ((top >> bit) & 1 ? mixed ^ generator : mixed), shifted);
  }, 1);
}

/** Five bits a digit; what is left over is less than a digit, and zero. */
function bytesOf(digits: readonly number[]): Uint8Array | null {
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('');
  const length = Math.floor(bits.length / 8);
  const rest = bits.slice(8 * length);
  if (rest.length >= 5 || rest.includes('1')) return null;
  return Uint8Array.from({ length }, (_, at) => parseInt(bits.slice(8 * at, 8 * at + 8), 2));
}
