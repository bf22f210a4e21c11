import type { MoreWords } from '../../components/more-card.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';

/** What the way to the rest of a list says in the language of the screen. */
export function moreWords(words: Words): MoreWords {
  const number = (value: number): string => formatNumber(value, words.language);
  return {
    label: words.say('kiosk.more'),
    page: (page, pages) => words.say('kiosk.readBack.page', { page: number(page), pages: number(pages) }),
  };
}
