import { DIALECTS, languageOf, type Dialect, type Language, type LanguageTag } from '../basics/language.ts';
import type { Catalogue, Texts } from './catalogue.ts';

/** What the dialects word themselves; every other text is their language's. */
export type DialectTexts = Readonly<Record<Dialect, Texts>>;

/** Lays the dialects over their languages, key by key. */
export function withDialects(languages: Readonly<Record<Language, Texts>>, dialects: DialectTexts): Catalogue {
  const layered = (dialect: Dialect): Texts => ({ ...languages[languageOf(dialect)], ...dialects[dialect] });
  return { ...languages, 'kl-tunumiit': layered('kl-tunumiit'), 'kl-x-avaneq': layered('kl-x-avaneq') };
}

/** Where a text comes from: the dialect when it words it itself, otherwise its language. */
export function wordedIn(tag: LanguageTag, key: string, dialects: DialectTexts): LanguageTag {
  const dialect = DIALECTS.find((each) => each === tag);
  return dialect !== undefined && Object.hasOwn(dialects[dialect], key) ? dialect : languageOf(tag);
}

/** The dialects that word anything at all: the only ones worth offering. */
export function spokenDialects(dialects: DialectTexts): readonly Dialect[] {
  return DIALECTS.filter((dialect) => Object.keys(dialects[dialect]).length > 0);
}
