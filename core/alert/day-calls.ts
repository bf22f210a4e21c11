import type { AlertEntry } from './alert-entry.ts';

/**
 * A call as the house is reminded of it on its day. Neither why somebody was called nor what was noted is in it: either
 * would tell a colleague something about an answer.
 */
export interface DayCall {
  readonly number: number;
  /** UTC. */
  readonly at: string;
  readonly isTest: boolean;
  /** After how many seconds somebody said "I am here"; null where nobody has. */
  readonly hereAfterSeconds: number | null;
  readonly wasSecondCalled: boolean;
  readonly wereNumbersShown: boolean;
  readonly isOver: boolean;
}

/**
 * Reads the calls of a day out of the house's list, the last one first.
 *
 * @param entries oldest first
 * @param isOfDay takes a moment in UTC
 */
export function dayCalls(entries: readonly AlertEntry[], isOfDay: (at: string) => boolean): readonly DayCall[] {
  return entries
    .flatMap((entry, index) =>
      entry.kind === 'raised' && isOfDay(entry.at) ? [callOf(entry, entries.slice(index + 1))] : [],
    )
    .toReversed();
}

function callOf(raised: Extract<AlertEntry, { readonly kind: 'raised' }>, later: readonly AlertEntry[]): DayCall {
  const { alert: number, at, why } = raised;
  // Two calls have one number where the list was lost between them.
  const end = later.findIndex((entry) => entry.kind === 'raised' && entry.alert === number);
  const own = (end === -1 ? later : later.slice(0, end)).filter((entry) => entry.alert === number);
  const has = (kind: AlertEntry['kind']): boolean => own.some((entry) => entry.kind === kind);
  const here = own.find(({ kind }) => kind === 'here');
  return {
    number,
    at,
    isTest: why === 'test',
    // The clock of the house may be set back meanwhile.
    hereAfterSeconds:
      here === undefined ? null : Math.max(0, Math.round((Date.parse(here.at) - Date.parse(at)) / 1000)),
    wasSecondCalled: has('second'),
    wereNumbersShown: has('numbers'),
    isOver: has('over'),
  };
}
