import type { Dialect, LanguageTag } from '../../../core/basics/language.ts';
import type { LanguageCard, LanguageCardFamily } from '../../components/language-cards.tsx';
import { languageFamilies } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';

/**
 * The languages and dialects as cards, each named in its own language.
 *
 * @param lineKey a line under the name of each language; dialects have none
 */
export function languageCards(
  words: Words,
  dialects: readonly Dialect[],
  lineKey: string | null,
): readonly LanguageCardFamily[] {
  const named = (tag: LanguageTag): LanguageCard => ({
    tag,
    name: { language: tag, text: words.sayIn(tag, `kiosk.languageName.${tag}`) },
  });
  const withLine = (tag: LanguageTag): LanguageCard =>
    lineKey === null ? named(tag) : { ...named(tag), line: { language: tag, text: words.sayIn(tag, lineKey) } };
  return languageFamilies(dialects).map((family) => ({
    language: withLine(family.language),
    dialects: family.dialects.map(named),
  }));
}
