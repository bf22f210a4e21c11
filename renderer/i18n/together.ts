import type { Lines } from './words.ts';

/** A number and what it counts: "33 cl", "3 liter". */
const NUMBER_AND_UNIT = /(?<=\d) (?=\p{L})/gu;

/** Lets no line end between a number and its unit. */
export function together({ first, second }: Lines): Lines {
  const keep = (text: string): string => text.replace(NUMBER_AND_UNIT, '\u00A0');
  return {
    first: { ...first, text: keep(first.text) },
    second: second && { ...second, text: keep(second.text) },
  };
}
