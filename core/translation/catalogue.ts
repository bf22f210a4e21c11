import { z } from 'zod';
import type { LanguageTag } from '../basics/language.ts';

/** No key is longer, and no text of any screen. In UTF-16 units. */
export const MAX_KEY_LENGTH = 120;
export const MAX_TEXT_LENGTH = 2000;

/** A file of locales/: text keys to texts, flat. */
export const textsSchema = z.record(z.string().max(MAX_KEY_LENGTH), z.string().min(1).max(MAX_TEXT_LENGTH));
export type Texts = z.infer<typeof textsSchema>;

/** The texts of every language and dialect of one content version; a dialect has what it words itself and the rest of its language. */
export type Catalogue = Readonly<Record<LanguageTag, Texts>>;

/**
 * Looks a text up and fills its placeholders, written `{{name}}` as i18next does.
 *
 * @throws when the key is missing: a content version is complete or it is not published
 */
export function text(texts: Texts, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const found = Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (found === undefined) throw new Error(`The content version lacks the text ${key}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Tells whether something is put into a text when it is shown: nobody can record its words beforehand. */
export function isFilledIn(words: string): boolean {
  return words.includes('{{');
}
