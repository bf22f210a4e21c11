import type { BlockName } from './model.ts';

/** Which answers stand in which block, in the order in which they are read. What is named nowhere stands in `other`. */
const PLACES = {
  contact: [
    'call-name',
    'pronoun',
    'age',
    'must-not-see',
    'must-not-see-who',
    'contact-way',
    'phone-number',
    'contact-person',
    'contact-time',
    'discreet',
    'may-know',
    'named-after',
    'named-after-shared',
  ],
  language: [
    'languages-spoken',
    'languages-understood',
    'letters',
    'dialect',
    'interpreter',
    'read-or-listen',
    'helper',
  ],
  hopes: [
    'good-day-words',
    'good-day',
    'who-would-notice',
    'help-first',
    'who-decides',
    'importance',
    'confidence',
    'most-important',
  ],
  substances: [
    'takes-room',
    'own-word',
    'last-drink',
    'drink-when',
    'usual-week',
    'weekday-weekend',
    'last-times',
    'days-without',
    'many-glasses',
    'ran-away',
    'time-anchor',
    'cannabis-pattern',
    'cannabis-time',
    'cannabis-amount',
    'other-substances',
    'other-which',
    'daily-use',
    'mixing',
    'injecting',
    'substitution',
    'gambling',
    'gambling-kind',
    'tobacco',
    'tobacco-amount',
    'tobacco-later',
    'since-when',
    'was-good',
    'became-hard',
  ],
  body: [
    'urgent',
    'shaking',
    'fits',
    'too-much',
    'pregnant',
    'illness',
    'illness-what',
    'sleep-tonight',
    'afraid',
    'hurt-by-someone',
    'not-live',
    'psychiatry',
    'mood',
    'sleep-quality',
    'heavy-before',
    'heavy-talk-to',
    'lost-someone',
  ],
  strengths: [
    'strengths',
    'people',
    'home-feeling',
    'belonging',
    'looks-after',
    'looks-after-needs',
    'child-support',
    'children-home',
    'children-ages',
  ],
  barriers: [
    'barriers',
    'income',
    'pay-rhythm',
    'after-payday',
    'legal',
    'earlier-help',
    'what-helped',
    'how-stopped',
    'why-stopped',
    'met-badly',
    'met-badly-better',
  ],
  next: [
    'peer-mentor',
    'peer-wishes',
    'peer-permission',
    'companion',
    'worker',
    'community',
    'community-permission',
    'greenland-travel',
    'allorfik-permission',
  ],
  permissions: ['anonymity', 'personal-number'],
} as const satisfies Partial<Record<BlockName, readonly string[]>>;

/** The items whose answers name somebody, or a number that does. */
export const NAMING_ITEMS: readonly string[] = [
  'call-name',
  'phone-number',
  'personal-number',
  'contact-person',
  'must-not-see-who',
  'named-after',
];

/** The blocks whose answers have a place of their own. */
export type PlacedBlock = keyof typeof PLACES;

/** The items of a block, in order. */
export function itemsOf(block: PlacedBlock): readonly string[] {
  return PLACES[block];
}

const PLACED: ReadonlySet<string> = new Set(Object.values(PLACES).flat());

/** Tells whether an item has a place in one of the blocks. */
export function hasPlace(linkId: string): boolean {
  return PLACED.has(linkId);
}
