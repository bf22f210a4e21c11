import type { Language } from '../../core/basics/language.ts';
import {
  LONG_GREENLANDIC_WORD,
  MOST_GREENLANDIC_SENTENCES,
  MOST_GREENLANDIC_WORDS,
  sentencesOf,
} from '../../core/translation/readability.ts';
import { characterFaults, labelIn, type CharacterFault } from '../../core/translation/text-faults.ts';
import { inEveryFile, localePath, TEXT_FILE_NAMES, type LocaleFiles, type TextProblem } from './locale-files.ts';

/** Checks the characters and words of every text. */
export function checkWording(locales: LocaleFiles): readonly TextProblem[] {
  return inEveryFile((language, name) =>
    Object.entries(locales[language][name]).flatMap(([key, text]) =>
      wordingRemedies(text, language).map((remedy) => ({ key, remedy })),
    ),
  );
}

/** What to do about the characters and words of a text. */
export function wordingRemedies(text: string, language: Language): readonly string[] {
  const label = labelIn(text, language);
  const remedies = characterFaults(text).map((fault) => CHARACTER_REMEDIES[fault]);
  if (label !== null) remedies.push(`"${label}" labels a person: say it in another way.`);
  return [...new Set(remedies)];
}

const CHARACTER_REMEDIES: Readonly<Record<CharacterFault, string>> = {
  empty: 'The text is empty: write it.',
  superfluousSpaces: 'Remove the superfluous spaces.',
  controlCharacter: 'Remove the invisible character.',
  bidiControl: 'Remove the invisible character.',
  invisibleCharacter: 'Remove the invisible character.',
  notComposed: 'Write each letter with its accent as one character.',
  wrongScript: 'Use Latin letters only.',
};

/** Checks that Greenlandic texts have at most two sentences of at most seven words. */
export function checkGreenlandicLength(locales: LocaleFiles): readonly TextProblem[] {
  return TEXT_FILE_NAMES.flatMap((name) =>
    Object.entries(locales.kl[name]).flatMap(([key, text]) =>
      greenlandicRemedies(text).map((remedy) => ({ file: localePath('kl', name), key, remedy })),
    ),
  );
}

/** What to do about the length of a Greenlandic text. */
export function greenlandicRemedies(text: string): readonly string[] {
  const sentences = sentencesOf(text);
  const longest = Math.max(0, ...sentences.map((sentence) => sentence.split(/\s+/u).length));
  return [
    ...(sentences.length > MOST_GREENLANDIC_SENTENCES ? [`${sentences.length} sentences: two are the most.`] : []),
    ...(longest > MOST_GREENLANDIC_WORDS ? [`${longest} words in a sentence: seven are the most.`] : []),
  ];
}

/** Lists Greenlandic words that hardly fit a card. No mistakes: sometimes there is no shorter word. */
export function longGreenlandicWords(locales: LocaleFiles): readonly TextProblem[] {
  return TEXT_FILE_NAMES.flatMap((name) =>
    Object.entries(locales.kl[name]).flatMap(([key, text]) =>
      (text.match(/\p{L}+/gu) ?? [])
        .filter((word) => word.length > LONG_GREENLANDIC_WORD)
        .map((word) => ({
          file: localePath('kl', name),
          key,
          remedy: `"${word}" has ${word.length} letters: look for a shorter word.`,
        })),
    ),
  );
}

const MOST_WORDS_IN_A_QUESTION = 15;

/** Checks that a Danish or Swedish question is said in one breath. */
export function checkQuestionLength(locales: LocaleFiles): readonly TextProblem[] {
  return (['da', 'sv'] as const).flatMap((language) =>
    Object.entries(locales[language].intake)
      .filter(([key]) => key.endsWith('.title'))
      .map(([key, text]) => ({ key, words: (text.match(/[\p{L}\p{N}]+/gu) ?? []).length }))
      .filter(({ words }) => words > MOST_WORDS_IN_A_QUESTION)
      .map(({ key, words }) => ({
        file: localePath(language, 'intake'),
        key,
        remedy: `${words} words in a question: ${MOST_WORDS_IN_A_QUESTION} are the most.`,
      })),
  );
}
