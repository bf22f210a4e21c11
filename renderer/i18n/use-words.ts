import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language, LanguageTag } from '../../core/basics/language.ts';
import type { Translate } from './format.ts';
import { createWords, type Words } from './words.ts';

/** What does not change while a window stands. */
export interface LanguageSetting {
  readonly siteLanguage: Language;
  /** Keys of texts below `approved`, by language and dialect. */
  readonly unapproved: Readonly<Record<LanguageTag, ReadonlySet<string>>>;
}

/** The words for a screen in one language or dialect. */
export function useWords(language: LanguageTag, { siteLanguage, unapproved }: LanguageSetting): Words {
  const { i18n } = useTranslation();
  return useMemo(
    () =>
      createWords({
        language,
        siteLanguage,
        unapproved: unapproved[language],
        translate: (each) => translateWith(i18n.getFixedT(each)),
      }),
    [i18n, language, siteLanguage, unapproved],
  );
}

/** A screen says the same texts each time it is drawn: what has no values in it is looked up once. */
function translateWith(t: TFunction): Translate {
  const plain = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return t(key, { ...values });
    const known = plain.get(key) ?? t(key);
    plain.set(key, known);
    return known;
  };
}
