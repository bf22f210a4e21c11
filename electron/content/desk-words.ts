import type { DeskLanguage } from '../../core/basics/language.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import type { ContentVersion } from './content-version.ts';

/** What the desks say in the words of the citizen's window: its keys, how it writes days, and what it shows beforehand. */
const SHARED_TEXTS = /^(?:keyboard\.|kiosk\.month\.|kiosk\.weekday\.|kiosk\.(?:date|time)$|kiosk\.closed\.opens$)/;

/** The words of the desks, in both languages that they speak. */
export function deskWords(
  content: Pick<ContentVersion, 'catalogue' | 'deskTexts'>,
): Readonly<Record<DeskLanguage, Texts>> {
  return { da: wordsOf(content, 'da'), sv: wordsOf(content, 'sv') };
}

function wordsOf(
  { catalogue, deskTexts }: Pick<ContentVersion, 'catalogue' | 'deskTexts'>,
  language: DeskLanguage,
): Texts {
  const shared = Object.entries(catalogue[language]).filter(([key]) => SHARED_TEXTS.test(key));
  return { ...Object.fromEntries(shared), ...deskTexts(language) };
}
