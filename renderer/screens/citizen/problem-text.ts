import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import type { VisitState } from './use-visit.ts';

const SECONDS_IN_A_MINUTE = 60;

/** Says what is in the way; where somebody has to wait, for how long, in seconds only when it is less than a minute. */
export function problemText({ problem, waitSeconds }: VisitState, words: Words): string | null {
  if (problem === null) return null;
  if (waitSeconds === null) return words.say(problem);
  const isShort = waitSeconds < SECONDS_IN_A_MINUTE;
  const count = isShort ? waitSeconds : Math.ceil(waitSeconds / SECONDS_IN_A_MINUTE);
  return words.say(isShort ? 'presence.code.waitSeconds' : 'presence.code.waitMinutes', {
    count: formatNumber(count, words.language),
  });
}
