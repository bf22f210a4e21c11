import type { ShownField } from '../../../../core/intake/scene.ts';
import type { BegunValue } from '../../../../core/questionnaire/begun-answer.ts';

export type NumberField = Extract<ShownField, { kind: 'number' }>;

/** A number as far as it is typed. */
export type TypedNumber = Extract<BegunValue, { kind: 'number' }>;

/** Tells whether a digit may follow: what could not become an allowed number is not offered. */
export function allowsDigit(digits: string, digit: string, field: NumberField): boolean {
  return Number(digits + digit) <= field.maxValue;
}

/** Adds a digit that may follow; leading noughts go. */
export function typeDigit(digits: string, digit: string, field: NumberField): TypedNumber {
  const typed = allowsDigit(digits, digit, field) ? digits + digit : digits;
  return { kind: 'number', digits: typed.replace(/^0+(?=\d)/, '') };
}

/** The number that stands there; null while it is none, or too small. */
export function typedNumber(digits: string, field: NumberField): number | null {
  if (digits === '') return null;
  const value = Number(digits);
  return value < field.minValue || value > field.maxValue ? null : value;
}

/** Leaves out a number that this version of the question does not allow. */
export function fittingNumber({ digits }: TypedNumber, field: NumberField): TypedNumber {
  return { kind: 'number', digits: Number(digits) > field.maxValue ? '' : digits };
}
