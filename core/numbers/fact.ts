import type { Culture, LanguageTag } from '../basics/language.ts';
import { NON_ANSWERS } from '../pack/condition.ts';
import type { Pack } from '../pack/load.ts';
import type { Track } from '../questionnaire/flow.ts';

/** The name of an item, out of the pack that asks it: no word of a person can be one. */
export type ItemName = string & { readonly __brand: 'ItemName' };

/** Finds an item of the pack by its linkId; null where no version asks it. */
export function itemNameOf(pack: Pack, linkId: string): ItemName | null {
  const found = Object.values(pack).find(({ byLinkId }) => byLinkId.has(linkId));
  // The only place where a name is made, beside the check that it is one.
  return found === undefined ? null : (linkId as ItemName);
}

/** The screens around the questions on which a visit can end, once its questions have begun. */
export const STOP_SCREENS = [
  ...(['language', 'culture', 'whoCanSee', 'track'] as const),
  ...(['offerCode', 'underAge', 'offerAlone', 'readBack'] as const),
] as const;

/** The screens before the questions, where somebody can turn away. */
export const FIRST_SCREENS = ['culture', 'whoCanSee', 'track'] as const;

/** How an item came to stand without a value in what was sent. That the short track leaves it out is not counted. */
export const COUNTED_NON_ANSWERS = [...NON_ANSWERS, 'helperPresent', 'leftOpen'] as const;

/** How long it took until somebody pressed "I am here". `calledOff`: the call ended before anybody did. */
export const CALL_TIMES = ['within1Minute', 'within2Minutes', 'within5Minutes', 'later', 'calledOff'] as const;

/** How long it took from Send until the kiosk had the centre's signature. */
export const RECEIPT_TIMES = ['within1Day', 'within3Days', 'within7Days', 'within14Days', 'later'] as const;

/** An item of what was sent that has no value. */
export interface CountedNonAnswer {
  readonly item: ItemName;
  readonly kind: (typeof COUNTED_NON_ANSWERS)[number];
}

/**
 * Something that is counted when it happens: words of closed lists and names of items, so that no answer, no name, no
 * moment and no identifier fits in.
 *
 * - started: the first question of a visit came, in this language and culture version
 * - turnedAway: a visit ended on a screen before its first question
 * - sent: an intake was sealed
 * - stopped: a visit ended for good without being sent, here
 * - called: a call for somebody of the house was answered, or called off
 * - receipted: the centre has signed for an intake
 */
export type CountedFact =
  | { readonly kind: 'started'; readonly language: LanguageTag; readonly culture: Culture; readonly track: Track }
  | { readonly kind: 'turnedAway'; readonly at: (typeof FIRST_SCREENS)[number] }
  | { readonly kind: 'sent'; readonly nonAnswers: readonly CountedNonAnswer[] }
  | { readonly kind: 'stopped'; readonly at: ItemName | (typeof STOP_SCREENS)[number] }
  | { readonly kind: 'called'; readonly time: (typeof CALL_TIMES)[number] }
  | { readonly kind: 'receipted'; readonly time: (typeof RECEIPT_TIMES)[number] };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * How long an answered call took.
 *
 * @param waitedMs in uptime; null where nobody came before it ended
 */
export function callTime(waitedMs: number | null): (typeof CALL_TIMES)[number] {
  if (waitedMs === null) return 'calledOff';
  if (waitedMs <= MINUTE_MS) return 'within1Minute';
  if (waitedMs <= 2 * MINUTE_MS) return 'within2Minutes';
  return waitedMs <= 5 * MINUTE_MS ? 'within5Minutes' : 'later';
}

/**
 * How long a receipt took.
 *
 * @param waitedMs by the clock of the day, which may have been set back meanwhile
 */
export function receiptTime(waitedMs: number): (typeof RECEIPT_TIMES)[number] {
  if (waitedMs <= DAY_MS) return 'within1Day';
  if (waitedMs <= 3 * DAY_MS) return 'within3Days';
  if (waitedMs <= 7 * DAY_MS) return 'within7Days';
  return waitedMs <= 14 * DAY_MS ? 'within14Days' : 'later';
}
