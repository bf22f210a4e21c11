import type { LanguageTag } from '../../core/basics/language.ts';
import { LANGUAGE_TAGS } from '../../core/basics/language.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { textsSchema, type Texts } from '../../core/translation/catalogue.ts';
import type { Publication } from '../../core/translation/publication.ts';
import { reviewFileSchema } from '../../core/translation/review.ts';
import type { ContentFiles } from '../content/content-files.ts';

/** The files of texts and review states that a publication changes in a program's content, as they are then. */
export function changedTextFiles(program: ContentFiles, publication: Publication): ContentFiles {
  const changed = new Map<string, Uint8Array>();
  for (const tag of LANGUAGE_TAGS) writeTexts(tag, { program, publication, changed });
  return changed;
}

interface Writing {
  readonly program: ContentFiles;
  readonly publication: Publication;
  /** Gets the files that change. */
  readonly changed: Map<string, Uint8Array>;
}

function writeTexts(tag: LanguageTag, { program, publication, changed }: Writing): void {
  const { texts, reviews } = publication[tag];
  for (const path of textPaths(program, tag)) {
    const before = textsIn(program, path);
    const keys = [...Object.keys(before), ...addedKeys({ tag, path, texts, before }, program)];
    const after = Object.fromEntries(keys.map((key) => [key, texts[key] ?? before[key] ?? '']));
    if (isOther(before, after)) changed.set(path, jsonFile(after));
  }
  const reviewPath = `locales/${tag}/review.json`;
  const before = reviewFileSchema.safeParse(jsonIn(program, reviewPath));
  if (isOther(before.data?.texts ?? {}, reviews.texts)) changed.set(reviewPath, jsonFile(reviews));
}

/** The files of texts of a language or dialect; those that it lacks are named by the Danish ones. */
function textPaths(program: ContentFiles, tag: LanguageTag): readonly string[] {
  const names = [...program.keys()].flatMap((path) => /^locales\/da\/([a-z-]+)\.json$/.exec(path)?.[1] ?? []);
  return names.filter((name) => name !== 'review').map((name) => `locales/${tag}/${name}.json`);
}

/** The published texts that a file lacks, in the order of the Danish file of that name. */
function addedKeys(
  {
    tag,
    path,
    texts,
    before,
  }: {
    readonly tag: LanguageTag;
    readonly path: string;
    readonly texts: Texts;
    readonly before: Texts;
  },
  program: ContentFiles,
): readonly string[] {
  const danish = textsIn(program, path.replace(`locales/${tag}/`, 'locales/da/'));
  return Object.keys(danish).filter((key) => Object.hasOwn(texts, key) && !Object.hasOwn(before, key));
}

function textsIn(files: ContentFiles, path: string): Texts {
  return textsSchema.safeParse(jsonIn(files, path)).data ?? {};
}

function jsonIn(files: ContentFiles, path: string): unknown {
  return parseJson(fromUtf8(files.get(path) ?? new Uint8Array()) ?? '');
}

/** As the files of the program are written, so that a person who compares them sees what has changed and nothing else. */
function jsonFile(value: unknown): Uint8Array {
  return toUtf8(`${JSON.stringify(value, null, 2)}\n`);
}

/** Compares what two files say, whatever the order in which members of a review state stand. */
function isOther(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(after);
  return keys.length !== Object.keys(before).length || keys.some((key) => sorted(before[key]) !== sorted(after[key]));
}

function sorted(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
