import { CULTURES } from '../../core/basics/language.ts';
import type { Pack } from '../../core/pack/load.ts';
import { textParts } from '../../core/pack/required-texts.ts';
import { HARDEST_LIX, lix, wordsOf } from '../../core/translation/readability.ts';
import { textKey, type CultureVersion } from '../../core/questionnaire/culture-version.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import { localePath, TEXT_FILE_NAMES, type LocaleFiles, type TextFile, type TextProblem } from './locale-files.ts';

type Measured = keyof typeof HARDEST_LIX;
const MEASURED: readonly Measured[] = ['da', 'sv'];

/** Read by people who work in the house or at the centre; everybody else's words are measured, also a file added later. */
const OTHERS_FILES: readonly TextFile[] = ['staff', 'page-one', 'desk'];
const CITIZEN_FILES = TEXT_FILE_NAMES.filter((name) => !OTHERS_FILES.includes(name));
/** Fewer words are too few for the measure to be steady. */
const FEWEST_WORDS = 100;
/** How many of the hardest texts a problem names: where to begin. */
const NAMED_TEXTS = 3;

/** A part of the texts that is read in one go: a section of a culture version, or a whole file. */
export interface Passage {
  readonly language: Measured;
  readonly file: string;
  readonly key: string;
  readonly isSection: boolean;
  readonly texts: Texts;
  readonly lix: number;
}

/** Measures the citizen's texts: each section of each culture version that is long enough, and each file. */
export function measureReadability(locales: LocaleFiles, pack: Pack | null): readonly Passage[] {
  return MEASURED.flatMap((language) => [
    ...(pack === null ? [] : sections(locales[language].intake, pack))
      .filter(({ texts }) => Object.values(texts).flatMap(wordsOf).length >= FEWEST_WORDS)
      .map(({ key, texts }) => passage({ language, name: 'intake', key, isSection: true }, texts)),
    ...CITIZEN_FILES.map((name) =>
      passage({ language, name, key: 'all texts', isSection: false }, locales[language][name]),
    ),
  ]);
}

interface Place {
  readonly language: Measured;
  readonly name: TextFile;
  readonly key: string;
  readonly isSection: boolean;
}

function passage({ language, name, key, isSection }: Place, texts: Texts): Passage {
  return { language, file: localePath(language, name), key, isSection, texts, lix: lix(Object.values(texts)) };
}

/** Finds the passages that are hard to read. */
export function checkReadability(passages: readonly Passage[]): readonly TextProblem[] {
  return passages
    .filter((each) => each.lix > HARDEST_LIX[each.language])
    .map((each) => ({
      file: each.file,
      key: each.key,
      remedy: `LIX is ${each.lix.toFixed(1)}, at most ${HARDEST_LIX[each.language]}: use shorter words and sentences. Begin with ${hardest(each.texts).join(', ')}.`,
    }));
}

/** The highest LIX of any section in a language; of its files where no section is long enough. */
export function worstReadability(passages: readonly Passage[], language: Measured): number {
  const own = passages.filter((each) => each.language === language);
  const measured = own.some(({ isSection }) => isSection) ? own.filter(({ isSection }) => isSection) : own;
  return Math.max(...measured.map((each) => each.lix));
}

function sections(intake: Texts, pack: Pack): readonly { readonly key: string; readonly texts: Texts }[] {
  return CULTURES.flatMap((culture) =>
    pack[culture].sections.map((section) => ({
      key: `the section "${section}" of the ${culture} version`,
      texts: sectionTexts(pack[culture], section, intake),
    })),
  );
}

function sectionTexts(version: CultureVersion, section: string, texts: Texts): Texts {
  const keys = version.items
    .filter(({ item }) => item.section === section)
    .flatMap(({ item }) => textParts(item).map((part) => textKey(version, item.linkId, part)));
  return Object.fromEntries(keys.flatMap((key) => (texts[key] === undefined ? [] : [[key, texts[key]]])));
}

function hardest(texts: Texts): readonly string[] {
  return Object.entries(texts)
    .map(([key, text]) => ({ key, hardness: lix([text]) }))
    .sort((one, other) => other.hardness - one.hardness)
    .slice(0, NAMED_TEXTS)
    .map(({ key }) => key);
}
