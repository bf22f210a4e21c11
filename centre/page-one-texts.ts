import { readFileSync } from 'node:fs';
import type { Language } from '../core/basics/language.ts';
import { textsSchema } from '../core/translation/catalogue.ts';
import type { Texts } from '../core/translation/catalogue.ts';

/** The files of locales/ that page 1 takes its words from. */
const TEXT_FILES = ['page-one.json', 'kiosk.json'];

/** Read once: drawing thousands of pages would otherwise be reading the same files thousands of times. */
const known = new Map<Language, Texts>();

/**
 * Reads the words of page 1 in one language.
 *
 * @throws when they are missing or malformed: then the program itself is incomplete
 */
export function readPageOneTexts(language: Language): Texts {
  const read = known.get(language) ?? readTexts(language);
  known.set(language, read);
  return read;
}

function readTexts(language: Language): Texts {
  const entries = TEXT_FILES.flatMap((file) => {
    const json = readFileSync(new URL(`../locales/${language}/${file}`, import.meta.url), 'utf8');
    return Object.entries(textsSchema.parse(JSON.parse(json)));
  });
  return Object.fromEntries(entries);
}
