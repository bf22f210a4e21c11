import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language } from '../../core/basics/language.ts';
import { text, textsSchema, type Texts } from '../../core/translation/catalogue.ts';

const locales = resolve(import.meta.dirname, '../../locales');

/** A text as it stands in locales/, to look for on the screen. */
export function words(language: Language, key: string, values?: Readonly<Record<string, string | number>>): string {
  return text(textsOf(language), key, values);
}

function textsOf(language: Language): Texts {
  const folder = join(locales, language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'review.json');
  const parsed = files.map((name) => textsSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return Object.fromEntries(parsed.flatMap((texts) => Object.entries(texts)));
}
