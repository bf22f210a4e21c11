import { CULTURES, type Culture } from '../../core/basics/language.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import { placeholderFaults, placeholdersOf } from '../../core/translation/text-faults.ts';
import type { ReviewFile } from '../../core/translation/review.ts';
import {
  inEveryFile,
  isWanted,
  TEXT_FILES,
  type LocaleFiles,
  type TextFile,
  type TextProblem,
} from './locale-files.ts';
import { textHash } from './review-update.ts';

/** Keys that must stand in a file because data asks for them, and nothing else may stand there. */
export interface RequiredKeys {
  /** With the culture versions that show each text. */
  readonly intake: ReadonlyMap<string, readonly Culture[]>;
  readonly pictures: readonly string[];
}

/** Finds the texts that a language lacks: Danish against the data, the others against Danish. */
export function checkMissing(locales: LocaleFiles, required: RequiredKeys): readonly TextProblem[] {
  return inEveryFile((language, name) => {
    const texts = locales[language][name];
    if (!isWanted(language, name)) return [];
    return wantedKeys(locales, required, name)
      .filter((key) => !Object.hasOwn(texts, key))
      .map((key) => ({ key, remedy: `This text is missing${neededBy(required.intake.get(key))}: write it.` }));
  });
}

/** Finds the texts that nothing asks for, and those in another file than their own. */
export function checkExtra(locales: LocaleFiles, required: RequiredKeys): readonly TextProblem[] {
  return inEveryFile((language, name) => {
    const wanted = new Set(wantedKeys(locales, required, name));
    const start = TEXT_FILES[name];
    return Object.keys(locales[language][name]).flatMap((key) => [
      ...(wanted.has(key) ? [] : [{ key, remedy: 'Nothing asks for this text: remove it, or mend the key.' }]),
      ...(key.startsWith(start) ? [] : [{ key, remedy: `Keys of this file begin with "${start}".` }]),
    ]);
  });
}

function wantedKeys(locales: LocaleFiles, required: RequiredKeys, name: TextFile): readonly string[] {
  if (name === 'intake') return [...required.intake.keys()];
  return name === 'pictures' ? required.pictures : Object.keys(locales.da[name]);
}

function neededBy(cultures: readonly Culture[] = CULTURES): string {
  const shown = cultures.length === CULTURES.length ? [] : cultures;
  return shown.length === 0 ? '' : `, which the ${shown.join(' and the ')} version shows`;
}

/** Texts that are shown as they stand: nobody would fill a placeholder in them. */
const SHOWN_AS_THEY_STAND: readonly TextFile[] = ['intake', 'pictures'];

/** Checks that a text has the placeholders of the Danish one, each as often, and that each is one. */
export function checkPlaceholders(locales: LocaleFiles): readonly TextProblem[] {
  return inEveryFile((language, name) =>
    Object.entries(locales[language][name]).flatMap(([key, text]) =>
      placeholderRemedies(text, locales.da[name][key] ?? text, name).map((remedy) => ({ key, remedy })),
    ),
  );
}

/** What to do about the placeholders of a text, held against those of its source. */
export function placeholderRemedies(text: string, source: string, name: TextFile): readonly string[] {
  const remedies: string[] = [];
  const faults = placeholderFaults(text, source);
  const found = placeholdersOf(text);
  if (faults.includes('placeholders'))
    remedies.push(`Use the placeholders of the Danish text: ${placeholdersOf(source) || 'none'}.`);
  else if (found !== '' && SHOWN_AS_THEY_STAND.includes(name)) remedies.push(`Nothing fills ${found}: remove it.`);
  if (faults.includes('strayBrace')) remedies.push('Write a placeholder as {{name}}, and no other { or }.');
  if (faults.includes('otherText')) remedies.push('Remove "$t(": the window would put another text there.');
  return remedies;
}

/** Checks that every text of a language has a review state that was made for the texts of today. */
export function checkReviews(
  file: string,
  { texts, danish, review }: { readonly texts: Texts; readonly danish: Texts; readonly review: ReviewFile },
): readonly TextProblem[] {
  const remedy = 'Run npx tsx tools/review-states.ts';
  const isFresh = (key: string): boolean => {
    const state = review.texts[key];
    return state?.text === textHash(texts[key] ?? '') && state.source === textHash(danish[key] ?? '');
  };
  const dead = Object.keys(review.texts).filter((key) => !Object.hasOwn(texts, key));
  const stale = Object.keys(texts).filter((key) => !isFresh(key));
  return [
    ...dead.map((key) => ({ file, key, remedy: `The text is gone. ${remedy}` })),
    ...stale.map((key) => ({ file, key, remedy: `The text is new or has changed. ${remedy}` })),
  ];
}
