/** The highest LIX of what people answer questions in: very easy in each language. It says nothing about Greenlandic. */
export const HARDEST_LIX = { da: 25, sv: 30 } as const;

/** Greenlandic words carry a sentence each, so sentences are short in words. Source: docs on Greenlandic texts. */
export const MOST_GREENLANDIC_WORDS = 7;
export const MOST_GREENLANDIC_SENTENCES = 2;
/** One Greenlandic word in a hundred of running text is longer. Source: docs on Greenlandic texts. */
export const LONG_GREENLANDIC_WORD = 28;

const LONG_WORD_LETTERS = 6;

/**
 * Measures readability: words for each sentence, and percent of words longer than six letters, added up. A text without
 * a full stop counts as a sentence.
 *
 * Source: Björnsson, Läsbarhet, 1968
 */
export function lix(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const long = words.filter((word) => word.length > LONG_WORD_LETTERS).length;
  return words.length / texts.flatMap(sentencesOf).length + (100 * long) / words.length;
}

/** The words of a text; what stands for something else until it is shown counts for none. */
export function wordsOf(text: string): readonly string[] {
  return text.replace(/\{\{\w+\}\}/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The sentences of a text. A point inside a date or number ends none. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+(?=\p{Lu})/u).filter((sentence) => sentence.trim() !== '');
}
