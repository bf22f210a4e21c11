import { localePath, type LocaleFiles, type TextFile, type TextProblem } from './locale-files.ts';
import { sentencesOf } from './wording.ts';

/** Very easy in each language; the measure says nothing about Greenlandic. */
const HARDEST = { da: 25, sv: 30 } as const;
/** Read by people who came for help; the other files are for staff or are single words. */
const CITIZEN_FILES: readonly TextFile[] = ['intake', 'kiosk'];
const LONG_WORD_LETTERS = 6;

/** Checks how hard the citizen's files are to read, each as a whole: a single text is too short to be measured. */
export function checkReadability(locales: LocaleFiles): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  for (const language of ['da', 'sv'] as const)
    for (const name of CITIZEN_FILES) {
      const hardness = lix(Object.values(locales[language][name]));
      const remedy = `LIX is ${hardness.toFixed(1)}, at most ${HARDEST[language]}: use shorter words and sentences.`;
      if (hardness > HARDEST[language]) problems.push({ file: localePath(language, name), key: 'all texts', remedy });
    }
  return problems;
}

/**
 * Measures readability: words for each sentence, and percent of words longer than six letters, added up. A text without
 * a full stop counts as a sentence.
 *
 * Source: Björnsson, Läsbarhet, 1968
 */
export function lix(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap((sentence) => sentence.replace(/\{\{\w+\}\}/g, '').match(/[\p{L}\p{N}]+/gu) ?? []);
  if (words.length === 0) return 0;
  const long = words.filter((word) => word.length > LONG_WORD_LETTERS).length;
  return words.length / sentences.length + (100 * long) / words.length;
}
