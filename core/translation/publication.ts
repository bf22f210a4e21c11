import type { Hasher } from '../basics/hasher.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '../basics/language.ts';
import { isSamePerson } from './change-edition.ts';
import { entryOf, eventsByKey, sourceTexts, type EditionEntry, type Place, type Published } from './edition.ts';
import type { EditionEvent } from './edition-events.ts';
import type { Texts } from './catalogue.ts';
import {
  isApprovedByTwo,
  MOST_REVIEWS,
  remainingUnattested,
  reviewStatusSchema,
  textHash,
  type Review,
  type ReviewFile,
  type ReviewState,
} from './review.ts';

/** What a program comes with in one language or dialect, and what people have worded and judged since. */
export interface TextsInWork extends Pick<Published, 'texts' | 'reviews'> {
  readonly events: readonly EditionEvent[];
}

/**
 * Why the newest words of a text are not published.
 *
 * - draft: nobody has judged them
 * - reviewed: not yet a translator and a treatment worker, two different people and neither their author
 * - otherDanish: they were written or judged for another Danish text than the one that is published
 */
export const LEFT_OUT = ['draft', 'reviewed', 'otherDanish'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What a new content version says in one language or dialect, in the order of the Danish texts. */
export interface ChosenTexts {
  readonly texts: Texts;
  readonly reviews: ReviewFile;
  /** The Danish texts that they were held against; the program's own for Danish itself. */
  readonly sources: Texts;
  /** The texts whose newest words stay behind. */
  readonly leftOut: Readonly<Record<LeftOut, readonly string[]>>;
}

/** What a new content version says. */
export type Publication = Readonly<Record<LanguageTag, ChosenTexts>>;

/**
 * Chooses what is published: of each text the newest words that two people have approved, otherwise those that the
 * program came with. Approved words stay while newer ones are in work. Danish comes first, because every other language
 * is approved over the Danish text that is published, not over the one in work.
 */
export function choosePublication(inWork: Readonly<Record<LanguageTag, TextsInWork>>, hasher: Hasher): Publication {
  const danish = chooseTexts('da', inWork.da, inWork.da.texts, hasher);
  const choose = (tag: LanguageTag): ChosenTexts =>
    chooseTexts(tag, inWork[tag], sourceTexts(danish.texts, tag), hasher);
  const [kl, da, sv, east, north] = LANGUAGE_TAGS;
  return { [kl]: choose(kl), [da]: danish, [sv]: choose(sv), [east]: choose(east), [north]: choose(north) };
}

function chooseTexts(
  tag: LanguageTag,
  { texts, reviews, events }: TextsInWork,
  sources: Texts,
  hasher: Hasher,
): ChosenTexts {
  const byKey = eventsByKey(events);
  const published = { texts, reviews, danish: sources };
  const chosen: (readonly [string, string, ReviewState])[] = [];
  const leftOut: Record<LeftOut, string[]> = { draft: [], reviewed: [], otherDanish: [] };
  for (const [key, danish] of Object.entries(sources)) {
    const { program, ofHouse } = wordingsOf({ key, danish, published }, byKey.get(key) ?? [], hasher);
    const entry = ofHouse.find(({ reviews: judged }) => isApprovedByTwo(judged)) ?? program;
    const [newest = program] = ofHouse;
    if (newest.text !== entry.text) leftOut[reasonOf(newest)].push(key);
    if (entry.text === null) continue;
    // Danish words are the source of all others, and their own.
    const source = textHash(tag === 'da' ? entry.text : danish, hasher);
    const before = Object.hasOwn(reviews.texts, key) ? reviews.texts[key] : undefined;
    chosen.push([
      key,
      entry.text,
      stateOf({ ...entry, text: entry.text }, { source, text: textHash(entry.text, hasher) }, before),
    ]);
  }
  return {
    texts: Object.fromEntries(chosen.map(([key, text]) => [key, text])),
    reviews: { texts: Object.fromEntries(chosen.map(([key, , state]) => [key, state])) },
    sources,
    leftOut,
  };
}

/** A text as it stood under each of its wordings. */
interface Wordings {
  readonly program: EditionEntry;
  /** The newest first. */
  readonly ofHouse: readonly EditionEntry[];
}

function wordingsOf(place: Place, events: readonly EditionEvent[], hasher: Hasher): Wordings {
  const begins = events.flatMap(({ kind }, index) => (kind === 'worded' ? [index] : []));
  const upTo = (end: number | undefined): EditionEntry => entryOf(place, events.slice(0, end), hasher);
  const ofHouse = begins.map((_, index) => withoutOwn(upTo(begins[index + 1])));
  return { program: upTo(begins[0]), ofHouse: ofHouse.toReversed() };
}

/** What somebody said of their own words counts for nothing, whichever way it came into the history. */
function withoutOwn(entry: EditionEntry): EditionEntry {
  const { author, reviews } = entry;
  return author === null ? entry : { ...entry, reviews: reviews.filter(({ by }) => !isSamePerson(by, author)) };
}

function reasonOf({ isSourceChanged, reviews }: EditionEntry): LeftOut {
  if (isSourceChanged) return 'otherDanish';
  return reviews.length > 0 ? 'reviewed' : 'draft';
}

function stateOf(
  { text, status, history, reviews }: EditionEntry & { readonly text: string },
  hashes: Pick<ReviewState, 'source' | 'text'>,
  before: ReviewState | undefined,
): ReviewState {
  const isAsBefore = before?.text === hashes.text;
  const unattested = isAsBefore ? (before.unattested ?? []) : remainingUnattested(before, text);
  return {
    status: history.length > 0 ? 'approved' : reviewStatusSchema.parse(status),
    ...hashes,
    ...(unattested.length > 0 ? { unattested: [...unattested] } : {}),
    ...(reviews.length > 0 ? { reviews: [...tellingReviews(reviews)] } : {}),
  };
}

/** As many judgements as a review state holds, those that approve before all others. */
function tellingReviews(reviews: readonly Review[]): readonly Review[] {
  if (reviews.length <= MOST_REVIEWS) return reviews;
  const pairs = reviews.flatMap((one) => reviews.map((other) => [one, other]));
  const approving = pairs.find(isApprovedByTwo) ?? [];
  return [...approving, ...reviews.filter((each) => !approving.includes(each))].slice(0, MOST_REVIEWS);
}
