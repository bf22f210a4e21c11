import type { Language } from '../basics/language.ts';

/** Where a word may break: nothing is seen of it in the middle of a line. */
export const SOFT_HYPHEN = '\u00AD';

/** Shorter words fit on a line and look better whole. */
const LONG_WORD = /(?<!\p{L})[a-zæøå]{10,}(?!\p{L})/giu;

/** So many letters at least begin a word before it breaks, and end it: a lone "nga" in a line of its own reads badly. */
const LETTERS_AT_THE_START = 3;
const LETTERS_AT_THE_END = 4;

/**
 * Marks with U+00AD where long Greenlandic words may break. Windows do not know Greenlandic hyphenation; Danish and
 * Swedish, which they do know, come back unchanged.
 *
 * A word breaks before the last consonant in front of a vowel ("ng" is one consonant), and between two unlike vowels
 * except "ai": `pin-ngit-suu-i-sin-naa-jun-naarneq`. Doing it twice changes nothing.
 */
export function softHyphenate(text: string, language: Language): string {
  if (language !== 'kl') return text;
  return text.replaceAll(SOFT_HYPHEN, '').replace(LONG_WORD, hyphenated);
}

function hyphenated(word: string): string {
  const lastBreak = word.length - LETTERS_AT_THE_END;
  return Array.from(word)
    .map((letter, place) => {
      const mayBreak = place >= LETTERS_AT_THE_START && place <= lastBreak;
      return mayBreak && breaksBefore(word, place) ? SOFT_HYPHEN + letter : letter;
    })
    .join('');
}

function breaksBefore(word: string, place: number): boolean {
  const before = word.charAt(place - 1).toLowerCase();
  const here = word.charAt(place).toLowerCase();
  if (isVowel(here)) return isVowel(before) && before !== here && before + here !== 'ai';
  if (before + here === 'ng') return false;
  const consonant = word.slice(place, place + 2).toLowerCase() === 'ng' ? 2 : 1;
  return isVowel(word.charAt(place + consonant));
}

function isVowel(letter: string): boolean {
  return /^[aeiouyæøå]$/i.test(letter);
}
