import { LANGUAGES, type Language } from '../../core/basics/language.ts';
import { localePath, TEXT_FILE_NAMES, type LocaleFiles, type TextProblem } from './locale-files.ts';

/** Words, or beginnings of words, that label a person. Kinder ones stand in docs/glossary.md. */
const FORBIDDEN_WORDS: Readonly<Record<Language, RegExp>> = {
  da: /misbrug|klient|narkoman|alkoholiker|junkie/iu,
  sv: /missbruk|klient|narkoman|alkoholist|knarkare/iu,
  kl: /atornerlui|misbrug|klient|imerajuttoq/iu,
};

// Control characters, and invisible ones that turn or glue text (bidi marks, joiners, a byte order mark, soft hyphens).
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Checks the characters and words of every text. */
export function checkWording(locales: LocaleFiles): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  for (const language of LANGUAGES)
    for (const name of TEXT_FILE_NAMES)
      for (const [key, text] of Object.entries(locales[language][name]))
        for (const remedy of wordingRemedies(text, language))
          problems.push({ file: localePath(language, name), key, remedy });
  return problems;
}

function wordingRemedies(text: string, language: Language): readonly string[] {
  const remedies: string[] = [];
  const forbidden = FORBIDDEN_WORDS[language].exec(text)?.[0];
  if (text.trim() === '') remedies.push('The text is empty: write it.');
  else if (text !== text.trim() || text.includes('  ')) remedies.push('Remove the superfluous spaces.');
  if (INVISIBLE.test(text)) remedies.push('Remove the invisible character.');
  if (forbidden !== undefined) remedies.push(`"${forbidden}" labels a person: say it in another way.`);
  return remedies;
}

/** Greenlandic words carry a sentence each, so sentences are short in words. Source: docs on Greenlandic texts. */
const MOST_WORDS_IN_A_SENTENCE = 7;
const MOST_SENTENCES = 2;

/** Checks that Greenlandic texts have at most two sentences of at most seven words. */
export function checkGreenlandicLength(locales: LocaleFiles): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  for (const name of TEXT_FILE_NAMES)
    for (const [key, text] of Object.entries(locales.kl[name])) {
      const sentences = sentencesOf(text);
      const longest = Math.max(0, ...sentences.map((sentence) => sentence.split(/\s+/u).length));
      const report = (remedy: string): number => problems.push({ file: localePath('kl', name), key, remedy });
      if (sentences.length > MOST_SENTENCES) report(`${sentences.length} sentences: two are the most.`);
      if (longest > MOST_WORDS_IN_A_SENTENCE) report(`${longest} words in a sentence: seven are the most.`);
    }
  return problems;
}

/** The sentences of a text. A point inside a date or number ends none. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+(?=\p{Lu})/u).filter((sentence) => sentence.trim() !== '');
}
