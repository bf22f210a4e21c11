import { languageOf, type LanguageTag } from '../basics/language.ts';
import {
  HARDEST_LIX,
  LONG_GREENLANDIC_WORD,
  lix,
  MOST_GREENLANDIC_SENTENCES,
  MOST_GREENLANDIC_WORDS,
  sentencesOf,
  wordsOf,
} from './readability.ts';
import { missingTerms } from './terms.ts';
import { textFaults, type TextFault } from './text-faults.ts';

/** The measure of fewer words says nothing: one long word among them makes it high. */
const FEWEST_WORDS = 6;

/**
 * What a text would be better with. It keeps nobody from keeping the words.
 *
 * - longerThanKnown: longer than anything that is known to fit there; the preview tells whether it does
 * - hardToRead: LIX above what the texts of a language aim at
 * - longSentence, manySentences, longWord: above what Greenlandic texts aim at
 * - otherTerm: another word than the usual one for what the Danish text says
 * - pluralOne, pluralOther: which numbers this form of the text is for, and that the other form needs words too
 */
export type TextAdvice =
  | { readonly kind: 'longerThanKnown'; readonly length: number; readonly room: number }
  | { readonly kind: 'hardToRead'; readonly lix: number; readonly most: number }
  | { readonly kind: 'longSentence'; readonly words: number; readonly most: number }
  | { readonly kind: 'manySentences'; readonly sentences: number; readonly most: number }
  | { readonly kind: 'longWord'; readonly word: string }
  | { readonly kind: 'otherTerm'; readonly term: string }
  | { readonly kind: 'pluralOne' | 'pluralOther' };

/** What is looked at while somebody types. */
export interface TypedText {
  readonly text: string;
  readonly key: string;
  readonly tag: LanguageTag;
  readonly danish: string;
  /** See `TextRow`. */
  readonly room: number;
}

/** What is wrong with a text, which keeps it from being kept, and what it would be better with. */
export interface TextCheck {
  readonly faults: readonly TextFault[];
  readonly advice: readonly TextAdvice[];
}

/** Looks at a text while it is typed. */
export function checkTyped(typed: TypedText): TextCheck {
  const { text, tag, danish } = typed;
  const faults = textFaults(text, { source: danish, tag });
  const isLookedAt = !faults.includes('empty') && !faults.includes('tooLong');
  return { faults, advice: isLookedAt ? adviceOn(typed) : [] };
}

function adviceOn({ text, key, tag, danish, room }: TypedText): readonly TextAdvice[] {
  const language = languageOf(tag);
  return [
    ...(text.length > room ? [{ kind: 'longerThanKnown', length: text.length, room } as const] : []),
    ...(language === 'kl' ? greenlandicAdvice(text) : readability(text, language)),
    ...missingTerms(text, danish, language).map((term) => ({ kind: 'otherTerm', term }) as const),
    ...pluralAdvice(key),
  ];
}

function readability(text: string, language: keyof typeof HARDEST_LIX): readonly TextAdvice[] {
  const measured = Math.round(lix([text]));
  const most = HARDEST_LIX[language];
  const isMeasured = wordsOf(text).length >= FEWEST_WORDS;
  return isMeasured && measured > most ? [{ kind: 'hardToRead', lix: measured, most }] : [];
}

function greenlandicAdvice(text: string): readonly TextAdvice[] {
  const sentences = sentencesOf(text);
  const longest = Math.max(...sentences.map((sentence) => sentence.split(/\s+/u).length));
  return [
    ...(longest > MOST_GREENLANDIC_WORDS
      ? [{ kind: 'longSentence', words: longest, most: MOST_GREENLANDIC_WORDS } as const]
      : []),
    ...(sentences.length > MOST_GREENLANDIC_SENTENCES
      ? [{ kind: 'manySentences', sentences: sentences.length, most: MOST_GREENLANDIC_SENTENCES } as const]
      : []),
    ...wordsOf(text)
      .filter((word) => word.length > LONG_GREENLANDIC_WORD)
      .map((word) => ({ kind: 'longWord', word }) as const),
  ];
}

function pluralAdvice(key: string): readonly TextAdvice[] {
  if (key.endsWith('_one')) return [{ kind: 'pluralOne' }];
  return key.endsWith('_other') ? [{ kind: 'pluralOther' }] : [];
}
