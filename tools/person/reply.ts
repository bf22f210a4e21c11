import type { NonAnswer } from '../../core/pack/condition.ts';

/** One time of drinking as a person tells it: what was emptied, and what the version asks besides. */
export interface TimeTold {
  readonly drinks: readonly { readonly container: string; readonly count: number }[];
  readonly share?: string;
  readonly company?: string;
}

/**
 * What a person gives to one question, by the kind of the question.
 *
 * - `cards`: codes of cards to tap, also of a stop on a path, a step of a scale and a story
 * - `days`: days to mark, 0 being today; none says "none"
 * - `times`: times of drinking; `people`: people and the ring of each
 */
export type Reply =
  | { readonly kind: 'cards'; readonly codes: readonly string[] }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'days'; readonly daysAgo: readonly number[] }
  | { readonly kind: 'times'; readonly times: readonly TimeTold[] }
  | { readonly kind: 'people'; readonly people: readonly { readonly who: string; readonly ring: string }[] }
  | { readonly kind: NonAnswer };
