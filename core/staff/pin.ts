import { fail, ok, type Result } from '../basics/result.ts';

/** A PIN that somebody may have. */
export type Pin = string & { readonly __brand: 'Pin' };

/** Why a PIN cannot be chosen. */
export interface PinProblem {
  readonly kind: 'notDigits' | 'tooShort' | 'tooLong' | 'sameDigit' | 'straightRun';
}

const SHORTEST = 6;
const LONGEST = 12;
/** Every straight run of digits, from any digit on and past the end. */
const UPWARDS = '0123456789'.repeat(3);
const DOWNWARDS = '9876543210'.repeat(3);

/**
 * Reads a PIN that somebody chooses: 6 to 12 digits, and none of the first ones that anybody would try.
 *
 * | PIN           | is refused as |
 * |---------------|---------------|
 * | 12345         | tooShort      |
 * | 777777        | sameDigit     |
 * | 123456 890123 | straightRun   |
 * | 987654 210987 | straightRun   |
 */
export function parsePin(text: string): Result<Pin, PinProblem> {
  if (!/^[0-9]*$/.test(text)) return fail({ kind: 'notDigits' });
  if (text.length < SHORTEST) return fail({ kind: 'tooShort' });
  if (text.length > LONGEST) return fail({ kind: 'tooLong' });
  if (/^(.)\1*$/.test(text)) return fail({ kind: 'sameDigit' });
  if (UPWARDS.includes(text) || DOWNWARDS.includes(text)) return fail({ kind: 'straightRun' });
  return ok(text as Pin);
}

/** Tells whether six digits could be a birthday, DDMMYY or YYMMDD. A hint only: many dates are no birthday of anybody's. */
export function looksLikeBirthday(pin: string): boolean {
  return (
    /^\d{6}$/.test(pin) && (isDayMonth(pin.slice(0, 2), pin.slice(2, 4)) || isDayMonth(pin.slice(4), pin.slice(2, 4)))
  );
}

function isDayMonth(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}
