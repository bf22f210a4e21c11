import { LANGUAGE_TAGS, type LanguageTag } from '../../../core/basics/language.ts';
import type { EditionEvent } from '../../../core/translation/edition-events.ts';
import { choosePublication, type Publication, type TextsInWork } from '../../../core/translation/publication.ts';
import type { ContentFiles } from '../../../electron/content/content-files.ts';
import { ownTexts, readEditionTexts } from '../../../electron/translation/home-editions.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { hashOf, translator, treatmentWorker } from '../../core/translation/an-edition.ts';
import { expectOk } from '../../expect-ok.ts';

/** Words by language and dialect, and in them by key. */
export type Words = Partial<Record<LanguageTag, Readonly<Record<string, string>>>>;
export type Events = Partial<Record<LanguageTag, readonly EditionEvent[]>>;

/** Words that somebody has written over Danish ones. */
export function worded(key: string, text: string, danish: string): EditionEvent {
  const hashes = { source: hashOf(danish), instead: hashOf('') };
  return { kind: 'worded', key, text, ...hashes, by: 'E. F.', atMs: 1000 };
}

/** The same, and two people have approved them. */
export function approvedWords(key: string, text: string, danish: string): readonly EditionEvent[] {
  const hashes = { text: hashOf(text), source: hashOf(danish) };
  return [
    worded(key, text, danish),
    ...[translator, treatmentWorker].map((review) => ({ kind: 'judged', key, ...hashes, review }) as const),
  ];
}

/** The events by which words are approved, over the Danish words among them where there are some. */
export function approved(files: ContentFiles, words: Words): Events {
  const { texts } = expectOk(readEditionTexts(files));
  const programs = ownTexts(texts, 'da');
  const danishOf = (tag: LanguageTag, key: string): string =>
    (tag === 'da' ? undefined : words.da?.[key]) ?? programs[key] ?? '';
  const events = LANGUAGE_TAGS.map((tag) => {
    const own = Object.entries(words[tag] ?? {});
    return [tag, own.flatMap(([key, text]) => approvedWords(key, text, danishOf(tag, key)))] as const;
  });
  return Object.fromEntries(events);
}

/** What is published of events over a program's content. */
export function publicationOver(files: ContentFiles, events: Events): { readonly publication: Publication } {
  const { texts, reviews } = expectOk(readEditionTexts(files));
  const inWork = LANGUAGE_TAGS.map((tag) => {
    return [tag, { texts: ownTexts(texts, tag), reviews: reviews[tag], events: events[tag] ?? [] }] as const;
  });
  const all = Object.fromEntries(inWork) as unknown as Readonly<Record<LanguageTag, TextsInWork>>;
  return { publication: choosePublication(all, nodeHasher) };
}
