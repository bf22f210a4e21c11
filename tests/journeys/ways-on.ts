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
const MIXED = 8;

/** Chooses as a die does that always falls the same way. */
function mixed(seed: number): Chooser {
  let state = seed;
  const roll = (sides: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
  return { place: roll, amount: (most: number) => 1 + roll(most), words: 'Aviâja' };
}

type Manner = (visit: Journey) => Journey;

const MANNERS: readonly Manner[] = [
  (visit) => walked(visit, choosingAll),
  ...Array.from(
    { length: PLACES },
    (_, place): Manner =>
      (visit) =>
        walked(visit, choosingPlace(place)),
  ),
  ...Array.from(
    { length: MIXED },
    (_, seed): Manner =>
      (visit) =>
        walked(visit, mixed(seed)),
  ),
  ...NON_ANSWERS.map(
    (nonAnswer): Manner =>
      (visit) =>
        goOn(visit, () => visit.decline(visit.place, nonAnswer)),
  ),
];

/** The ways on from a place that were tried already: they are long, and one place is asked about many questions. */
const known = new WeakMap<Visit, Journey[]>();

/** Goes on to the end in very different ways: everything at once, each option in turn, mixtures, and each non-answer. */
function* waysOn(from: Journey): Iterable<Journey> {
  const tried = known.get(from.visit) ?? [];
  known.set(from.visit, tried);
  yield* tried;
  for (const manner of MANNERS.slice(tried.length)) {
    const end = manner(from.copy());
    tried.push(end);
    yield end;
  }
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

function firstWayOver(from: Journey, linkId: string): Journey | undefined {
  for (const way of waysOn(from)) if (way.asked.includes(linkId)) return way;
  return undefined;
}

expect.extend({
  toEverAsk(visit: Journey, linkId: string) {
    const asking = firstWayOver(visit, linkId);
    const way = asking?.asked.slice(0, asking.asked.indexOf(linkId) + 1).join(', ');
    return {
      pass: asking !== undefined,
      message: () => (way === undefined ? `${linkId} is never asked` : `${linkId} is asked, by way of ${way}`),
    };
  },
});
