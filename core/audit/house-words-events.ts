import type { EventDescription } from './event-description.ts';

const PACKAGES = 'electron/translation/packages-keeper.ts';
const INSTRUMENTS = 'electron/translation/instruments-keeper.ts';

/**
 * What a house gives and takes of words, and which instruments of others it loads. `package`: its number with the kiosk
 * that made it.
 */
export const HOUSE_WORDS_EVENTS = {
  languagePackageWritten: {
    meaning: 'An administrator wrote approved words of a language into the folder for delivering by hand',
    severity: 'info',
    fields: { person: 'number', package: 'number' },
    writer: PACKAGES,
  },
  languagePackageTaken: {
    meaning: 'An administrator took a language package of another house; `count`: texts that it changed',
    severity: 'notice',
    fields: { person: 'number', package: 'number', count: 'count' },
    writer: PACKAGES,
  },
  languagePackageRefused: {
    meaning: 'A language package was not taken, and why; nothing of it was',
    severity: 'notice',
    fields: { reason: 'packageProblem' },
    writer: PACKAGES,
  },
  languageSourceTrusted: {
    meaning: 'An administrator compared the eight words of another house’s kiosk: its packages are taken',
    severity: 'notice',
    fields: { person: 'number' },
    writer: PACKAGES,
  },
  languageSourceForgotten: {
    meaning: 'An administrator trusts the packages of another house’s kiosk no more',
    severity: 'notice',
    fields: { person: 'number' },
    writer: PACKAGES,
  },
  instrumentLoaded: {
    meaning: 'An administrator loaded an official instrument, to be asked from the next publishing on',
    severity: 'notice',
    fields: { person: 'number' },
    writer: INSTRUMENTS,
  },
  cutOffsChanged: {
    meaning: 'An administrator changed from which score of an instrument something is said',
    severity: 'notice',
    fields: { person: 'number' },
    writer: INSTRUMENTS,
  },
  instrumentRemoved: {
    meaning: 'An administrator removed an official instrument; it is asked until the next publishing',
    severity: 'notice',
    fields: { person: 'number' },
    writer: INSTRUMENTS,
  },
} as const satisfies Readonly<Record<string, EventDescription>>;
