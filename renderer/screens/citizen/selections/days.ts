import type { ShownField } from '../../../../core/intake/scene.ts';
import type { BegunValue } from '../../../../core/questionnaire/begun-answer.ts';

export type DaysField = Extract<ShownField, { kind: 'days' }>;

/** Days that are marked; none is an answer only where the person said so. */
export type MarkedDays = Extract<BegunValue, { kind: 'days' }>;

export const NO_MARKED_DAYS: MarkedDays = { kind: 'days', daysAgo: [], saidNone: false };

/** Marks a day, or takes its mark away. */
export function toggleDay({ daysAgo }: MarkedDays, day: number): MarkedDays {
  const next = daysAgo.includes(day) ? daysAgo.filter((each) => each !== day) : [...daysAgo, day];
  return { kind: 'days', daysAgo: next.sort((a, b) => a - b), saidNone: false };
}

/** Marks every day. */
export function allDays({ lastDays }: DaysField): MarkedDays {
  return { kind: 'days', daysAgo: Array.from({ length: lastDays }, (_, day) => day), saidNone: false };
}

/** Says that no day is to be marked: an answer, unlike an untouched calendar. */
export function noDays(): MarkedDays {
  return { kind: 'days', daysAgo: [], saidNone: true };
}

/** Leaves out days that this version of the question does not ask for. */
export function fittingDays(marked: MarkedDays, { lastDays }: DaysField): MarkedDays {
  return { ...marked, daysAgo: marked.daysAgo.filter((day) => day < lastDays) };
}
