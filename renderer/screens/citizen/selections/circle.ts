import type { ShownField } from '../../../../core/intake/scene.ts';
import type { BegunValue } from '../../../../core/questionnaire/begun-answer.ts';

export type CircleField = Extract<ShownField, { kind: 'circle' }>;

/** People in their rings. That there is nobody can be said, which is an answer; an empty circle alone is none. */
export type PlacedPeople = Extract<BegunValue, { kind: 'circle' }>;

export const NOBODY_PLACED: PlacedPeople = { kind: 'circle', people: [], placing: null, saidNobody: false };

/** Says that there is nobody, or takes it back. */
export function sayNobody({ saidNobody }: PlacedPeople): PlacedPeople {
  return { ...NOBODY_PLACED, saidNobody: !saidNobody };
}

/**
 * Chooses who is placed next.
 *
 * @returns null when the circle is full
 */
export function chooseWho(placed: PlacedPeople, who: string, { maxPeople }: CircleField): PlacedPeople | null {
  return placed.people.length >= maxPeople ? null : { ...placed, placing: who, saidNobody: false };
}

/** Goes back to the question who. */
export function chooseNobody(placed: PlacedPeople): PlacedPeople {
  return { ...placed, placing: null };
}

/** Places who was chosen in a ring. */
export function placeIn({ people, placing }: PlacedPeople, ring: string): PlacedPeople {
  return {
    kind: 'circle',
    people: placing === null ? people : [...people, { who: placing, ring }],
    placing: null,
    saidNobody: false,
  };
}

/** Takes somebody out of the circle. */
export function removePerson({ people, placing }: PlacedPeople, index: number): PlacedPeople {
  return { kind: 'circle', people: people.filter((_, each) => each !== index), placing, saidNobody: false };
}

/** Leaves out people and rings that this version of the question does not know. */
export function fittingPeople({ people, placing, saidNobody }: PlacedPeople, field: CircleField): PlacedPeople {
  const knows = (coded: readonly { readonly code: string }[], code: string): boolean =>
    coded.some((each) => each.code === code);
  const known = people.filter(({ who, ring }) => knows(field.who, who) && knows(field.rings, ring));
  return {
    kind: 'circle',
    people: known.slice(0, field.maxPeople),
    placing: placing !== null && knows(field.who, placing) ? placing : null,
    saidNobody,
  };
}
