import { LANGUAGES, type Language } from '../../core/basics/language.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import type { ReviewFile } from '../../core/translation/review.ts';
import {
  allTexts,
  localePath,
  TEXT_FILES,
  TEXT_FILE_NAMES,
  type LocaleFiles,
  type TextProblem,
} from './locale-files.ts';
import { textHash } from './review-update.ts';

/** Keys that must stand in a file because data asks for them, and nothing else may stand there. */
export interface RequiredKeys {
  readonly intake: readonly string[];
  readonly pictures: readonly string[];
}

/** Checks that every language has every text: Danish against the data, the others against Danish. */
export function checkKeys(locales: LocaleFiles, required: RequiredKeys): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  for (const name of TEXT_FILE_NAMES) {
    const danish = name === 'intake' || name === 'pictures' ? required[name] : Object.keys(locales.da[name]);
    for (const language of LANGUAGES) {
      const file = localePath(language, name);
      problems.push(...differences(file, Object.keys(locales[language][name]), danish));
      problems.push(...strangers(file, Object.keys(locales[language][name]), TEXT_FILES[name]));
    }
  }
  return problems;
}

function differences(file: string, keys: readonly string[], wanted: readonly string[]): readonly TextProblem[] {
  const missing = wanted.filter((key) => !keys.includes(key));
  const extra = keys.filter((key) => !wanted.includes(key));
  return [
    ...missing.map((key) => ({ file, key, remedy: 'This text is missing: write it.' })),
    ...extra.map((key) => ({ file, key, remedy: 'Nothing asks for this text: remove it, or check the key.' })),
  ];
}

function strangers(file: string, keys: readonly string[], start: string): readonly TextProblem[] {
  return keys
    .filter((key) => !key.startsWith(start))
    .map((key) => ({ file, key, remedy: `Keys of this file begin with "${start}".` }));
}

/** Finds keys that a JSON file says twice; reading it would silently keep the last. */
export function checkDoubledKeys(file: string, json: string): readonly TextProblem[] {
  const keys = Array.from(json.matchAll(/^\s*"([^"]+)":/gm), ([, key]) => key ?? '');
  const doubled = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...doubled].map((key) => ({ file, key, remedy: 'This key stands twice: keep one.' }));
}

const PLACEHOLDER = /\{\{\w+\}\}/g;

/** Checks that a text has the placeholders of the Danish one, each as often. */
export function checkPlaceholders(locales: LocaleFiles): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  for (const name of TEXT_FILE_NAMES)
    for (const language of LANGUAGES)
      for (const [key, text] of Object.entries(locales[language][name])) {
        const danish = placeholders(locales.da[name][key] ?? text);
        const remedy = `Use the placeholders of the Danish text: ${danish || 'none'}.`;
        if (placeholders(text) !== danish) problems.push({ file: localePath(language, name), key, remedy });
      }
  return problems;
}

function placeholders(text: string): string {
  return (text.match(PLACEHOLDER) ?? []).sort().join(' ');
}

/** Checks that every text has a review state that was made for the texts of today. */
export function checkReviews(
  locales: LocaleFiles,
  reviews: Readonly<Record<Language, ReviewFile>>,
): readonly TextProblem[] {
  const danish = allTexts(locales.da);
  return LANGUAGES.flatMap((language) => {
    const file = localePath(language, 'review');
    const texts = allTexts(locales[language]);
    const dead = Object.keys(reviews[language].texts).filter((key) => !Object.hasOwn(texts, key));
    const stale = Object.keys(texts).filter((key) => !isFresh(key, texts, danish, reviews[language]));
    const remedy = 'Run npx tsx tools/review-states.ts';
    return [
      ...dead.map((key) => ({ file, key, remedy: `The text is gone. ${remedy}` })),
      ...stale.map((key) => ({ file, key, remedy: `The text is new or has changed. ${remedy}` })),
    ];
  });
}

function isFresh(key: string, texts: Texts, danish: Texts, reviews: ReviewFile): boolean {
  const state = reviews.texts[key];
  return state?.text === textHash(texts[key] ?? '') && state.source === textHash(danish[key] ?? '');
}
