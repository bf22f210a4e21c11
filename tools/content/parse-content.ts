import {
  CULTURES,
  LANGUAGE_TAGS,
  type Culture,
  type Dialect,
  type Language,
  type LanguageTag,
} from '../../core/basics/language.ts';
import { loadPack, type Pack } from '../../core/pack/load.ts';
import { registerSchema, type Register } from '../../core/pack/meanings.ts';
import { overlaySchema } from '../../core/pack/overlay.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import { reviewFileSchema, type ReviewFile } from '../../core/translation/review.ts';
import {
  localePath,
  perLanguage,
  perTextFile,
  TEXT_FILE_NAMES,
  type DialectFiles,
  type LanguageFiles,
  type LocaleFiles,
  type TextFile,
  type TextProblem,
} from '../locales/locale-files.ts';
import { PACK_FOLDER, REGISTER_FILE, type ContentSource } from './content-source.ts';
import { readAs, readJson, readTexts, type JsonFiles } from './json-files.ts';

/** Content as far as it could be read; what could not is null and stands among the problems. */
export interface ParsedContent {
  readonly pack: Pack | null;
  /** The pack's files as they stand, by path. */
  readonly packFiles: ReadonlyMap<string, unknown>;
  /** How many changes each overlay makes. */
  readonly overlayChanges: Readonly<Record<Culture, number>>;
  readonly register: Register | null;
  readonly locales: LocaleFiles | null;
  readonly dialects: Readonly<Record<Dialect, DialectFiles>>;
  readonly reviews: Readonly<Record<LanguageTag, ReviewFile | null>>;
  readonly problems: readonly TextProblem[];
}

/** Reads every file of the content, and says what is wrong with each by itself, and with the pack as a whole. */
export function parseContent({ files: texts }: ContentSource): ParsedContent {
  const files: JsonFiles = { texts, problems: [...strangeFiles(texts.keys())] };
  const pack = readPack(files);
  const register = readAs(files, REGISTER_FILE, registerSchema);
  const languages = perLanguage((language) => readLanguage(files, language));
  const { kl, da, sv } = languages;
  return {
    ...pack,
    register,
    locales: kl === null || da === null || sv === null ? null : { kl, da, sv },
    dialects: { 'kl-tunumiit': readDialect(files, 'kl-tunumiit'), 'kl-x-avaneq': readDialect(files, 'kl-x-avaneq') },
    reviews: {
      ...perLanguage((language) => readReview(files, language)),
      'kl-tunumiit': readReview(files, 'kl-tunumiit'),
      'kl-x-avaneq': readReview(files, 'kl-x-avaneq'),
    },
    problems: files.problems,
  };
}

const KNOWN_TAGS = new Set<string>(LANGUAGE_TAGS);
const KNOWN_NAMES = new Set<string>([...TEXT_FILE_NAMES, 'review']);

/** A file under a wrong name would be read by nobody, and nobody would notice. */
function strangeFiles(paths: Iterable<string>): readonly TextProblem[] {
  return [...paths].flatMap((file) => {
    const [, tag = '', name = ''] = /^locales\/([^/]+)\/([^/]+)\.json$/.exec(file) ?? [];
    const isKnown = tag === '' || (KNOWN_TAGS.has(tag) && KNOWN_NAMES.has(name));
    const remedy = 'Nothing reads this file: mend its name or that of its folder, or remove it.';
    return isKnown ? [] : [{ file, key: 'the whole file', remedy }];
  });
}

const PACK_NAMES = ['questionnaire', ...CULTURES, 'safety'] as const;

function readPack(files: JsonFiles): Pick<ParsedContent, 'pack' | 'packFiles' | 'overlayChanges'> {
  const path = (name: (typeof PACK_NAMES)[number]): string => `${PACK_FOLDER}/${name}.json`;
  const packFiles = new Map(PACK_NAMES.map((name) => [path(name), readJson(files, path(name))]));
  const perCulture = <T>(make: (value: unknown) => T): Readonly<Record<Culture, T>> => ({
    greenlandic: make(packFiles.get(path('greenlandic'))),
    danish: make(packFiles.get(path('danish'))),
    swedish: make(packFiles.get(path('swedish'))),
  });
  const read = { packFiles, overlayChanges: perCulture(countChanges) };
  // A missing file is reported already, and what is wrong between the files will be once it is back.
  if ([...packFiles.values()].includes(undefined)) return { pack: null, ...read };
  const pack = loadPack({
    questionnaire: packFiles.get(path('questionnaire')),
    overlays: perCulture((value) => value),
    safety: packFiles.get(path('safety')),
  });
  if (pack.ok) return { pack: pack.value, ...read };
  const found = pack.error.map(({ file, place, remedy }) => ({ file: `${PACK_FOLDER}/${file}`, key: place, remedy }));
  files.problems.push(...found);
  return { pack: null, ...read };
}

function countChanges(overlay: unknown): number {
  return overlaySchema.safeParse(overlay).data?.changes.length ?? 0;
}

function readLanguage(files: JsonFiles, language: Language): LanguageFiles | null {
  const read = (name: TextFile): Texts | null => readTexts(files, localePath(language, name));
  const texts = TEXT_FILE_NAMES.map((name) => [name, read(name)] as const);
  const readable = new Map(texts.flatMap(([name, own]) => (own === null ? [] : [[name, own] as const])));
  return readable.size === texts.length ? perTextFile((name) => readable.get(name) ?? {}) : null;
}

/** A dialect has the files that it needs. */
function readDialect(files: JsonFiles, dialect: Dialect): DialectFiles {
  const own = TEXT_FILE_NAMES.filter((name) => files.texts.has(localePath(dialect, name)));
  return Object.fromEntries(own.map((name) => [name, readTexts(files, localePath(dialect, name)) ?? {}]));
}

function readReview(files: JsonFiles, tag: LanguageTag): ReviewFile | null {
  const file = localePath(tag, 'review');
  const isOptional = tag === 'kl-tunumiit' || tag === 'kl-x-avaneq';
  return isOptional && !files.texts.has(file) ? { texts: {} } : readAs(files, file, reviewFileSchema);
}
