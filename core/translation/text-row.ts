import { languageOf, type LanguageTag } from '../basics/language.ts';
import { isFilledIn } from './catalogue.ts';
import type { ReviewStatus } from './review.ts';

/** One text in one language or dialect, as far as a table shows it. */
export interface TextCell {
  /** Null where there are no words yet. */
  readonly text: string | null;
  readonly status: ReviewStatus | 'missing';
  /** The Danish text has changed since these words were written or judged. */
  readonly isSourceChanged: boolean;
  /** A newer program has other words than those that these took the place of. */
  readonly isOvertaken: boolean;
  /** A person says these words. */
  readonly hasVoice: boolean;
}

/** One text in all languages and dialects that have it: the desks are not in Greenlandic. */
export interface TextRow {
  readonly key: string;
  /** In Greenlandic it is used only when it is approved and a person says it, outside the demo; see `guardedKeys`. */
  readonly isGuarded: boolean;
  /** The longest text that is known to fit there, in UTF-16 units; see `roomsOf`. */
  readonly room: number;
  /** A dialect has those that it words itself; see `cellOf`. */
  readonly cells: Readonly<Partial<Record<LanguageTag, TextCell>>>;
}

const MISSING: TextCell = {
  text: null,
  status: 'missing',
  isSourceChanged: false,
  isOvertaken: false,
  hasVoice: false,
};

/** What a row has in a language or dialect; undefined where the text is not needed in it. */
export function cellOf({ cells }: Pick<TextRow, 'cells'>, tag: LanguageTag): TextCell | undefined {
  const isInLanguage = cells[languageOf(tag)] !== undefined;
  return cells[tag] ?? (isInLanguage ? MISSING : undefined);
}

/**
 * What can be looked for in a table of texts.
 *
 * - changed: the Danish text has changed since the words were judged, or a newer program has others
 * - tooLong: longer than anything that is known to fit there
 * - unsafe: guarded words that nobody may see yet outside the demo
 */
export const TEXT_FILTERS = ['all', 'missing', 'draft', 'changed', 'tooLong', 'noVoice', 'unsafe'] as const;
export type TextFilter = (typeof TEXT_FILTERS)[number];

type Test = (cell: TextCell, row: TextRow) => boolean;

const TESTS: Readonly<Record<TextFilter, Test>> = {
  all: () => true,
  missing: ({ status }) => status === 'missing',
  draft: ({ status }) => status === 'draft' || status === 'reviewed',
  changed: ({ isSourceChanged, isOvertaken }) => isSourceChanged || isOvertaken,
  tooLong: ({ text }, { room }) => text !== null && text.length > room,
  noVoice: ({ text, hasVoice }) => text !== null && !hasVoice && !isFilledIn(text),
  unsafe: ({ text, status, hasVoice }, { isGuarded }) =>
    isGuarded && !(status === 'approved' && (hasVoice || isFilledIn(text ?? ''))),
};

/** Tells whether a filter finds a text in any of some languages. */
export function isFound(filter: TextFilter, row: TextRow, tags: readonly LanguageTag[]): boolean {
  return tags.some((tag) => {
    const cell = cellOf(row, tag);
    return cell !== undefined && TESTS[filter](cell, row);
  });
}

/** What a search looks in: the key and the words of all languages, without capitals. Made once for each row. */
export function searchedText({ key, cells }: TextRow): string {
  const words = Object.values(cells).map(({ text }) => text ?? '');
  return [key, ...words].join('\n').toLocaleLowerCase('da');
}

const ITEM_PART = /^intake\.[^.]+\.(title|hint|notice|option)\b/;

/**
 * How long the text of each key may be: as long as the longest that shipped, of the same part of any question, or of
 * that key itself in any language. Those were seen on every panel with nothing cut off; whether a longer one fits, only
 * the preview can tell.
 *
 * @param catalogues the texts of each language
 */
export function roomsOf(catalogues: readonly Readonly<Record<string, string>>[]): (key: string) => number {
  const rooms = new Map<string, number>();
  for (const texts of catalogues)
    for (const [key, text] of Object.entries(texts)) {
      const place = placeOf(key);
      rooms.set(place, Math.max(rooms.get(place) ?? 0, text.length));
    }
  return (key) => rooms.get(placeOf(key)) ?? 0;
}

function placeOf(key: string): string {
  return ITEM_PART.exec(key)?.[1] ?? key;
}
