import { PICTURE_KINDS } from '../../../core/intake/picture-code.ts';

export const PICTURES_IN_A_CODE = 8;
const DIGITS_IN_A_CODE = 2 * PICTURES_IN_A_CODE;

/** A picture of the code, by the ids that its drawing and its word are named by. */
export interface ChosenPicture {
  readonly kind: string;
  readonly picture: string;
}

/** Where the entry of a code stands: a kind is to be chosen, a picture of that kind, or nothing more. */
export type EntryStep =
  | { readonly step: 'kind'; readonly kinds: readonly string[] }
  | { readonly step: 'picture'; readonly kind: string; readonly pictures: readonly string[] }
  | { readonly step: 'whole' };

/** The pictures that stand already. */
export function chosenPictures(digits: string): readonly ChosenPicture[] {
  return Array.from({ length: Math.floor(digits.length / 2) }, (_, place) => {
    const kind = kindAt(digits, 2 * place);
    return { kind: kind.kind, picture: kind.pictures[placeOf(digits, 2 * place + 1)] ?? '' };
  });
}

/** What comes next. Digits and taps are the same: the first of two is the kind, the second the picture. */
export function entryStep(digits: string): EntryStep {
  if (isWholeCode(digits)) return { step: 'whole' };
  if (digits.length % 2 === 0) return { step: 'kind', kinds: PICTURE_KINDS.map(({ kind }) => kind) };
  return { step: 'picture', ...kindAt(digits, digits.length - 1) };
}

export function isWholeCode(digits: string): boolean {
  return digits.length === DIGITS_IN_A_CODE;
}

/** Adds a digit from 1 to 8, unless all are there. */
export function withDigit(digits: string, digit: number): string {
  return isWholeCode(digits) ? digits : `${digits}${digit}`;
}

/** Takes one digit back, as a keyboard does. */
export function withoutDigit(digits: string): string {
  return digits.slice(0, -1);
}

/** Takes back what was chosen last: the kind, while its picture is still to be chosen; else a whole picture. */
export function withoutLast(digits: string): string {
  return digits.slice(0, digits.length % 2 === 1 ? -1 : -2);
}

function kindAt(digits: string, place: number): (typeof PICTURE_KINDS)[number] {
  const kind = PICTURE_KINDS[placeOf(digits, place)];
  if (kind === undefined) throw new Error('The entry holds a digit that no kind has');
  return kind;
}

function placeOf(digits: string, place: number): number {
  return Number(digits.charAt(place)) - 1;
}
