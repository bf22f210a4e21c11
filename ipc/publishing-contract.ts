import type { Language, LanguageTag } from '../core/basics/language.ts';
import type { LeftOut } from '../core/translation/publication.ts';
import type { KeyFault, TextFault } from '../core/translation/text-faults.ts';

/**
 * Something for which nothing is published.
 *
 * - text: words that no text may have
 * - instrument: a file of HOME/instruments that cannot be used
 * - missingText: a text that a version of the questions shows, and a language lacks
 * - pack: a question that does not fit the others
 * - file: a file of the program that cannot be used
 */
export type PublicationFault =
  | {
      readonly kind: 'text';
      readonly tag: LanguageTag;
      readonly key: string;
      readonly fault: TextFault | KeyFault;
    }
  | { readonly kind: 'missingText'; readonly language: Language; readonly key: string }
  | { readonly kind: 'pack'; readonly file: string; readonly place: string }
  | { readonly kind: 'instrument' | 'file'; readonly file: string };

/** One text that would be shown with other words; null where there are none. */
export interface ChangedText {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What publishing would change in one language or dialect, against what is in use. */
export interface LanguageToPublish {
  readonly changed: readonly ChangedText[];
  /** Texts that count as judged further than before. */
  readonly judged: readonly string[];
  /** Texts that fall back to a draft or to words of the program, because their Danish text changes. */
  readonly setBack: readonly string[];
  /** Texts whose newest words stay behind, and why. */
  readonly leftOut: Readonly<Record<LeftOut, readonly string[]>>;
}

/** One publication of the house, as the list shows it. */
export interface ShownPublication {
  readonly number: number;
  /** The first part of the content version's id, as files name it. */
  readonly version: string;
  /** Unix time. */
  readonly atMs: number;
  /** First name of who published it; null when they are no longer in the house. */
  readonly by: string | null;
  readonly changed: Readonly<Partial<Record<LanguageTag, number>>>;
  /** It was made over another program, and is made anew when it is taken up. */
  readonly isOfOtherProgram: boolean;
}

/** What the tab of publishing shows. */
export interface PublishingView {
  readonly languages: Readonly<Record<LanguageTag, LanguageToPublish>>;
  /** Recordings and instruments of the house that would go with it. */
  readonly recordings: number;
  readonly instruments: number;
  /** What keeps everything from being published. */
  readonly faults: readonly PublicationFault[];
  /** Whether anything would change. */
  readonly hasNews: boolean;
  /** The newest first. */
  readonly publications: readonly ShownPublication[];
  /** The number of the publication in use; null: the program's own texts. */
  readonly inUse: number | null;
  /** What is in use could not be read when the program started: the program's own texts are shown. */
  readonly isDamaged: boolean;
}

/**
 * Why nothing was published, rolled back or taken up.
 *
 * - damaged, newerFormat, notRead: the texts in work, a content version or a file of the house cannot be read
 * - faults: see the list
 * - nothingNew: it would be what is in use
 * - unknown: there is no such publication, or none to go back from
 * - full, notWritten: the disk did not take it
 */
export type PublishingProblem =
  | { readonly kind: 'faults'; readonly faults: readonly PublicationFault[] }
  | { readonly kind: 'damaged' | 'newerFormat' | 'notRead' | 'nothingNew' | 'unknown' | 'full' | 'notWritten' };
