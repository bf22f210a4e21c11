import { CULTURES, LANGUAGES } from '../../core/basics/language.ts';
import type { Pack } from '../../core/pack/load.ts';
import { localePath, type LocaleFiles, type TextProblem } from '../locales/locale-files.ts';

const FLAG = 'pageOne.flag.';
const ITEM = 'pageOne.item.';

/**
 * Checks the labels on page 1 against what they are for: each safety rule and each question has one, and no label is
 * left of something that is gone. Page 1 falls back to the question's own words, which takes up room there.
 */
export function checkPageOneLabels(locales: LocaleFiles, pack: Pack): readonly TextProblem[] {
  const rules = pack.danish.safety.map(({ id }) => FLAG + id);
  const items = CULTURES.flatMap((culture) => pack[culture].items.map(({ item }) => ITEM + item.linkId));
  const wanted = new Set([...rules, ...items]);
  return LANGUAGES.flatMap((language) => {
    const file = localePath(language, 'page-one');
    const texts = locales[language]['page-one'];
    const labels = Object.keys(texts).filter((key) => key.startsWith(FLAG) || key.startsWith(ITEM));
    return [
      ...[...wanted]
        .filter((key) => !Object.hasOwn(texts, key))
        .map((key) => ({ file, key, remedy: 'Page 1 has no short label for this: write it.' })),
      ...labels
        .filter((key) => !wanted.has(key))
        .map((key) => ({ file, key, remedy: 'No question or rule is called so any more: remove the label.' })),
    ];
  });
}
