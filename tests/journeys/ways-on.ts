import { expect } from 'vitest';
import { NON_ANSWERS } from '../../core/pack/condition.ts';
import type { Visit } from '../../core/intake/visit.ts';
import { anyAnswer, choosingAll, choosingPlace, type Chooser } from '../../tools/bench/any-answer.ts';
import type { Journey } from './journey.ts';

declare module 'vitest' {
  interface Matchers<T> {
    /** Whether a person who goes on from here, whatever they answer, meets this question; or has met it already. */
    toEverAsk: (linkId: string) => T;
  }
}

/** As many as the longest list of options. */
const PLACES = 14;
const MIXED = 12;

/** What was found out already: the ways on from a place are long, and one place is asked about many questions. */
const known = new WeakMap<Visit, readonly Journey[]>();

/** Chooses as a die does that always falls the same way. */
function mixed(seed: number): Chooser {
  let state = seed;
  const roll = (sides: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
  return { place: roll, amount: (most: number) => 1 + roll(most), words: 'Aviâja' };
}

/** Goes on to the end in very different ways: each option in turn, everything at once, each non-answer, and mixtures. */
function waysOn(from: Journey): readonly Journey[] {
  const found = known.get(from.visit) ?? walk(from);
  known.set(from.visit, found);
  return found;
}

function walk(from: Journey): readonly Journey[] {
  const choosers = [
    ...Array.from({ length: PLACES }, (_, place) => choosingPlace(place)),
    choosingAll,
    ...Array.from({ length: MIXED }, (_, seed) => mixed(seed)),
  ];
  return [
    ...choosers.map((chooser) => walked(from.copy(), chooser)),
    ...NON_ANSWERS.map((nonAnswer) => goOn(from.copy(), (visit) => visit.decline(visit.place, nonAnswer))),
  ];
}

/** Goes on to read back, choosing in one way. */
export function walked(visit: Journey, chooser: Chooser): Journey {
  return goOn(visit, () => visit.give(visit.place, anyAnswer(visit.item, chooser)));
}

/** Whoever is offered to answer alone does, and whoever says to be under 18 takes it back. */
function goOn(visit: Journey, answer: (visit: Journey) => Journey): Journey {
  while (visit.passOffer().place !== 'readBack') {
    if (visit.place === 'offerAlone') visit.alone();
    else if (visit.place === 'underAge') visit.back().notNow(visit.place);
    else answer(visit);
  }
  return visit;
}

expect.extend({
  toEverAsk(visit: Journey, linkId: string) {
    const asking = waysOn(visit).find(({ asked }) => asked.includes(linkId));
    const way = asking?.asked.slice(0, asking.asked.indexOf(linkId) + 1).join(', ');
    return {
      pass: asking !== undefined,
      message: () => (way === undefined ? `${linkId} is never asked` : `${linkId} is asked, by way of ${way}`),
    };
  },
});
