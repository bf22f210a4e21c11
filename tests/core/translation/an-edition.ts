import type { Texts } from '../../../core/translation/catalogue.ts';
import { editionOf, type Edition, type EditionEntry, type Published } from '../../../core/translation/edition.ts';
import type { EditionEvent } from '../../../core/translation/edition-events.ts';
import { textHash, type ReviewState } from '../../../core/translation/review.ts';
import { nodeHasher } from '../../../node/sha256.ts';

/** The hash of a text, as editions keep it. */
export const hashOf = (text: string): string => textHash(text, nodeHasher);

export const translator = { role: 'translator', by: 'A. B.', on: '2026-02-03' } as const;
export const treatmentWorker = { role: 'treatmentWorker', by: 'C. D.', on: '2026-02-04' } as const;

/** Swedish as it is published: one text approved, one reviewed over an older Danish text, one never judged, one missing. */
export const DANISH: Texts = {
  'kiosk.hide': 'Skjul',
  'kiosk.next': 'Videre',
  'kiosk.back': 'Tilbage',
  'kiosk.send': 'Send',
};
export const SWEDISH: Texts = { 'kiosk.hide': 'Dölj', 'kiosk.next': 'Vidare', 'kiosk.back': 'Tillbaka' };

const approved: ReviewState = {
  status: 'approved',
  source: hashOf('Skjul'),
  text: hashOf('Dölj'),
  reviews: [translator, treatmentWorker],
};
const ofOlder: ReviewState = { status: 'reviewed', source: hashOf('Frem'), text: hashOf('Vidare') };

export const PUBLISHED: Published = {
  texts: SWEDISH,
  danish: DANISH,
  reviews: { texts: { 'kiosk.hide': approved, 'kiosk.next': ofOlder } },
};

/** The Swedish edition after some events. */
export function editionAfter(...events: readonly EditionEvent[]): Edition {
  return editionOf(PUBLISHED, events, nodeHasher);
}

/** A text that the edition must have. */
export function entryIn(edition: Edition, key: string): EditionEntry {
  const entry = edition.get(key);
  if (entry === undefined) throw new Error(`The edition lacks ${key}`);
  return entry;
}
