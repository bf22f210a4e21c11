import type { Sha256 } from '../../core/basics/hasher.ts';
import {
  languageOf,
  type Culture,
  type DeskLanguage,
  type Dialect,
  type LanguageTag,
} from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import type { Instrument } from '../../core/pack/instrument.ts';
import { loadPack, type Pack } from '../../core/pack/load.ts';
import type { Catalogue, Texts } from '../../core/translation/catalogue.ts';
import { spokenDialects, wordedIn } from '../../core/translation/dialects.ts';
import { effectiveStatus, type ReviewFile, type ReviewStatus } from '../../core/translation/review.ts';
import type { LanguageTexts } from '../../ipc/contract.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { ContentFiles } from './content-files.ts';
import { parseInstruments } from './content-instruments.ts';
import { ContentRefused, json, type ContentProblem } from './content-problem.ts';
import { pictogramSheet } from './pictogram-sheet.ts';
import { checkComplete, isInstrumentKey, readReviews, readTexts, type ContentTexts } from './content-texts.ts';

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
  /** What the window is told of a language or dialect, as JSON of `LanguageTexts`. */
  readonly shownTexts: (language: LanguageTag) => string;
  /** What the desks say. */
  readonly deskTexts: (language: DeskLanguage) => Texts;
  readonly reviewStatus: (language: LanguageTag, key: string) => ReviewStatus;
  /** An SVG element in which every pictogram stands as a symbol by its name, for the page. */
  readonly pictogramSheet: () => string;
  /** Returns the Opus file in which a person says the words with this digest, or null. See `clipHash`. */
  readonly recording: (language: LanguageTag, hash: Sha256) => Uint8Array | null;
}

/** Parses the files of a content version. Nothing is half-loaded. */
export function parseContent(id: string, files: ContentFiles): Result<ContentVersion, ContentProblem> {
  let sheet: string | null = null;
  try {
    const pack = parsePack(files);
    const instruments = parseInstruments(files);
    const texts = readTexts(files, instruments);
    checkComplete(pack, texts.catalogue);
    const reviewStatus = reviewStatusOf(texts, readReviews(files));
    return ok({
      id,
      pack,
      instruments,
      catalogue: texts.catalogue,
      dialects: spokenDialects(texts.dialects),
      shownTexts: (language) => JSON.stringify(languageTexts(language, { catalogue: texts.catalogue, reviewStatus })),
      deskTexts: (language) => texts.desk[language],
      reviewStatus,
      pictogramSheet: () => (sheet ??= pictogramSheet(files)),
      recording: (language, hash) => files.get(`assets/audio/${language}/${hash}.opus`) ?? null,
    });
  } catch (error) {
    if (error instanceof ContentRefused) return fail(error.problem);
    throw error;
  }
}

function parsePack(files: ContentFiles): Pack {
  const overlay = (culture: Culture): unknown => json(files, `assets/content/intake/${culture}.json`);
  const overlays = { greenlandic: overlay('greenlandic'), danish: overlay('danish'), swedish: overlay('swedish') };
  const questionnaire = json(files, 'assets/content/intake/questionnaire.json');
  const pack = loadPack({ questionnaire, overlays, safety: json(files, 'assets/content/intake/safety.json') });
  if (!pack.ok) throw new ContentRefused({ kind: 'badPack', problems: pack.error });
  return pack.value;
}

/** What the window is told of a language; of a dialect only what it has otherwise than its language. */
function languageTexts(
  tag: LanguageTag,
  { catalogue, reviewStatus }: Pick<ContentVersion, 'catalogue' | 'reviewStatus'>,
): LanguageTexts {
  const isUnapproved = (of: LanguageTag, key: string): boolean => reviewStatus(of, key) !== 'approved';
  const language = languageOf(tag);
  const isOwn = (key: string): boolean =>
    tag === language ||
    catalogue[tag][key] !== catalogue[language][key] ||
    isUnapproved(tag, key) !== isUnapproved(language, key);
  const texts = Object.fromEntries(Object.entries(catalogue[tag]).filter(([key]) => isOwn(key)));
  return { texts, unapproved: Object.keys(texts).filter((key) => isUnapproved(tag, key)) };
}

function reviewStatusOf(
  { catalogue, dialects }: ContentTexts,
  reviews: Readonly<Record<LanguageTag, ReviewFile>>,
): ContentVersion['reviewStatus'] {
  return (tag, key) => {
    // An instrument's wording is official: locked by its hash, and nobody here may judge it.
    if (isInstrumentKey(key)) return 'approved';
    const worded = wordedIn(tag, key, dialects);
    const state = reviews[worded].texts[key];
    // A draft is one in any wording. Hashing all of them would keep the first screen waiting.
    if (state === undefined || state.status === 'draft') return 'draft';
    const hashOf = (of: LanguageTag): Sha256 => nodeHasher.sha256(toUtf8(catalogue[of][key] ?? ''));
    return effectiveStatus(state, { source: hashOf('da'), text: hashOf(worded) });
  };
}
