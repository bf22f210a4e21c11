import { createInstance, type i18n } from 'i18next';
import type { DeskLanguage } from '../../core/basics/language.ts';
import type { Texts } from '../../core/translation/catalogue.ts';

/** Makes the i18next of a desk. No language stands in for another one: a missing text shows as its key in marked brackets. */
export function createDeskTranslator(texts: Readonly<Record<DeskLanguage, Texts>>, language: DeskLanguage): i18n {
  const translator = createInstance();
  void translator.init({
    lng: language,
    fallbackLng: false,
    load: 'currentOnly',
    supportedLngs: ['da', 'sv'],
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: { da: { translation: texts.da }, sv: { translation: texts.sv } },
    // React escapes already.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    parseMissingKeyHandler: (key) => `⟦${key}⟧`,
  });
  return translator;
}
