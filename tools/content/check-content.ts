import { CULTURES, DIALECTS, LANGUAGES, type Culture, type Language } from '../../core/basics/language.ts';
import { PICTURE_KINDS } from '../../core/intake/picture-code.ts';
import type { Pack } from '../../core/pack/load.ts';
import { requiredTexts } from '../../core/pack/required-texts.ts';
import {
  checkExtra,
  checkMissing,
  checkPlaceholders,
  checkReviews,
  type RequiredKeys,
} from '../locales/completeness.ts';
import { checkDialects } from '../locales/dialect-layers.ts';
import { allTexts, localePath, TEXT_FILE_NAMES, type LocaleFiles, type TextProblem } from '../locales/locale-files.ts';
import { checkReadability, measureReadability, worstReadability, type Passage } from '../locales/readability.ts';
import { checkKeysExist, checkKeysUsed, namedKeys } from '../locales/usage.ts';
import { checkGreenlandicLength, checkQuestionLength, checkWording, longGreenlandicWords } from '../locales/wording.ts';
import { checkCodes } from './check-codes.ts';
import type { ContentSource } from './content-source.ts';
import { checkPageOneLabels } from './page-one-labels.ts';
import { parseContent, type ParsedContent } from './parse-content.ts';
import { checkPictograms } from './pictograms.ts';

/** What `npm run check:content -- --json` tells in one line. */
export interface ContentSummary {
  /** Different questions over all versions. */
  readonly items: number;
  readonly overlayChanges: Readonly<Record<Culture, number>>;
  /** Texts of each language. */
  readonly texts: Readonly<Record<Language, number>>;
  /** Texts that a language lacks. */
  readonly missing: number;
  /** The LIX of the section that is hardest to read, with one decimal. */
  readonly lix: { readonly da: number; readonly sv: number };
  readonly problems: number;
}

/** What the check of the content has found. */
export interface ContentReport {
  readonly problems: readonly TextProblem[];
  /** Worth a look, but no mistakes. */
  readonly notes: readonly TextProblem[];
  readonly summary: ContentSummary;
}

/** Checks the pack and every text. What cannot be read is reported, and checked no further. */
export function checkContent(source: ContentSource): ContentReport {
  const content = parseContent(source);
  const { pack, locales } = content;
  const required = pack === null ? null : requiredKeys(pack);
  const passages = locales === null ? [] : measureReadability(locales, pack);
  const missing = locales === null || required === null ? [] : checkMissing(locales, required);
  const problems = [
    ...content.problems,
    ...[...content.packFiles].flatMap(([file, json]) => checkPictograms(file, json, source.pictograms)),
    ...missing,
    ...(locales === null ? [] : checkTexts(locales, content, source)),
    ...checkReadability(passages),
    ...(locales === null || required === null ? [] : checkExtra(locales, required)),
    ...(locales === null || pack === null ? [] : checkTextsOfPack(locales, pack, content)),
  ];
  return {
    problems,
    notes: locales === null ? [] : longGreenlandicWords(locales),
    summary: summaryOf(content, passages, { missing: missing.length, problems: problems.length }),
  };
}

/** The checks of texts that need no pack. */
function checkTexts(
  locales: LocaleFiles,
  { dialects, reviews }: ParsedContent,
  { program, channels }: ContentSource,
): readonly TextProblem[] {
  const danish = allTexts(locales.da);
  const keys = new Set(Object.keys(danish));
  const named = namedKeys(program);
  const states = [
    ...LANGUAGES.map((tag) => ({ tag, texts: allTexts(locales[tag]) })),
    ...DIALECTS.map((tag) => ({ tag, texts: allTexts(dialects[tag]) })),
  ];
  return [
    ...checkPlaceholders(locales),
    ...checkWording(locales),
    ...checkGreenlandicLength(locales),
    ...checkQuestionLength(locales),
    ...checkDialects(locales, dialects),
    ...states.flatMap(({ tag, texts }) => {
      const review = reviews[tag];
      return review === null ? [] : checkReviews(localePath(tag, 'review'), { texts, danish, review });
    }),
    ...checkKeysExist(program, keys, channels),
    ...TEXT_FILE_NAMES.flatMap((name) => checkKeysUsed(localePath('da', name), Object.keys(locales.da[name]), named)),
  ];
}

/** The checks that hold texts and pack against each other. */
function checkTextsOfPack(locales: LocaleFiles, pack: Pack, { register }: ParsedContent): readonly TextProblem[] {
  return [
    ...checkPageOneLabels(locales, pack),
    ...(register === null ? [] : checkCodes(register, pack, locales.da.intake)),
  ];
}

function requiredKeys(pack: Pack): RequiredKeys {
  const intake = new Map<string, Culture[]>();
  for (const culture of CULTURES)
    for (const key of new Set(requiredTexts(pack[culture]))) intake.set(key, [...(intake.get(key) ?? []), culture]);
  const pictures = PICTURE_KINDS.flatMap(({ kind, pictures: names }) => [
    `pictures.kind.${kind}`,
    ...names.map((name) => `pictures.${kind}.${name}`),
  ]);
  return { intake, pictures };
}

function summaryOf(
  { pack, overlayChanges, locales }: ParsedContent,
  passages: readonly Passage[],
  found: Pick<ContentSummary, 'missing' | 'problems'>,
): ContentSummary {
  const count = (language: Language): number =>
    locales === null ? 0 : Object.keys(allTexts(locales[language])).length;
  const lix = (language: 'da' | 'sv'): number =>
    passages.length === 0 ? 0 : Math.round(worstReadability(passages, language) * 10) / 10;
  const items = pack === null ? [] : CULTURES.flatMap((culture) => [...pack[culture].byLinkId.keys()]);
  return {
    items: new Set(items).size,
    overlayChanges,
    texts: { kl: count('kl'), da: count('da'), sv: count('sv') },
    missing: found.missing,
    lix: { da: lix('da'), sv: lix('sv') },
    problems: found.problems,
  };
}
