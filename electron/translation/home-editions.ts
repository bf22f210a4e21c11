import { join } from 'node:path';
import { DESK_LANGUAGES, DIALECTS, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import {
  editionOf,
  entryOf,
  sourceTexts,
  wordsInWork,
  type Edition,
  type EditionEntry,
  type Published,
} from '../../core/translation/edition.ts';
import type { EditionEvent } from '../../core/translation/edition-events.ts';
import type { FileError } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { ContentFiles } from '../content/content-files.ts';
import { ContentRefused, type ContentProblem } from '../content/content-problem.ts';
import { readReviews, readTexts, type ContentTexts } from '../content/content-texts.ts';
import { readEdition, writeEdition, type EditionFileProblem } from './edition-file.ts';
import { Recordings } from './recordings.ts';

/** Why the texts in work cannot be had; `tag` names the edition whose file is the trouble. */
export type EditionProblem = ContentProblem | (EditionFileProblem & { readonly tag: LanguageTag });

/** The texts in work of a home, over those of a content version. */
export interface HomeEditions {
  /** What the content version has of a language or dialect. */
  readonly published: (tag: LanguageTag) => Result<Published, EditionProblem>;
  readonly edition: (tag: LanguageTag) => Result<Edition, EditionProblem>;
  /** One text of an edition, without putting all of it together; null for one that it does not have. */
  readonly entry: (tag: LanguageTag, key: string) => Result<EditionEntry | null, EditionProblem>;
  /** Adds events to an edition, all of them or none. */
  readonly add: (tag: LanguageTag, events: readonly EditionEvent[]) => Result<null, EditionProblem | FileError>;
  /** Whether a person has recorded these words, published or not. A dialect's words may have been recorded in it alone. */
  readonly hasVoice: (tag: LanguageTag, text: string) => boolean;
}

/**
 * Opens the texts in work of a home. Whoever adds to them is the home's only writer, see `acquireWriterLock`.
 *
 * @param folder HOME/translations
 * @param files a whole content version; the words of instruments, which nobody here may change, are left out
 * @param recordings what people have recorded since
 */
export function openEditions(
  folder: string,
  files: ContentFiles,
  recordings: Pick<Recordings, 'has' | 'list'> = new Recordings(join(folder, 'audio')),
): Result<HomeEditions, ContentProblem> {
  const content = readEditionTexts(files);
  if (!content.ok) return content;
  const { texts, reviews } = content.value;
  const eventsOf = (tag: LanguageTag): Result<readonly EditionEvent[], EditionProblem> => {
    const events = readEdition(editionPath(folder, tag), tag);
    return events.ok ? events : fail({ ...events.error, tag });
  };
  const over = (tag: LanguageTag, danish: Texts): Published => {
    return { texts: ownTexts(texts, tag), danish: sourceTexts(danish, tag), reviews: reviews[tag] };
  };
  const published: HomeEditions['published'] = (tag) => {
    const danish = ownTexts(texts, 'da');
    if (tag === 'da') return ok(over(tag, danish));
    const events = eventsOf('da');
    if (!events.ok) return events;
    // Whoever translates begins from the Danish words in work: they will be published together.
    return ok(over(tag, wordsInWork(danish, events.value)));
  };
  // Most languages have no recordings, and hashing every text takes longer than anything else here.
  const spoken = new Set([...files.keys()].flatMap((path) => /^assets\/audio\/([^/]+)\//.exec(path)?.[1] ?? []));
  return ok({
    published,
    entry: (tag, key) => {
      const base = published(tag);
      const events = base.ok ? eventsOf(tag) : base;
      if (!events.ok) return events;
      if (!base.ok) return base;
      const danish = Object.hasOwn(base.value.danish, key) ? base.value.danish[key] : undefined;
      if (danish === undefined) return ok(null);
      const own = events.value.filter((event) => event.key === key);
      return ok(entryOf({ key, danish, published: base.value }, own, nodeHasher));
    },
    edition: (tag) => {
      const base = published(tag);
      if (!base.ok) return base;
      const events = eventsOf(tag);
      return events.ok ? ok(editionOf(base.value, events.value, nodeHasher)) : events;
    },
    add: (tag, added) => {
      const events = eventsOf(tag);
      return events.ok ? writeEdition(editionPath(folder, tag), { tag, events: [...events.value, ...added] }) : events;
    },
    hasVoice: (tag, text) => {
      const isAnySaid = spoken.has(tag) || recordings.list(tag).recordings.size > 0;
      if (!isAnySaid) return false;
      const hash = clipHash(text, nodeHasher);
      return recordings.has(tag, hash) || files.has(`assets/audio/${tag}/${hash}.opus`);
    },
  });
}

/** Where the events of an edition stand in HOME/translations. */
export function editionPath(folder: string, tag: LanguageTag): string {
  return join(folder, `${tag}.jsonl`);
}

/** The texts of a content version, and how far they have been judged. */
export interface ReadTexts {
  readonly texts: ContentTexts;
  readonly reviews: ReturnType<typeof readReviews>;
}

/** Reads what editions begin from. The words of instruments, which nobody here may change, are left out. */
export function readEditionTexts(files: ContentFiles): Result<ReadTexts, ContentProblem> {
  try {
    return ok({ texts: readTexts(files, []), reviews: readReviews(files) });
  } catch (error) {
    if (error instanceof ContentRefused) return fail(error.problem);
    throw error;
  }
}

/** What a language or dialect words itself, with the words of its desks. */
export function ownTexts({ catalogue, dialects, desk }: ContentTexts, tag: LanguageTag): Texts {
  const dialect = DIALECTS.find((each) => each === tag);
  if (dialect !== undefined) return dialects[dialect];
  const deskLanguage = DESK_LANGUAGES.find((each) => each === tag);
  return deskLanguage === undefined ? catalogue[tag] : { ...catalogue[tag], ...desk[deskLanguage] };
}
