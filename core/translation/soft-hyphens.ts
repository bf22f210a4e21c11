import type { Language } from '../basics/language.ts';

const SOFT_HYPHEN = '\u00AD';

/** Shorter words fit on a line and look better whole. */
const LONG_WORD = /(?<!\p{L})[a-zæøå]{11,}(?!\p{L})/giu;

/** So many letters at least stay together at either end of a word. */
const LETTERS_AT_AN_END = 3;

/**
 * Marks with U+00AD where long Greenlandic words may break. Windows do not know Greenlandic hyphenation; Danish and
 * Swedish, which they do know, come back unchanged.
 *
 * A word breaks before the last consonant in front of a vowel ("ng" is one consonant), and between two unlike vowels
 * except "ai": `pin-ngit-suu-i-sin-naa-jun-naar-neq`. Doing it twice changes nothing.
 */
export function softHyphenate(text: string, language: Language): string {
  if (language !== 'kl') return text;
  return text.replaceAll(SOFT_HYPHEN, '').replace(LONG_WORD, hyphenated);
}

function hyphenated(word: string): string {
  const inner = Array.from(word.slice(LETTERS_AT_AN_END, -LETTERS_AT_AN_END));
  const middle = inner.map((letter, index) =>
    breaksBefore(word, index + LETTERS_AT_AN_END) ? SOFT_HYPHEN + letter : letter,
  );
  const last = word.length - LETTERS_AT_AN_END;
  const end = (breaksBefore(word, last) ? SOFT_HYPHEN : '') + word.slice(last);
  return word.slice(0, LETTERS_AT_AN_END) + middle.join('') + end;
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
