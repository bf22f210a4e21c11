import { languageOf, type Language, type LanguageTag } from '../basics/language.ts';
import { MAX_KEY_LENGTH, MAX_TEXT_LENGTH } from './catalogue.ts';

/**
 * What is wrong with the characters of a text.
 *
 * - controlCharacter: a line break, a tab or another character that is none to read
 * - bidiControl: a mark that turns the direction of writing, so that a text reads otherwise than it is kept
 * - invisibleCharacter: a joiner, a byte order mark, a soft hyphen; the screen itself hyphenates
 * - notComposed: a letter and its accent as two characters, which look like the one and are another text
 * - wrongScript: letters of another script than Latin, which may look like Latin ones, or no characters at all
 */
export type CharacterFault =
  | 'empty'
  | 'superfluousSpaces'
  | 'controlCharacter'
  | 'bidiControl'
  | 'invisibleCharacter'
  | 'notComposed'
  | 'wrongScript';

/**
 * What is wrong with the placeholders of a text.
 *
 * - placeholders: others than the source has, or another number of them
 * - strayBrace: a brace that belongs to no placeholder
 * - otherText: `$t(`, at which the window puts another text in, whatever the key behind it names
 */
export type PlaceholderFault = 'placeholders' | 'strayBrace' | 'otherText';

/** Why a text is not taken, whichever way it comes. `labelsAPerson`: kinder words stand in docs/glossary.md. */
export type TextFault = CharacterFault | PlaceholderFault | 'tooLong' | 'labelsAPerson';

/**
 * Why nothing is taken under a key.
 *
 * - badKey: no key of ours looks like it
 * - reservedKey: JavaScript's own name for something that every object has
 * - pluralForm: the language does not have this plural form
 */
export type KeyFault = 'badKey' | 'reservedKey' | 'pluralForm';

/** Words, or beginnings of words, that label a person. */
const LABELS: Readonly<Record<Language, RegExp>> = {
  da: /misbrug|klient|patient|narkoman|alkoholiker|junkie/iu,
  sv: /missbruk|klient|patient|narkoman|alkoholist|knarkare/iu,
  kl: /atornerlui|misbrug|klient|imerajuttoq/iu,
};

const BIDI_CONTROL = /\p{Bidi_Control}/u;
/** U+FFFD stands where somebody read letters wrongly: they are lost. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\uFFFD]/u;
const INVISIBLE = /\p{Cf}/u;
/** `Common` holds digits, marks and signs; half of a surrogate pair and what Unicode has not assigned have no script. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}]/u;

const PLACEHOLDER = /\{\{\w+\}\}/g;

/** Finds what is wrong with a text, the plainest first; an overlong one is looked at no further. */
export function textFaults(
  text: string,
  { source, tag }: { readonly source: string; readonly tag: LanguageTag },
): readonly TextFault[] {
  if (text.length > MAX_TEXT_LENGTH) return ['tooLong'];
  const labels = labelIn(text, languageOf(tag)) === null ? [] : (['labelsAPerson'] as const);
  return [...characterFaults(text), ...placeholderFaults(text, source), ...labels];
}

/** Finds what is wrong with the characters of a text. */
export function characterFaults(text: string): readonly CharacterFault[] {
  const faults: CharacterFault[] = [];
  if (text.trim() === '') faults.push('empty');
  else if (text !== text.trim() || text.includes('  ')) faults.push('superfluousSpaces');
  if (CONTROL.test(text)) faults.push('controlCharacter');
  if (BIDI_CONTROL.test(text)) faults.push('bidiControl');
  else if (INVISIBLE.test(text)) faults.push('invisibleCharacter');
  if (text !== text.normalize('NFC')) faults.push('notComposed');
  else if (OTHER_SCRIPT.test(text.replace(/\p{Cf}/gu, ''))) faults.push('wrongScript');
  return faults;
}

/** Finds what is wrong with the placeholders of a text, held against those of its source. */
export function placeholderFaults(text: string, source: string): readonly PlaceholderFault[] {
  const faults: PlaceholderFault[] = [];
  if (placeholdersOf(text) !== placeholdersOf(source)) faults.push('placeholders');
  if (/[{}]/.test(text.replace(PLACEHOLDER, ''))) faults.push('strayBrace');
  if (text.includes('$t(')) faults.push('otherText');
  return faults;
}

/** The placeholders of a text in the order of the alphabet, each as often as it stands there. */
export function placeholdersOf(text: string): string {
  return (text.match(PLACEHOLDER) ?? []).sort().join(' ');
}

/** Returns the word of a text that labels a person, or null. */
export function labelIn(text: string, language: Language): string | null {
  return LABELS[language].exec(text)?.[0] ?? null;
}

const KEY = /^[\w.@-]+$/;
const RESERVED_KEY = /(^|\.)(__proto__|prototype|constructor)($|\.)/;
/**
 * The suffixes by which i18next tells plural forms apart, but those that each of our languages has, `_one` and `_other`.
 * Source: CLDR, "Language Plural Rules", cardinals of da, kl and sv.
 */
const FOREIGN_PLURAL = /_(zero|two|few|many)$/;

/** Finds out whether texts are taken under a key at all; that the key is a known one is another question. */
export function keyFault(key: string): KeyFault | null {
  if (key.length > MAX_KEY_LENGTH || !KEY.test(key)) return 'badKey';
  if (RESERVED_KEY.test(key)) return 'reservedKey';
  return FOREIGN_PLURAL.test(key) ? 'pluralForm' : null;
}

/** A key that came from outside, as it may be shown: cut to the longest of ours, and `?` for what none of ours has. */
export function shownKey(key: string): string {
  return key.slice(0, MAX_KEY_LENGTH).replace(/[^\w.@-]/g, '?');
}
