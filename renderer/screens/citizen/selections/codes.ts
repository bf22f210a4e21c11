import type { ShownField, ShownOption } from '../../../../core/intake/scene.ts';
import type { BegunValue } from '../../../../core/questionnaire/begun-answer.ts';

export type ChoiceField = Extract<ShownField, { kind: 'choice' }>;

/** Cards that are chosen. */
export type ChosenCodes = Extract<BegunValue, { kind: 'codes' }>;

/**
 * Chooses a card, or takes it away again. An exclusive card stands alone.
 *
 * @returns null when no more cards may be chosen
 */
export function chooseCode(codes: readonly string[], code: string, field: ChoiceField): ChosenCodes | null {
  const chosen = (next: readonly string[]): ChosenCodes => ({ kind: 'codes', codes: next });
  const option = field.options.find((each) => each.code === code);
  if (option === undefined) return chosen(codes);
  if (field.maxAnswers === 1) return chosen([code]);
  if (codes.includes(code)) return chosen(codes.filter((each) => each !== code));
  if (option.exclusive) return chosen([code]);
  const beside = codes.filter((each) => !isExclusive(field.options, each));
  return beside.length >= field.maxAnswers ? null : chosen([...beside, code]);
}

function isExclusive(options: readonly ShownOption[], code: string): boolean {
  return options.some((option) => option.code === code && option.exclusive);
}

/** Leaves out the cards that this version of the question does not offer. */
export function fittingCodes({ codes }: ChosenCodes, field: ChoiceField): ChosenCodes {
  const offered = codes.filter((code) => field.options.some((option) => option.code === code));
  return { kind: 'codes', codes: offered.slice(0, field.maxAnswers) };
}
