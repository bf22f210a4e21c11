import type { DeskLanguage } from '../../core/basics/language.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import type { DeskWordsByLanguage } from '../../ipc/desk-contract.ts';
import type { ContentVersion } from './content-version.ts';

/** What the desks say in the words of the citizen's window: its keys, how it writes days, and what it shows beforehand. */
const SHARED_TEXTS = /^(?:keyboard\.|kiosk\.month\.|kiosk\.weekday\.|kiosk\.(?:date|time)$|kiosk\.closed\.opens$)/;

/**
 * The words of the desks, in both languages that they speak: JSON of `DeskWordsByLanguage`. Text by text they would take
 * longer to reach the window than to draw.
 */
export function deskWords(content: Pick<ContentVersion, 'catalogue' | 'deskTexts'>): string {
  const kept = written.get(content);
  if (kept !== undefined) return kept;
  const words: DeskWordsByLanguage = { da: wordsOf(content, 'da'), sv: wordsOf(content, 'sv') };
  const json = JSON.stringify(words);
  written.set(content, json);
  return json;
}

/** Of each content version once: every window waits for it, and a version never changes. */
const written = new WeakMap<object, string>();

function wordsOf(
  { catalogue, deskTexts }: Pick<ContentVersion, 'catalogue' | 'deskTexts'>,
  language: DeskLanguage,
): Texts {
  const shared = Object.entries(catalogue[language]).filter(([key]) => SHARED_TEXTS.test(key));
  return { ...Object.fromEntries(shared), ...deskTexts(language) };
}
