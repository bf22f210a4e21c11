import {
  CULTURES,
  LANGUAGES,
  languageOf,
  type DeskLanguage,
  type Dialect,
  type Language,
  type LanguageTag,
} from '../../core/basics/language.ts';
import { instrumentTexts } from '../../core/pack/insert-instruments.ts';
import type { Instrument } from '../../core/pack/instrument.ts';
import type { Pack } from '../../core/pack/load.ts';
import { requiredTexts } from '../../core/pack/required-texts.ts';
import { textsSchema, type Catalogue, type Texts } from '../../core/translation/catalogue.ts';
import { withDialects, type DialectTexts } from '../../core/translation/dialects.ts';
import { reviewFileSchema, type ReviewFile } from '../../core/translation/review.ts';
import type { ContentFiles } from './content-files.ts';
import { ContentRefused, parsed } from './content-problem.ts';

/** The files of locales/<language>/ that hold texts. */
const TEXT_FILES = [
  'kiosk',
  'safety',
  'presence',
  'speech',
  'keyboard',
  'letter',
  'intake',
  'pictures',
  'staff',
  'page-one',
];

/** The file of the desks' own texts. It stands apart: whoever answers questions need not load it. */
const DESK_FILE = 'desk';

/** Every text of a content version, and what the dialects word themselves. */
export interface ContentTexts {
  readonly catalogue: Catalogue;
  readonly dialects: DialectTexts;
  readonly desk: Readonly<Record<DeskLanguage, Texts>>;
}

/**
 * Reads every text: the languages, the dialects over them, and over everything the instruments, which nothing may word
 * anew. A dialect has the instruments of its language.
 *
 * @throws ContentRefused at a file that is missing, damaged, or words an instrument
 */
export function readTexts(files: ContentFiles, instruments: readonly Instrument[]): ContentTexts {
  const languages = perLanguage((language) => textsOf(files, pathsOf(language)));
  const dialects = perDialect((dialect) =>
    textsOf(
      files,
      pathsOf(dialect).filter((path) => files.has(path)),
    ),
  );
  const worded = withDialects(languages, dialects);
  const laidOver = (tag: LanguageTag): Texts => {
    const spoken = instruments.filter(({ terms }) => terms.language === languageOf(tag));
    return Object.assign({}, worded[tag], ...spoken.map(instrumentTexts)) as Texts;
  };
  // A version that is older than the desks has none; a draft that began in it goes on all the same.
  const deskTexts = (language: DeskLanguage): Texts => {
    const path = `locales/${language}/${DESK_FILE}.json`;
    return files.has(path) ? textFile(files, path) : {};
  };
  const desk = { da: deskTexts('da'), sv: deskTexts('sv') };
  return { catalogue: { ...perLanguage(laidOver), ...perDialect(laidOver) }, dialects, desk };
}

/**
 * Checks that every text is there which one of the versions shows, in every language: whoever answers must not find out
 * at Send that a word is missing.
 *
 * @throws ContentRefused, naming the first text that is missing
 */
export function checkComplete(pack: Pack, catalogue: Catalogue): void {
  for (const culture of CULTURES) {
    for (const key of requiredTexts(pack[culture])) {
      const language = LANGUAGES.find((each) => !Object.hasOwn(catalogue[each], key));
      if (language !== undefined) throw new ContentRefused({ kind: 'missingText', language, key });
    }
  }
}

/**
 * Reads how far the texts have been reviewed. Nothing that a dialect words is reviewed before it says so.
 *
 * @throws ContentRefused at a language without its file, or a damaged one
 */
export function readReviews(files: ContentFiles): Readonly<Record<LanguageTag, ReviewFile>> {
  const path = (tag: LanguageTag): string => `locales/${tag}/review.json`;
  const review = (tag: LanguageTag): ReviewFile => parsed(files, path(tag), reviewFileSchema);
  const none: ReviewFile = { texts: {} };
  return { ...perLanguage(review), ...perDialect((dialect) => (files.has(path(dialect)) ? review(dialect) : none)) };
}

/** Tells whether a key names the words of an instrument; see `textKey`. */
export function isInstrumentKey(key: string): boolean {
  return key.startsWith('instrument.');
}

function pathsOf(tag: LanguageTag): readonly string[] {
  return TEXT_FILES.map((name) => `locales/${tag}/${name}.json`);
}

function textsOf(files: ContentFiles, paths: readonly string[]): Texts {
  return Object.assign({}, ...paths.map((path) => textFile(files, path))) as Texts;
}

function textFile(files: ContentFiles, path: string): Texts {
  const texts = parsed(files, path, textsSchema);
  if (Object.keys(texts).some(isInstrumentKey)) throw new ContentRefused({ kind: 'lockedWording', file: path });
  return texts;
}

function perLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  const [kl, da, sv] = LANGUAGES;
  return { kl: make(kl), da: make(da), sv: make(sv) };
}

function perDialect<T>(make: (dialect: Dialect) => T): Readonly<Record<Dialect, T>> {
  return { 'kl-tunumiit': make('kl-tunumiit'), 'kl-x-avaneq': make('kl-x-avaneq') };
}
