import { languageTagSchema, type LanguageTag } from '../../../core/basics/language.ts';

/** The columns of a sheet, from left to right, with their widths in characters. */
export const COLUMNS = [
  { name: 'key', width: 36 },
  { name: 'danish', width: 52 },
  { name: 'words', width: 52 },
  { name: 'state', width: 12 },
  { name: 'where', width: 32 },
  { name: 'fingerprint', width: 36 },
] as const;
export type ColumnName = (typeof COLUMNS)[number]['name'];

/** The heading of a column. The words' one says their language: sheets are copied without their names. */
export function headingOf(name: ColumnName, tag: LanguageTag): string {
  if (name === 'words') return `words (${tag})`;
  return name === 'fingerprint' ? 'fingerprint (do not change)' : name;
}

/** Where the columns stand that are read, and the language. */
export interface FoundColumns {
  readonly tag: LanguageTag;
  readonly key: number;
  readonly words: number;
  /** Null where somebody removed it. */
  readonly fingerprint: number | null;
}

/**
 * Finds the columns in a row of headings; whoever translates may move them and add others.
 *
 * @returns null when these are no headings of ours
 */
export function findColumns(headings: readonly string[]): FoundColumns | null {
  const names = headings.map((heading) => heading.trim().toLowerCase());
  const key = names.indexOf('key');
  const words = names.findIndex((name) => name.startsWith('words ('));
  const tag = languageTagSchema.safeParse(names[words]?.slice('words ('.length, -1));
  if (key === -1 || !tag.success) return null;
  const fingerprint = names.findIndex((name) => name.startsWith('fingerprint'));
  return { tag: tag.data, key, words, fingerprint: fingerprint === -1 ? null : fingerprint };
}
