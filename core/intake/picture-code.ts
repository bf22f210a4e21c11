import type { Random } from '../basics/random.ts';
import type { Result } from '../basics/result.ts';
import { fail, ok } from '../basics/result.ts';

/** A picture code as 16 digits without spaces: eight pictures, each as its kind (1-8) and its number there (1-8). */
export type PictureCode = string & { readonly __brand: 'PictureCode' };

/** One picture of a code. */
export interface CodePicture {
  /** Two digits, kind and number, as printed beside the picture. */
  readonly digits: string;
  /** The kind's id, such as `animals`; texts and drawings are named by the ids. */
  readonly kind: string;
  /** The picture's id, such as `whale`. */
  readonly picture: string;
}

/** Why a text is no picture code. It never carries the text. */
export type PictureCodeError =
  | { readonly kind: 'notDigits' }
  | { readonly kind: 'wrongLength'; readonly digits: number }
  | { readonly kind: 'outOfRange' };

/**
 * The 64 pictures: eight kinds of eight. The places are the code's digits, so an entry is never moved or replaced;
 * its drawing and its words may be. Chosen to be known in all three countries, to look different from each other,
 * to have a short common word in Danish, Swedish and Greenlandic, and to hurt nobody: no rope, no needle, no knife.
 */
export const PICTURE_KINDS = [
  { kind: 'animals', pictures: ['dog', 'cat', 'horse', 'fish', 'bird', 'whale', 'seal', 'bear'] },
  { kind: 'travel', pictures: ['kayak', 'car', 'bicycle', 'airplane', 'helicopter', 'ship', 'sledge', 'bus'] },
  { kind: 'house', pictures: ['door', 'window', 'chair', 'table', 'bed', 'lamp', 'key', 'clock'] },
  { kind: 'food', pictures: ['bread', 'egg', 'apple', 'cheese', 'potato', 'milk', 'coffee', 'cake'] },
  { kind: 'tools', pictures: ['hammer', 'saw', 'bucket', 'scissors', 'pencil', 'binoculars', 'spade', 'ladder'] },
  { kind: 'clothes', pictures: ['hat', 'boot', 'mitten', 'sock', 'shirt', 'trousers', 'dress', 'glasses'] },
  { kind: 'sky', pictures: ['sun', 'moon', 'star', 'cloud', 'rain', 'snow', 'lightning', 'rainbow'] },
  { kind: 'land', pictures: ['mountain', 'island', 'river', 'tree', 'flower', 'berry', 'mushroom', 'stone'] },
] as const;

const PICTURES_IN_A_CODE = 8;
const DIGITS_IN_A_CODE = 2 * PICTURES_IN_A_CODE;
const DIGITS_IN_A_GROUP = 4;

/** Draws a new code: 48 bits, every picture equally likely, repeats allowed. */
export function newPictureCode(random: Random): PictureCode {
  // 256 is four times 64, so the low six bits of a random byte favour no picture.
  const places = Array.from(random.bytes(PICTURES_IN_A_CODE), (byte) => byte % 64);
  return places.map((place) => `${Math.floor(place / 8) + 1}${(place % 8) + 1}`).join('') as PictureCode;
}

/** Writes a code in groups of four digits, "1234 5678 1234 5678", as it is shown and printed. */
export function formatCode(code: PictureCode): string {
  return chunks(code, DIGITS_IN_A_GROUP).join(' ');
}

/** Reads a code as a person types it: spaces anywhere, and nothing else but the digits 1 to 8. */
export function parseCode(text: string): Result<PictureCode, PictureCodeError> {
  const digits = text.replace(/\s/gu, '');
  if (!/^[0-9]*$/.test(digits)) return fail({ kind: 'notDigits' });
  if (digits.length !== DIGITS_IN_A_CODE) return fail({ kind: 'wrongLength', digits: digits.length });
  return isPictureCode(digits) ? ok(digits) : fail({ kind: 'outOfRange' });
}

/** Returns the eight pictures of a code, in order. */
export function picturesOf(code: PictureCode): readonly CodePicture[] {
  return chunks(code, 2).map((digits) => {
    const place = PLACES.get(digits);
    if (place === undefined) throw new Error('A picture code holds digits that no picture has');
    return place;
  });
}

const PLACES: ReadonlyMap<string, CodePicture> = new Map(
  PICTURE_KINDS.flatMap(({ kind, pictures }, kindIndex) =>
    pictures.map((picture, index) => {
      const digits = `${kindIndex + 1}${index + 1}`;
      return [digits, { digits, kind, picture }] as const;
    }),
  ),
);

function isPictureCode(digits: string): digits is PictureCode {
  return /^[1-8]{16}$/.test(digits);
}

function chunks(text: string, length: number): readonly string[] {
  return Array.from({ length: text.length / length }, (_, index) => text.slice(index * length, (index + 1) * length));
}
