import { optionsOf, type CultureVersion } from '../questionnaire/culture-version.ts';
import type { EnableWhen } from './condition.ts';
import type { Finding } from './problem.ts';
import type { Item } from './questionnaire.ts';
import { canBeShown, type World } from './reach.ts';

/**
 * Checks that every item, option and slot of a version can be reached, on the short track too where it says so, and that
 * what is sent under conditions can be sent.
 *
 * @param version one whose conditions look only at earlier items
 */
export function checkReach(version: CultureVersion): readonly Finding[] {
  const whole = explore(version, () => true);
  const short = explore(version, (item) => item.short === true && whole.world.reached.has(item.linkId));
  const unsent = neverSent(whole.world);
  const neverOnShort = [...short.unreached.keys()].filter((place) => whole.world.reached.has(place));
  return [
    ...[...whole.unreached].map(([place, remedy]) => ({ place, remedy })),
    ...neverOnShort.map((place) => ({ place, remedy: NEVER_ON_SHORT })),
    ...unsent.map((place) => ({ place, remedy: NEVER_SENT })),
    ...neverSent(short.world)
      .filter((place) => !unsent.includes(place))
      .map((place) => ({ place, remedy: NEVER_SENT_ON_SHORT })),
    ...checkSlotReach(whole.world),
  ];
}

const NEVER_ON_SHORT =
  'Nobody on the short track is ever asked this: put "short": true at what its conditions look at too.';
const NEVER_SENT = 'This answer is never sent: its sendWhen can never hold while it is asked.';
const NEVER_SENT_ON_SHORT =
  'On the short track this answer is never sent: put "short": true at what its sendWhen looks at too.';

interface Explored {
  readonly world: World;
  /** Items and options that nobody reaches, by place, and what to do. */
  readonly unreached: ReadonlyMap<string, string>;
}

/** Walks through the items of one track in their order. What is out of reach stays so for everything behind it. */
function explore(version: CultureVersion, isOnTrack: (item: Item) => boolean): Explored {
  const unreached = new Map<string, string>();
  const reached = new Map<string, number>();
  const world: World = {
    version,
    reached,
    mayAsk: (item) => isOnTrack(item) && !unreached.has(item.linkId),
    // An answer that hands over to a person ends the questions.
    mayChoose: ({ linkId }, { code, leadsTo }) => leadsTo === undefined && !unreached.has(optionPlace(linkId, code)),
  };
  for (const [index, { item }] of version.items.entries()) {
    if (!isOnTrack(item)) continue;
    for (const { place, remedy } of neverShown(item, world)) unreached.set(place, remedy);
    if (!unreached.has(item.linkId)) reached.set(item.linkId, index);
  }
  return { world, unreached };
}

function optionPlace(linkId: string, code: string): string {
  return `${linkId} > answerOption > ${code}`;
}

function neverShown(item: Item, world: World): readonly Finding[] {
  const { linkId, enableWhen = [] } = item;
  if (!canBeShown(world, [item])) {
    return [{ place: linkId, remedy: `Nobody is ever asked this. ${whyNever(world, enableWhen)}` }];
  }
  return optionsOf(item).flatMap(({ code, ...option }) =>
    option.enableWhen === undefined || canBeShown(world, [item, option])
      ? []
      : [
          {
            place: optionPlace(linkId, code),
            remedy: `Nobody ever sees this answer. ${whyNever(world, option.enableWhen)}`,
          },
        ],
  );
}

/** Says which condition can never hold, or that they cannot hold together. */
function whyNever(world: World, conditions: readonly EnableWhen[]): string {
  const never = conditions.find((condition) => !canBeShown(world, [{ enableWhen: [condition] }]));
  return never === undefined
    ? 'Its conditions can never all hold: take one of them away.'
    : `Its condition on "${never.question}" can never hold: mend it, or take it away.`;
}

/** Items that a track reaches but whose answers it never sends. */
function neverSent(world: World): readonly string[] {
  return world.version.items
    .filter(({ item }) => item.sendWhen !== undefined && world.reached.has(item.linkId))
    .filter(({ item }) => !canBeShown(world, [item, { enableWhen: item.sendWhen, enableBehavior: item.sendBehavior }]))
    .map(({ item }) => item.linkId);
}

function checkSlotReach(world: World): readonly Finding[] {
  return world.version.instrumentSlots
    .filter((slot) => !canBeShown(world, [slot]))
    .map(({ slot, enableWhen = [] }) => ({
      place: slot,
      remedy: `An instrument in this slot would never be asked. ${whyNever(world, enableWhen)}`,
    }));
}
