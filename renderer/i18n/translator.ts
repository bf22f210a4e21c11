import { createInstance, type i18n } from 'i18next';
import type { LanguageTag } from '../../core/basics/language.ts';
import type { LanguageTexts } from '../../ipc/contract.ts';
import { LANGUAGE_TAGS, perTag } from './language.ts';

export type LoadedTexts = Readonly<Record<LanguageTag, LanguageTexts>>;

/**
 * Makes the window's i18next from texts that came at run time. No language stands in for another one: a missing text
 * shows as its key in marked brackets. A dialect comes whole, with the texts of its language where it has none.
 */
export function createTranslator(loaded: LoadedTexts, language: LanguageTag): i18n {
  const translator = createInstance();
  void translator.init({
    lng: language,
    fallbackLng: false,
    load: 'currentOnly',
    supportedLngs: [...LANGUAGE_TAGS],
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: perTag((each) => ({ translation: loaded[each].texts })),
    // React escapes already.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    parseMissingKeyHandler: (key) => `⟦${key}⟧`,
  });
  return translator;
}

/** The keys of texts below `approved`, by language and dialect. */
export function unapprovedKeys(loaded: LoadedTexts): Readonly<Record<LanguageTag, ReadonlySet<string>>> {
  return perTag((tag) => new Set(loaded[tag].unapproved));
}
