import { DIALECTS, LANGUAGES, type LanguageTag } from '../../core/basics/language.ts';
import { meaningsOf, updatedRegister } from '../../core/pack/meanings.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import { nodeHasher } from '../../node/sha256.ts';
import {
  OWN_FOLDERS,
  PACK_FOLDER,
  readContent,
  REGISTER_FILE,
  type ContentSource,
} from '../../tools/content/content-source.ts';
import { allTexts, localePath, TEXT_FILE_NAMES, type TextFile } from '../../tools/locales/locale-files.ts';
import { updatedReviews } from '../../tools/locales/review-update.ts';
import { realPack } from '../journeys/real-pack.ts';

/** Content that is open for breaking. */
export interface OpenContent extends ContentSource {
  readonly files: Map<string, string | null>;
  readonly pictograms: Set<string>;
}

/** The content that ships, with its register and its review states brought up to date; a fresh copy with each call. */
export function openContent(): OpenContent {
  return copyOf(UP_TO_DATE);
}

function copyOf(content: ContentSource): OpenContent {
  return { ...content, files: new Map(content.files), pictograms: new Set(content.pictograms) };
}

function broughtUpToDate(): OpenContent {
  const content = copyOf(readContent(OWN_FOLDERS));
  const danish = textsOf(content, 'da');
  const meanings = meaningsOf(realPack, danish, nodeHasher);
  write(content, REGISTER_FILE, updatedRegister({ format: 1, codes: {} }, meanings, new Set()));
  for (const tag of [...LANGUAGES, ...DIALECTS])
    write(content, localePath(tag, 'review'), updatedReviews(textsOf(content, tag), danish, { texts: {} }));
  return content;
}

const UP_TO_DATE: ContentSource = broughtUpToDate();

function textsOf(content: OpenContent, tag: LanguageTag): Texts {
  const files = TEXT_FILE_NAMES.map((name) => [name, content.files.get(localePath(tag, name)) ?? '{}'] as const);
  return allTexts(Object.fromEntries(files.map(([name, json]) => [name, JSON.parse(json) as Texts])));
}

/** Writes a file as JSON. */
export function write(content: OpenContent, file: string, value: unknown): void {
  content.files.set(file, JSON.stringify(value, null, 2));
}

/** The text of a file, for breaking it as text. */
export function fileText(content: OpenContent, file: string): string {
  const text = content.files.get(file);
  if (text === undefined || text === null) throw new Error(`There is no ${file}`);
  return text;
}

/** Changes a file of texts; a text of undefined goes. */
export function setTexts(
  content: OpenContent,
  tag: LanguageTag,
  name: TextFile,
  texts: Readonly<Record<string, unknown>>,
): void {
  const file = localePath(tag, name);
  const before = JSON.parse(content.files.get(file) ?? '{}') as Texts;
  write(content, file, { ...before, ...texts });
}

/** Writes a pack into the content. */
export function setPack(
  content: OpenContent,
  { questionnaire, overlays, safety }: { questionnaire: unknown; overlays: object; safety: unknown },
): void {
  for (const [name, value] of Object.entries({ questionnaire, ...overlays, safety }))
    write(content, `${PACK_FOLDER}/${name}.json`, value);
}
