import type { Dialect, Language, LanguageTag } from '../../core/basics/language.ts';

// Not imported from core, which would bring zod along.
/** The languages in the order in which they stand on a screen. */
export const LANGUAGES = ['kl', 'da', 'sv'] as const satisfies readonly Language[];

const LANGUAGE_OF: Readonly<Record<LanguageTag, Language>> = {
  kl: 'kl',
  da: 'da',
  sv: 'sv',
  'kl-tunumiit': 'kl',
  'kl-x-avaneq': 'kl',
};

/** Languages and dialects: everything that a text may be shown in. */
export const LANGUAGE_TAGS = [...LANGUAGES, 'kl-tunumiit', 'kl-x-avaneq'] as const satisfies readonly LanguageTag[];

/** The language that a tag belongs to: itself, or the one that a dialect inherits from. */
export function languageOf(tag: LanguageTag): Language {
  return LANGUAGE_OF[tag];
}

/** Makes something for every language and dialect. */
export function perTag<T>(make: (tag: LanguageTag) => T): Readonly<Record<LanguageTag, T>> {
  return {
    kl: make('kl'),
    da: make('da'),
    sv: make('sv'),
    'kl-tunumiit': make('kl-tunumiit'),
    'kl-x-avaneq': make('kl-x-avaneq'),
  };
}

/** A language and those of its dialects that are offered. */
export interface LanguageFamily {
  readonly language: Language;
  readonly dialects: readonly Dialect[];
}

/** The languages to choose from, each with its dialects. */
export function languageFamilies(dialects: readonly Dialect[]): readonly LanguageFamily[] {
  return LANGUAGES.map((language) => ({
    language,
    dialects: dialects.filter((dialect) => languageOf(dialect) === language),
  }));
}
