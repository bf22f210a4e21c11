import { createInstance, type i18n } from 'i18next';
import type { Language } from '../../core/basics/language.ts';
import type { LanguageTexts } from '../../ipc/contract.ts';

/** The languages in the order in which they stand on a screen. Not imported from core, which would bring zod along. */
export const LANGUAGES = ['kl', 'da', 'sv'] as const satisfies readonly Language[];

export type LoadedTexts = Readonly<Record<Language, LanguageTexts>>;

/**
 * Makes the window's i18next from texts that came at run time. No language stands in for another one: a missing text
 * shows as its key in marked brackets.
 */
export function createTranslator(loaded: LoadedTexts, language: Language): i18n {
  const translator = createInstance();
  void translator.init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...LANGUAGES],
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: Object.fromEntries(LANGUAGES.map((each) => [each, { translation: loaded[each].texts }])),
    // React escapes already.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    parseMissingKeyHandler: (key) => `⟦${key}⟧`,
  });
  return translator;
}
