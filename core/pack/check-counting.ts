import { CULTURES, type Culture } from '../basics/language.ts';
import type { Pack } from './pack.ts';
import type { PackProblem } from './problem.ts';
import type { Item } from './questionnaire.ts';

/** What an answer counts: the weight of an option or share, or the contents of a vessel. Empty where it counts nothing. */
export interface Counts {
  readonly weight?: number | undefined;
  readonly centilitres?: number | undefined;
  readonly percent?: number | undefined;
}

/** Every code that an item offers, as `<linkId>.<part>.<code>`, with what it counts. */
export function countedCodes(item: Item): ReadonlyMap<string, Counts> {
  return new Map(
    partsOf(item).flatMap(({ part, coded }) =>
      coded.map(({ code, ...counts }) => [`${item.linkId}.${part}.${code}`, counted(counts)] as const),
    ),
  );
}

type Coded = Counts & { readonly code: string };

function partsOf(item: Item): readonly { readonly part: string; readonly coded: readonly Coded[] }[] {
  switch (item.type) {
    case 'choice':
      return [{ part: 'option', coded: item.answerOption }];
    case 'episodes':
      return [
        { part: 'container', coded: item.container },
        { part: 'share', coded: item.share ?? [] },
        { part: 'company', coded: item.company ?? [] },
      ];
    case 'circle':
      return [
        { part: 'who', coded: item.who },
        { part: 'ring', coded: item.ring },
      ];
    case 'string':
    case 'integer':
    case 'days':
      return [];
  }
}

function counted({ weight, centilitres, percent }: Counts): Counts {
  return {
    ...(weight === undefined ? {} : { weight }),
    ...(centilitres === undefined ? {} : { centilitres }),
    ...(percent === undefined ? {} : { percent }),
  };
}

/** Checks that a code counts the same in every version: answers are stored as codes and counted long afterwards. */
export function checkCounting(pack: Pack): readonly PackProblem[] {
  const known = new Map<string, string>();
  const found: PackProblem[] = [];
  for (const culture of CULTURES)
    for (const [place, counts] of ownCodes(pack, culture)) {
      const here = JSON.stringify(counts);
      const elsewhere = known.get(place) ?? here;
      known.set(place, elsewhere);
      const remedy = 'This code counts something else in another version: give it the same numbers, or a new code.';
      if (elsewhere !== here) found.push({ file: `${culture}.json`, place, remedy });
    }
  return found;
}

/** The codes of the items that a version does not simply share with every other. */
function ownCodes(pack: Pack, culture: Culture): readonly (readonly [string, Counts])[] {
  const isShared = (item: Item): boolean =>
    CULTURES.every((each) => pack[each].byLinkId.get(item.linkId)?.item === item);
  return pack[culture].items.flatMap(({ item }) => (isShared(item) ? [] : [...countedCodes(item)]));
}
