import type { z } from 'zod';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { LANGUAGES, type Culture, type Dialect, type Language, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { clashingInstruments, instrumentTexts } from '../../core/pack/insert-instruments.ts';
import { parseInstrument, type Instrument } from '../../core/pack/instrument.ts';
import { loadPack, type Pack, type PackProblem } from '../../core/pack/load.ts';
import { textsSchema, type Catalogue, type Texts } from '../../core/translation/catalogue.ts';
import { spokenDialects, withDialects, wordedIn, type DialectTexts } from '../../core/translation/dialects.ts';
import {
  effectiveStatus,
  reviewFileSchema,
  type ReviewFile,
  type ReviewStatus,
} from '../../core/translation/review.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { ContentFiles } from './content-files.ts';

/** The files of locales/<language>/ that hold texts. */
const TEXT_FILES = ['kiosk', 'intake', 'pictures', 'staff', 'page-one'];

/** One immutable set of questions, texts and pictures, checked and ready. */
export interface ContentVersion {
  /** 64 hexadecimal characters. */
  readonly id: string;
  /** Matu's own questions; `contentOn` puts the instruments into their slots. */
  readonly pack: Pack;
  readonly instruments: readonly Instrument[];
  readonly catalogue: Catalogue;
  /** The dialects that word anything themselves. */
  readonly dialects: readonly Dialect[];
  readonly reviewStatus: (language: LanguageTag, key: string) => ReviewStatus;
  /** Returns a pictogram's SVG, or null when there is none of that name. */
  readonly pictogram: (name: string) => Uint8Array | null;
}

/** What is wrong with a content version: the file, and for a pack each place. */
export type ContentProblem =
  | { readonly kind: 'unreadable'; readonly file: string }
  | { readonly kind: 'badPack'; readonly problems: readonly PackProblem[] }
  | { readonly kind: 'badInstrument'; readonly file: string };

/** Parses the files of a content version. Nothing is half-loaded. */
export function parseContent(id: string, files: ContentFiles): Result<ContentVersion, ContentProblem> {
  try {
    const overlay = (culture: Culture): unknown => json(files, `assets/content/intake/${culture}.json`);
    const overlays = { greenlandic: overlay('greenlandic'), danish: overlay('danish'), swedish: overlay('swedish') };
    const questionnaire = json(files, 'assets/content/intake/questionnaire.json');
    const pack = loadPack({ questionnaire, overlays, safety: json(files, 'assets/content/intake/safety.json') });
    if (!pack.ok) return fail({ kind: 'badPack', problems: pack.error });
    const instruments = parseInstruments(files);
    const dialects = perDialect((dialect) => layer(files, dialect));
    const catalogue = withDialects(
      perLanguage((language) => ({ ...texts(files, language), ...textsOf(instruments, language) })),
      dialects,
    );
    const reviews = {
      ...perLanguage((language) => review(files, language)),
      ...perDialect((each) => review(files, each)),
    };
    return ok({
      id,
      pack: pack.value,
      instruments,
      catalogue,
      dialects: spokenDialects(dialects),
      reviewStatus: reviewStatusOf(catalogue, dialects, reviews),
      pictogram: (name) => files.get(`assets/pictograms/${name}.svg`) ?? null,
    });
  } catch (error) {
    if (error instanceof Unreadable) return fail({ kind: error.kind, file: error.file });
    throw error;
  }
}

/** Breaks off the parsing of a version at the first file that cannot be used. */
class Unreadable extends Error {
  readonly file: string;
  readonly kind: 'unreadable' | 'badInstrument';
  constructor(file: string, kind: 'unreadable' | 'badInstrument' = 'unreadable') {
    super(`Content file cannot be used: ${file}`);
    this.file = file;
    this.kind = kind;
  }
}

const INSTRUMENT_FILE = /^assets\/instruments\/([a-z0-9-]+)\.(kl|da|sv)\.json$/;

/** Reads every instrument; one that was changed, or stands under another name, makes the version unusable. */
function parseInstruments(files: ContentFiles): readonly Instrument[] {
  const paths = [...files.keys()].filter((path) => path.startsWith('assets/instruments/')).sort();
  const instruments = paths.map((path) => {
    const parsedFile = parseInstrument(json(files, path), nodeHasher);
    const [, slot, language] = INSTRUMENT_FILE.exec(path) ?? [];
    if (!parsedFile.ok) throw new Unreadable(path, 'badInstrument');
    const { terms } = parsedFile.value;
    if (terms.slot !== slot || terms.language !== language) throw new Unreadable(path, 'badInstrument');
    return parsedFile.value;
  });
  const [clash] = clashingInstruments(instruments);
  if (clash !== undefined) throw new Unreadable(`assets/instruments/${clash}`, 'badInstrument');
  return instruments;
}

function textsOf(instruments: readonly Instrument[], language: Language): Texts {
  const spoken = instruments.filter(({ terms }) => terms.language === language);
  return Object.assign({}, ...spoken.map(instrumentTexts)) as Texts;
}

function perLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  const [kl, da, sv] = LANGUAGES;
  return { kl: make(kl), da: make(da), sv: make(sv) };
}

function texts(files: ContentFiles, language: Language): Texts {
  const parts = TEXT_FILES.map((name) => parsed(files, `locales/${language}/${name}.json`, textsSchema));
  return Object.assign({}, ...parts) as Texts;
}

function perDialect<T>(make: (dialect: Dialect) => T): Readonly<Record<Dialect, T>> {
  return { 'kl-tunumiit': make('kl-tunumiit'), 'kl-x-avaneq': make('kl-x-avaneq') };
}

/** What a dialect words itself. It may have only some of the files, or none. */
function layer(files: ContentFiles, dialect: Dialect): Texts {
  const paths = TEXT_FILES.map((name) => `locales/${dialect}/${name}.json`).filter((path) => files.has(path));
  return Object.assign({}, ...paths.map((path) => parsed(files, path, textsSchema))) as Texts;
}

/** Nothing that a dialect words is reviewed before it says so. */
function review(files: ContentFiles, tag: LanguageTag): ReviewFile {
  const path = `locales/${tag}/review.json`;
  const isLanguage = LANGUAGES.some((language) => language === tag);
  return isLanguage || files.has(path) ? parsed(files, path, reviewFileSchema) : { texts: {} };
}

function reviewStatusOf(
  catalogue: Catalogue,
  dialects: DialectTexts,
  reviews: Readonly<Record<LanguageTag, ReviewFile>>,
): ContentVersion['reviewStatus'] {
  return (tag, key) => {
    // An instrument's wording is official: locked by its hash, and nobody here may judge it.
    if (key.startsWith('instrument.')) return 'approved';
    const worded = wordedIn(tag, key, dialects);
    const hashOf = (of: LanguageTag): Sha256 => nodeHasher.sha256(toUtf8(catalogue[of][key] ?? ''));
    return effectiveStatus(reviews[worded].texts[key], { source: hashOf('da'), text: hashOf(worded) });
  };
}

function parsed<T>(files: ContentFiles, path: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(json(files, path));
  if (!result.success) throw new Unreadable(path);
  return result.data;
}

function json(files: ContentFiles, path: string): unknown {
  const bytes = files.get(path);
  const source = bytes === undefined ? null : fromUtf8(bytes);
  if (source === null) throw new Unreadable(path);
  try {
    return JSON.parse(source);
  } catch {
    throw new Unreadable(path);
  }
}
