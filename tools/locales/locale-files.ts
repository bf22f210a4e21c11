import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../core/basics/language.ts';
import { textsSchema, type Texts } from '../../core/translation/catalogue.ts';
import { reviewFileSchema, type ReviewFile } from '../../core/translation/review.ts';

/** The text files of each language, and how the keys in each begin. */
export const TEXT_FILES = {
  kiosk: 'kiosk.',
  intake: 'intake.',
  pictures: 'pictures.',
  staff: 'staff.',
  'page-one': 'pageOne.',
} as const;
export type TextFile = keyof typeof TEXT_FILES;
export const TEXT_FILE_NAMES = Object.keys(TEXT_FILES) as readonly TextFile[];

/** The texts of one language, file by file. */
export type LanguageFiles = Readonly<Record<TextFile, Texts>>;

/** The texts of every language, file by file. */
export type LocaleFiles = Readonly<Record<Language, LanguageFiles>>;

/** What is wrong with a text: the file, the key in it and what to do. Written for whoever edits the texts. */
export interface TextProblem {
  readonly file: string;
  readonly key: string;
  readonly remedy: string;
}

/** The path of a text file below the repository's top. */
export function localePath(language: Language, name: TextFile | 'review'): string {
  return `locales/${language}/${name}.json`;
}

/**
 * Reads every text file.
 *
 * @param root the repository's top
 * @throws when a file is missing, no JSON or no flat object of texts; the message names the file, and the places in it
 */
export function readLocales(root: string): LocaleFiles {
  const ofLanguage = (language: Language): LanguageFiles => {
    const read = (name: TextFile): Texts =>
      parsed(root, localePath(language, name), (value) => textsSchema.parse(value));
    return {
      kiosk: read('kiosk'),
      intake: read('intake'),
      pictures: read('pictures'),
      staff: read('staff'),
      'page-one': read('page-one'),
    };
  };
  const [kl, da, sv] = LANGUAGES;
  return { kl: ofLanguage(kl), da: ofLanguage(da), sv: ofLanguage(sv) };
}

/** Reads the review states of a language. Throws as `readLocales` does. */
export function readReviews(root: string, language: Language): ReviewFile {
  return parsed(root, localePath(language, 'review'), (value) => reviewFileSchema.parse(value));
}

/** All texts of a language in one object. */
export function allTexts(files: LanguageFiles): Texts {
  return Object.assign({}, ...TEXT_FILE_NAMES.map((name) => files[name])) as Texts;
}

function parsed<T>(root: string, path: string, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(readFileSync(join(root, path), 'utf8')));
  } catch (error) {
    throw new Error(`${path} cannot be read: mend it first.${places(error)}`, { cause: error });
  }
}

function places(error: unknown): string {
  if (!(error instanceof z.ZodError)) return '';
  return error.issues.map(({ path, message }) => ` ${path.join('.')}: ${message}`).join('');
}
