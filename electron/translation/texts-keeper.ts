import type { Clock } from '../../core/basics/clock.ts';
import { LANGUAGE_TAGS, languageOf, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import { judge, word } from '../../core/translation/change-edition.ts';
import type { Edition, EditionEntry } from '../../core/translation/edition.ts';
import type { EditionEvent } from '../../core/translation/edition-events.ts';
import { roomsOf, type TextCell, type TextRow } from '../../core/translation/text-row.ts';
import type { ShownText, TextsTrouble, TranslationReplies } from '../../ipc/translation-contract.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { HomeEditions } from './home-editions.ts';

/** What the texts of a house are looked after with. */
export interface TextsKeeperOptions {
  /** The texts in work; read when somebody asks for the first time. */
  readonly open: () => Result<HomeEditions, { readonly kind: string }>;
  /** The texts in use, by language. */
  readonly catalogues: () => readonly Texts[];
  /** Greenlandic texts that are shown only when they are approved and spoken by a person. */
  readonly guarded: () => ReadonlySet<string>;
  readonly clock: Clock;
  /** The site's day, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** One text in one language. */
export interface TextPlace {
  readonly tag: LanguageTag;
  readonly key: string;
}

/** The texts of a house in work, as they are shown, worded and judged at the desk. */
export class TextsKeeper {
  readonly #options: TextsKeeperOptions;
  #editions: HomeEditions | null = null;
  /** Putting one together hashes every text, and the kiosk is the home's only writer. */
  readonly #present = new Map<LanguageTag, Map<string, EditionEntry>>();

  constructor(options: TextsKeeperOptions) {
    this.#options = options;
  }

  /** Every text in every language, as JSON of `TextRow`s. */
  rows(): TranslationReplies['translation.texts'] {
    const editions = new Map<LanguageTag, Edition>();
    for (const tag of LANGUAGE_TAGS) {
      const edition = this.edition(tag);
      if (!edition.ok) return edition;
      editions.set(tag, edition.value);
    }
    const guarded = this.#options.guarded();
    const roomOf = roomsOf(this.#options.catalogues());
    const keys = [...(editions.get('da')?.keys() ?? [])];
    const rows = keys.map((key): TextRow => ({
      ...{ key, isGuarded: guarded.has(key), room: roomOf(key) },
      cells: this.#cells([...editions].map(([tag, edition]) => [tag, edition.get(key) ?? null])),
    }));
    return ok(JSON.stringify(rows));
  }

  /** One text in every language, after something about it has changed. */
  cells(key: string): TranslationReplies['translation.cells'] {
    const entries: [LanguageTag, EditionEntry | null][] = [];
    for (const tag of LANGUAGE_TAGS) {
      const edition = this.edition(tag);
      if (!edition.ok) return edition;
      entries.push([tag, edition.value.get(key) ?? null]);
    }
    return ok(this.#cells(entries));
  }

  /** One text with all that is known of it. */
  show({ tag, key }: TextPlace): Result<ShownText, TextsTrouble> {
    const found = this.#entry({ tag, key });
    return found.ok ? ok(this.#shown(tag, found.value)) : found;
  }

  /** Keeps somebody's words, as a draft; the name is null when nobody said whose they are. */
  word(
    place: TextPlace & { readonly text: string },
    by: { readonly name: string | null },
  ): TranslationReplies['translation.word'] {
    const { tag, text } = place;
    const found = this.#entry(place);
    if (!found.ok) return found;
    const atMs = this.#options.clock.nowMs();
    const worded = word(found.value, { text, by: by.name, atMs }, { tag, hasher: nodeHasher });
    return worded.ok ? this.#added(place, worded.value) : worded;
  }

  /** Approves the words that somebody has looked at, in their own role. */
  judge(
    place: TextPlace & { readonly seen: { readonly text: string; readonly danish: string } },
    { name, reviewer }: Pick<StaffPerson, 'name' | 'reviewer'>,
  ): TranslationReplies['translation.judge'] {
    if (reviewer === null) return fail({ kind: 'noRole' });
    const found = this.#entry(place);
    if (!found.ok) return found;
    const review = { role: reviewer, by: name, on: this.#options.today() };
    const judged = judge(found.value, { seen: place.seen, review }, nodeHasher);
    return judged.ok ? this.#added(place, judged.value) : judged;
  }

  /** The texts of one language or dialect in work. */
  edition(tag: LanguageTag): Result<Edition, TextsTrouble> {
    const present = this.#present.get(tag);
    if (present !== undefined) return ok(present);
    const editions = this.#open();
    const edition = editions.ok ? editions.value.edition(tag) : editions;
    if (!edition.ok) return fail(troubleOf(edition.error));
    this.#present.set(tag, new Map(edition.value));
    return edition;
  }

  /** Whether a person says these words. */
  hasVoice(tag: LanguageTag, text: string): boolean {
    return this.#editions?.hasVoice(tag, text) === true;
  }

  /** Adds what came another way, such as a translator's file. */
  add(tag: LanguageTag, events: readonly EditionEvent[]): Result<null, TextsTrouble> {
    const editions = this.#open();
    if (!editions.ok) return fail(troubleOf(editions.error));
    const added = editions.value.add(tag, events);
    if (!added.ok) return fail({ kind: 'notSaved' });
    this.forget(tag);
    return ok(null);
  }

  /** Lets go of what was put together: it is read anew. Every language is translated from the Danish words. */
  forget(tag: LanguageTag): void {
    if (tag === 'da') this.#present.clear();
    else this.#present.delete(tag);
  }

  #added({ tag, key }: TextPlace, event: EditionEvent): Result<ShownText, TextsTrouble> {
    const editions = this.#open();
    const added = editions.ok ? editions.value.add(tag, [event]) : editions;
    if (!added.ok) return fail({ kind: 'notSaved' });
    // What everybody translates from has changed with it.
    const refreshed = tag === 'da' ? LANGUAGE_TAGS : [tag];
    for (const each of refreshed) this.#refresh({ tag: each, key });
    return this.show({ tag, key });
  }

  /** Puts one text together anew, in an edition that has been put together. */
  #refresh({ tag, key }: TextPlace): void {
    const present = this.#present.get(tag);
    if (present === undefined) return;
    const entry = this.#editions?.entry(tag, key);
    if (entry?.ok !== true) this.#present.delete(tag);
    else if (entry.value !== null) present.set(key, entry.value);
  }

  #cells(entries: readonly (readonly [LanguageTag, EditionEntry | null])[]): TextRow['cells'] {
    const cells = entries.flatMap(([tag, entry]) => {
      // What a dialect does not word itself is its language's: the window knows.
      const isShown = entry !== null && (entry.text !== null || languageOf(tag) === tag);
      return isShown ? [[tag, this.#cell(tag, entry)] as const] : [];
    });
    return Object.fromEntries(cells);
  }

  #entry({ tag, key }: TextPlace): Result<EditionEntry, TextsTrouble> {
    const edition = this.edition(tag);
    if (!edition.ok) return edition;
    const entry = edition.value.get(key);
    return entry === undefined ? fail({ kind: 'unknownKey' }) : ok(entry);
  }

  #shown(tag: LanguageTag, entry: EditionEntry): ShownText {
    const { key, danish, author, reviews, history } = entry;
    const published = this.#editions?.published(tag);
    const texts = published?.ok === true ? published.value.texts : {};
    return {
      ...this.#cell(tag, entry),
      ...{ key, danish, author, reviews },
      programWords: Object.hasOwn(texts, key) ? (texts[key] ?? null) : null,
      history: history.map(({ text, by, atMs }) => ({ text, by, atMs })),
    };
  }

  #cell(tag: LanguageTag, { text, status, isSourceChanged, isOvertaken }: EditionEntry): TextCell {
    const hasVoice = text !== null && this.hasVoice(tag, text);
    return { text, status, isSourceChanged, isOvertaken, hasVoice };
  }

  #open(): Result<HomeEditions, { readonly kind: string }> {
    if (this.#editions !== null) return ok(this.#editions);
    const opened = this.#options.open();
    if (opened.ok) this.#editions = opened.value;
    return opened;
  }
}

/** What the screen has words for. Whatever is wrong with a content version is damage to whoever only words texts. */
function troubleOf({ kind }: { readonly kind: string }): TextsTrouble {
  return kind === 'newerFormat' || kind === 'notRead' ? { kind } : { kind: 'damaged' };
}
