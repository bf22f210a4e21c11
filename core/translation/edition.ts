import type { Hasher } from '../basics/hasher.ts';
import { DESK_LANGUAGES, type LanguageTag } from '../basics/language.ts';
import type { Texts } from './catalogue.ts';
import type { EditionEvent, Judged, Worded } from './edition-events.ts';
import { isApprovedByTwo, textHash, type Review, type ReviewFile, type ReviewStatus } from './review.ts';

/** What an edition begins from: the texts of one language or dialect, as the newest content version has them. */
export interface Published {
  readonly texts: Texts;
  /** The Danish texts to translate; its keys are all that the edition has. */
  readonly danish: Texts;
  readonly reviews: ReviewFile;
}

/** One text of an edition. */
export interface EditionEntry {
  readonly key: string;
  readonly danish: string;
  /** Null where there are no words yet. */
  readonly text: string | null;
  readonly status: ReviewStatus | 'missing';
  /** The Danish text has changed since these words were written or judged. */
  readonly isSourceChanged: boolean;
  /** Whose words they are; null for published words, and when nobody said so. */
  readonly author: string | null;
  /** The judgements of these words over this Danish text. */
  readonly reviews: readonly Review[];
  /** Everybody's words in this edition, the oldest first; none for published words. */
  readonly history: readonly Worded[];
  /** A newer content version has other words than those that this edition began from or holds. */
  readonly isOvertaken: boolean;
}

/**
 * The texts of one language or dialect in work, in the order of the Danish ones: what is published, and over it what
 * people have worded and judged since. A map, because keys come from outside.
 */
export type Edition = ReadonlyMap<string, EditionEntry>;

/** Puts an edition together. Events of keys that are gone wait for the key to come back. */
export function editionOf(published: Published, events: readonly EditionEvent[], hasher: Hasher): Edition {
  const byKey = eventsByKey(events);
  return new Map(
    Object.entries(published.danish).map(([key, danish]) => {
      const own = byKey.get(key) ?? [];
      return [key, entryOf({ key, danish, published }, own, hasher)];
    }),
  );
}

/** The events of each text, in their order. */
export function eventsByKey(events: readonly EditionEvent[]): ReadonlyMap<string, readonly EditionEvent[]> {
  const byKey = new Map<string, EditionEvent[]>();
  for (const event of events) {
    const own = byKey.get(event.key);
    if (own === undefined) byKey.set(event.key, [event]);
    else own.push(event);
  }
  return byKey;
}

/** The Danish texts that a language needs: not all of them have desks. */
export function sourceTexts(danish: Texts, tag: LanguageTag): Texts {
  if (DESK_LANGUAGES.some((each) => each === tag)) return danish;
  return Object.fromEntries(Object.entries(danish).filter(([key]) => !key.startsWith('desk.')));
}

/** One text of what an edition begins from. */
export interface Place {
  readonly key: string;
  readonly danish: string;
  readonly published: Published;
}

/** One text as its events leave it; what the edition is, text by text. */
export function entryOf(place: Place, events: readonly EditionEvent[], hasher: Hasher): EditionEntry {
  const { key, danish, published } = place;
  const lastWorded = events.findLastIndex(({ kind }) => kind === 'worded');
  const history = events.filter((event) => event.kind === 'worded');
  const words = history.at(-1);
  const text = words?.text ?? ownText(published.texts, key);
  if (text === null) return { ...nothing, key, danish };
  const hashes = hashesOf({ danish, text }, hasher);
  const judged = events
    .slice(lastWorded + 1)
    .filter((event) => event.kind === 'judged')
    .filter((event) => isOf(event, hashes));
  const base = words === undefined ? publishedJudgement(place, hashes) : judgementOfNew(words, hashes.source);
  const reviews = [...base.reviews, ...judged.map(({ review }) => review)];
  return {
    key,
    danish,
    text,
    status: judged.length === 0 ? base.status : statusOf(reviews),
    isSourceChanged: judged.length === 0 && base.isSourceChanged,
    author: words?.by ?? null,
    reviews,
    history,
    isOvertaken: isOvertaken(ownText(published.texts, key), history, hasher),
  };
}

const nothing = {
  text: null,
  status: 'missing',
  isSourceChanged: false,
  author: null,
  reviews: [],
  history: [],
  isOvertaken: false,
} as const;

/** The hashes of a text and of its Danish source, as they stand today. */
interface Hashes {
  readonly source: string;
  readonly text: string;
}

/** Made when they are asked for: most texts have no events, and no judgement that counts. */
function hashesOf({ danish, text }: { readonly danish: string; readonly text: string }, hasher: Hasher): Hashes {
  let source: string | null = null;
  return {
    get source() {
      return (source ??= textHash(danish, hasher));
    },
    get text() {
      return textHash(text, hasher);
    },
  };
}

interface Judgement {
  readonly status: ReviewStatus;
  readonly reviews: readonly Review[];
  readonly isSourceChanged: boolean;
}

function publishedJudgement({ key, published }: Place, hashes: Hashes): Judgement {
  const state = Object.hasOwn(published.reviews.texts, key) ? published.reviews.texts[key] : undefined;
  // A draft is one in any wording.
  const isFresh = state !== undefined && state.status !== 'draft' && isOf(state, hashes);
  return {
    status: isFresh ? state.status : 'draft',
    reviews: isFresh ? (state.reviews ?? []) : [],
    isSourceChanged: state !== undefined && state.source !== hashes.source,
  };
}

/** New words are a draft, also where somebody words a text as it once was approved. */
function judgementOfNew({ source }: Worded, sourceToday: string): Judgement {
  return { status: 'draft', reviews: [], isSourceChanged: source !== sourceToday };
}

function statusOf(reviews: readonly Review[]): ReviewStatus {
  return isApprovedByTwo(reviews) ? 'approved' : 'reviewed';
}

function isOf({ source, text }: Pick<Judged, 'source' | 'text'>, hashes: Hashes): boolean {
  return source === hashes.source && text === hashes.text;
}

function isOvertaken(published: string | null, history: readonly Worded[], hasher: Hasher): boolean {
  const [first] = history;
  if (first === undefined) return false;
  const isKnown = textHash(published ?? '', hasher) === first.instead;
  return !isKnown && !history.some(({ text }) => text === published);
}

function ownText(texts: Texts, key: string): string | null {
  const own = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return own ?? null;
}

/** The words in work alone, for those who translate from them: nothing is judged for it. */
export function wordsInWork(texts: Texts, events: readonly EditionEvent[]): Texts {
  const worded = events.flatMap((event) => (event.kind === 'worded' ? [[event.key, event.text] as const] : []));
  const newest = new Map(worded);
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, newest.get(key) ?? text]));
}

/** What an edition words otherwise than what is published: what there is to judge, to show side by side and to publish. */
export function changedEntries(edition: Edition, { texts }: Pick<Published, 'texts'>): readonly EditionEntry[] {
  return [...edition.values()].filter(({ key, text }) => text !== ownText(texts, key));
}

/** How far a language has come. Every text is counted in one of the first four; the others are counted beside. */
export interface EditionCounts {
  readonly missing: number;
  readonly draft: number;
  readonly reviewed: number;
  readonly approved: number;
  readonly changedSource: number;
  readonly overtaken: number;
  /** Words that no person has recorded. */
  readonly noHumanVoice: number;
}

/** Counts the texts of an edition by how far they have come. */
export function countEdition(edition: Edition, hasVoice: (text: string) => boolean): EditionCounts {
  const entries = [...edition.values()];
  const count = (is: (entry: EditionEntry) => boolean): number => entries.filter(is).length;
  return {
    missing: count(({ status }) => status === 'missing'),
    draft: count(({ status }) => status === 'draft'),
    reviewed: count(({ status }) => status === 'reviewed'),
    approved: count(({ status }) => status === 'approved'),
    changedSource: count(({ isSourceChanged }) => isSourceChanged),
    overtaken: count((entry) => entry.isOvertaken),
    noHumanVoice: count(({ text }) => text !== null && !hasVoice(text)),
  };
}
