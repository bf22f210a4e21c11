import type { SentLetter } from '../../../ipc/contract.ts';
import type { SlipRow } from '../../components/slip-card.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';

/** What a person may write down of a letter: its number, the day, and which of 14 days that is where it counts. */
export function slipRows(
  {
    kiosk,
    seq,
    shortHash,
    day,
    isDayOneOf14,
  }: Pick<SentLetter, 'kiosk' | 'seq' | 'shortHash' | 'day' | 'isDayOneOf14'>,
  words: Words,
): readonly SlipRow[] {
  const number = (value: number): string => formatNumber(value, words.language);
  const rows = [
    { name: words.say('kiosk.sent.number'), value: `${kiosk}-${seq}-${shortHash}` },
    { name: words.say('kiosk.sent.date'), value: formatDay(day, words.say) },
  ];
  if (!isDayOneOf14) return rows;
  const value = words.say('letter.sent.dayOf', { day: number(1), days: number(14) });
  return [...rows, { name: words.say('letter.sent.day'), value }];
}
