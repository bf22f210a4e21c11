import type { z } from 'zod';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { LANGUAGES, type Culture, type Language } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { loadPack, type Pack, type PackProblem } from '../../core/pack/load.ts';
import { textsSchema, type Catalogue, type Texts } from '../../core/translation/catalogue.ts';
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
  readonly pack: Pack;
  readonly catalogue: Catalogue;
  readonly reviewStatus: (language: Language, key: string) => ReviewStatus;
  /** Returns a pictogram's SVG, or null when there is none of that name. */
  readonly pictogram: (name: string) => Uint8Array | null;
}

/** What is wrong with a content version: the file, and for a pack each place. */
export type ContentProblem =
  | { readonly kind: 'unreadable'; readonly file: string }
  | { readonly kind: 'badPack'; readonly problems: readonly PackProblem[] };

/** Parses the files of a content version. Nothing is half-loaded. */
export function parseContent(id: string, files: ContentFiles): Result<ContentVersion, ContentProblem> {
  try {
    const overlay = (culture: Culture): unknown => json(files, `assets/content/intake/${culture}.json`);
    const overlays = { greenlandic: overlay('greenlandic'), danish: overlay('danish'), swedish: overlay('swedish') };
    const pack = loadPack({ questionnaire: json(files, 'assets/content/intake/questionnaire.json'), overlays });
    if (!pack.ok) return fail({ kind: 'badPack', problems: pack.error });
    const catalogue = perLanguage((language) => texts(files, language));
    const reviews = perLanguage((language) => parsed(files, `locales/${language}/review.json`, reviewFileSchema));
    return ok({
      id,
      pack: pack.value,
      catalogue,
      reviewStatus: reviewStatusOf(catalogue, reviews),
      pictogram: (name) => files.get(`assets/pictograms/${name}.svg`) ?? null,
    });
  } catch (error) {
    if (error instanceof Unreadable) return fail({ kind: 'unreadable', file: error.file });
    throw error;
  }
}

/** Breaks off the parsing of a version at the first unreadable file. */
class Unreadable extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`Content file cannot be read: ${file}`);
    this.file = file;
  }
}

function perLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  const [kl, da, sv] = LANGUAGES;
  return { kl: make(kl), da: make(da), sv: make(sv) };
}

function texts(files: ContentFiles, language: Language): Texts {
  const parts = TEXT_FILES.map((name) => parsed(files, `locales/${language}/${name}.json`, textsSchema));
  return Object.assign({}, ...parts) as Texts;
}

function reviewStatusOf(
  catalogue: Catalogue,
  reviews: Readonly<Record<Language, ReviewFile>>,
): ContentVersion['reviewStatus'] {
  return (language, key) => {
    const hashOf = (of: Language): Sha256 => nodeHasher.sha256(toUtf8(catalogue[of][key] ?? ''));
    return effectiveStatus(reviews[language].texts[key], { source: hashOf('da'), text: hashOf(language) });
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
