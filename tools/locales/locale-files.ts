import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DESK_LANGUAGES,
  LANGUAGES,
  type Dialect,
  type Language,
  type LanguageTag,
} from '../../core/basics/language.ts';
import { textsSchema, type Texts } from '../../core/translation/catalogue.ts';
import { reviewFileSchema, type ReviewFile } from '../../core/translation/review.ts';

/** The text files of each language, and how the keys in each begin. */
export const TEXT_FILES = {
  kiosk: 'kiosk.',
  safety: 'safety.',
  presence: 'presence.',
  speech: 'speech.',
  keyboard: 'keyboard.',
  letter: 'letter.',
  intake: 'intake.',
  pictures: 'pictures.',
  staff: 'staff.',
  'page-one': 'pageOne.',
  desk: 'desk.',
} as const;
export type TextFile = keyof typeof TEXT_FILES;
export const TEXT_FILE_NAMES = Object.keys(TEXT_FILES) as readonly TextFile[];

/** Tells whether a language must have the texts of a file: the desks speak fewer of them. */
export function isWanted(language: Language, name: TextFile): boolean {
  return name !== 'desk' || DESK_LANGUAGES.some((each) => each === language);
}

/** The texts of one language, file by file. */
export type LanguageFiles = Readonly<Record<TextFile, Texts>>;

/** The texts of every language, file by file. */
export type LocaleFiles = Readonly<Record<Language, LanguageFiles>>;

/** The texts that a dialect words itself, file by file. */
export type DialectFiles = Readonly<Partial<Record<TextFile, Texts>>>;

/** What is wrong with content: the file, the key or place in it and what to do. Written for whoever edits it. */
export interface TextProblem {
  readonly file: string;
  readonly key: string;
  readonly remedy: string;
}

/** The path of a text file below the repository's top. */
export function localePath(tag: LanguageTag, name: TextFile | 'review'): string {
  return `locales/${tag}/${name}.json`;
}

/** Makes something of each text file of a language. */
export function perTextFile(make: (name: TextFile) => Texts): LanguageFiles {
  return {
    kiosk: make('kiosk'),
    safety: make('safety'),
    presence: make('presence'),
    speech: make('speech'),
    keyboard: make('keyboard'),
    letter: make('letter'),
    intake: make('intake'),
    pictures: make('pictures'),
    staff: make('staff'),
    'page-one': make('page-one'),
    desk: make('desk'),
  };
}

/** Makes something for each language. */
export function perLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  const [kl, da, sv] = LANGUAGES;
  return { kl: make(kl), da: make(da), sv: make(sv) };
}

/** Gathers the problems of every text file of every language. */
export function inEveryFile(
  check: (language: Language, name: TextFile) => readonly Omit<TextProblem, 'file'>[],
): readonly TextProblem[] {
  return TEXT_FILE_NAMES.flatMap((name) =>
    LANGUAGES.flatMap((language) =>
      check(language, name).map((problem) => ({ file: localePath(language, name), ...problem })),
    ),
  );
}

/**
 * Reads every text file.
 *
 * @param root the repository's top
 * @throws when a file is missing, no JSON or no flat object of texts; the message names the file
 */
export function readLocales(root: string): LocaleFiles {
  return perLanguage((language) => perTextFile((name) => readTexts(root, localePath(language, name))));
}

/** Reads the texts that a dialect words itself; it has only the files that it needs. Throws as `readLocales` does. */
export function readLayer(root: string, dialect: Dialect): DialectFiles {
  const own = TEXT_FILE_NAMES.filter((name) => existsSync(join(root, localePath(dialect, name))));
  return Object.fromEntries(own.map((name) => [name, readTexts(root, localePath(dialect, name))]));
}

function readTexts(root: string, path: string): Texts {
  return parsed(root, path, (value) => textsSchema.parse(value));
}

/** Reads the review states of a language or dialect. Throws as `readLocales` does. */
export function readReviews(root: string, tag: LanguageTag): ReviewFile {
  return parsed(root, localePath(tag, 'review'), (value) => reviewFileSchema.parse(value));
}

function parsed<T>(root: string, path: string, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(readFileSync(join(root, path), 'utf8')));
  } catch (error) {
    throw new Error(`${path} cannot be read: npm run check:content says what to mend.`, { cause: error });
  }
}

/** All texts of a language or dialect in one object. */
export function allTexts(files: LanguageFiles | DialectFiles): Texts {
  return Object.assign({}, ...TEXT_FILE_NAMES.map((name) => files[name])) as Texts;
}
