import { CULTURES, type Culture } from '../basics/language.ts';
import type { TextPart } from '../questionnaire/culture-version.ts';
import type { Pack } from './pack.ts';
import type { PackProblem } from './problem.ts';
import type { Item } from './questionnaire.ts';

/** What an answer counts: the weight of an option or share, or the contents of a vessel. Empty where it counts nothing. */
export interface Counts {
  readonly weight?: number | undefined;
  readonly centilitres?: number | undefined;
  readonly percent?: number | undefined;
}

/** One thing that an item offers to choose, and what it counts. */
export interface CountedPart {
  readonly part: TextPart;
  readonly counts: Counts;
}

/** Everything that an item offers to choose, in the order of its texts. */
export function countedParts(item: Item): readonly CountedPart[] {
  switch (item.type) {
    case 'choice':
      return counted('option', item.answerOption);
    case 'episodes':
      return [
        ...counted('container', item.container),
        ...counted('share', item.share),
        ...counted('company', item.company),
      ];
    case 'circle':
      return [...counted('who', item.who), ...counted('ring', item.ring)];
    case 'string':
    case 'integer':
    case 'days':
      return [];
  }
}

type Coded = Counts & { readonly code: string };

function counted(
  part: 'option' | 'container' | 'share' | 'company' | 'who' | 'ring',
  coded: readonly Coded[] = [],
): readonly CountedPart[] {
  return coded.map(({ code, ...counts }) => ({ part: `${part}.${code}`, counts: countsOf(counts) }));
}

function countsOf({ weight, centilitres, percent }: Counts): Counts {
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
    for (const { place, counts } of ownCodes(pack, culture)) {
      const here = JSON.stringify(counts);
      const elsewhere = known.get(place) ?? here;
      known.set(place, elsewhere);
      const remedy = 'This code counts something else in another version: give it the same numbers, or a new code.';
      if (elsewhere !== here) found.push({ file: `${culture}.json`, place, remedy });
    }
  return found;
}

/** The codes of the items that a version does not simply share with every other. */
function ownCodes(pack: Pack, culture: Culture): readonly { readonly place: string; readonly counts: Counts }[] {
  const isShared = (item: Item): boolean =>
    CULTURES.every((each) => pack[each].byLinkId.get(item.linkId)?.item === item);
  return pack[culture].items
    .filter(({ item }) => !isShared(item))
    .flatMap(({ item }) => countedParts(item).map(({ part, counts }) => ({ place: `${item.linkId}.${part}`, counts })));
}
