import { z } from 'zod';

/** Languages of the product as BCP 47 tags. Separate from the culture version: someone may mix. */
export const LANGUAGES = ['kl', 'da', 'sv'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = (typeof LANGUAGES)[number];

/** What the desks of staff and administrators speak; Greenlandic follows when somebody has approved its words for them. */
export const DESK_LANGUAGES = ['da', 'sv'] as const satisfies readonly Language[];
export type DeskLanguage = (typeof DESK_LANGUAGES)[number];

/**
 * Dialects of Greenlandic: East (a registered variant) and North (a private tag, because none is registered). A dialect
 * is a layer: it words a few texts itself and takes every other one from its language.
 */
export const DIALECTS = ['kl-tunumiit', 'kl-x-avaneq'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** What a text is shown in: a language or one of its dialects. */
export const LANGUAGE_TAGS = [...LANGUAGES, ...DIALECTS] as const;
export const languageTagSchema = z.enum(LANGUAGE_TAGS);
export type LanguageTag = (typeof LANGUAGE_TAGS)[number];

/** The language that a tag belongs to: itself, or the one that a dialect inherits from. */
export function languageOf(tag: LanguageTag): Language {
  return tag === 'kl-tunumiit' || tag === 'kl-x-avaneq' ? 'kl' : tag;
}

/**
 * The culture versions of the questionnaire. A service version that a person chooses, apart from the language:
 * it says nothing about who somebody is.
 */
export const CULTURES = ['greenlandic', 'danish', 'swedish'] as const;
export const cultureSchema = z.enum(CULTURES);
export type Culture = (typeof CULTURES)[number];
