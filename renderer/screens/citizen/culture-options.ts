import type { Culture } from '../../../core/basics/language.ts';
import type { CardOption } from '../../components/answer-card.tsx';
import type { Words } from '../../i18n/words.ts';

/** The culture versions in the order in which they stand on a screen. */
export const CULTURES = ['greenlandic', 'danish', 'swedish'] as const satisfies readonly Culture[];

/** The culture versions as cards, each with its picture and one line. */
export function cultureOptions(words: Words): readonly CardOption[] {
  return CULTURES.map((culture) => ({
    code: culture,
    label: words.lines(`kiosk.culture.${culture}`, 'plain'),
    line: words.lines(`kiosk.culture.${culture}Line`, 'plain'),
    pictogram: `version-${culture}`,
  }));
}
