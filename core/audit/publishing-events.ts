import type { EventDescription } from './event-description.ts';

const KEEPER = 'electron/translation/publishing.ts';
const OPENING = 'electron/translation/open-publication.ts';
const KIOSK = 'electron/intake/open-kiosk.ts';

/** What happens to the texts that a house publishes. `person`: who, by the number that the kiosk gave them. */
export const PUBLISHING_EVENTS = {
  textsPublished: {
    meaning: 'An administrator published texts of the house; `count`: texts with other words than before',
    severity: 'notice',
    fields: { person: 'number', count: 'count' },
    writer: KEEPER,
  },
  textsRolledBack: {
    meaning: 'An administrator took the texts back to the publication before, or to those of the program',
    severity: 'notice',
    fields: { person: 'number' },
    writer: KEEPER,
  },
  textsTakenUp: {
    meaning: 'An administrator took up a publication that had been made before',
    severity: 'notice',
    fields: { person: 'number' },
    writer: KEEPER,
  },
  textsCarriedOver: {
    meaning: 'The program has become another, and the texts that the house had published stand over its content now',
    severity: 'notice',
    fields: {},
    writer: OPENING,
  },
  textsNotCarriedOver: {
    meaning: 'The program has become another, and its own texts are shown: those of the house do not fit it',
    severity: 'warning',
    fields: {},
    writer: OPENING,
  },
  publicationDamaged: {
    meaning: 'The texts that the house had published are missing or were changed: those of the program are shown',
    severity: 'alarm',
    fields: {},
    writer: KIOSK,
  },
} as const satisfies Readonly<Record<string, EventDescription>>;
