import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/basics/language.ts';
import type { Translate } from './format.ts';
import { createWords, type Words } from './words.ts';

/** What does not change while a window stands. */
export interface LanguageSetting {
  readonly siteLanguage: Language;
  /** Keys of Greenlandic texts below `approved`. */
  readonly unapproved: ReadonlySet<string>;
}

/** The words for a screen in one language. */
export function useWords(language: Language, { siteLanguage, unapproved }: LanguageSetting): Words {
  const { i18n } = useTranslation();
  return useMemo(
    () => createWords({ language, siteLanguage, unapproved, translate: (each) => translateWith(i18n.getFixedT(each)) }),
    [i18n, language, siteLanguage, unapproved],
  );
}

function translateWith(t: TFunction): Translate {
  return (key, values) => t(key, { ...values });
}
