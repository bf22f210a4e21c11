import { z } from 'zod';
import { CULTURES, LANGUAGE_TAGS } from '../basics/language.ts';
import { linkIdSchema } from '../pack/condition.ts';
import { countIn, type Counts, type CountsOf } from './counts.ts';
import { CALL_TIMES, COUNTED_NON_ANSWERS, FIRST_SCREENS, RECEIPT_TIMES, STOP_SCREENS } from './fact.ts';
import { LEAST_SHOWN, shownRows, shownTotal } from './suppression.ts';

/**
 * What is shown of a period, table by table.
 *
 * - visits: of those that began, how many were sent; the others stopped, or lie under a code
 * - languages, cultures, tracks: how they began
 * - turnedAway: on which screen before the questions somebody left
 * - stops: on which question or screen those stood who stopped
 * - callTimes, receiptTimes: how long somebody waited
 */
export const SHOWN_TABLES = [
  ...(['visits', 'languages', 'cultures', 'tracks', 'turnedAway', 'stops'] as const),
  ...(['callTimes', 'receiptTimes'] as const),
] as const;

const VISIT_ENDS = ['sent', 'notSent'] as const;

const shownCount = z.int().min(LEAST_SHOWN).multipleOf(LEAST_SHOWN);
const rows = <Name extends z.ZodType<string>>(name: Name) =>
  z.array(z.strictObject({ name, count: shownCount }).readonly()).readonly();
const tableRow = z.union([
  z.enum([...VISIT_ENDS, ...STOP_SCREENS, ...LANGUAGE_TAGS, ...CULTURES, 'whole', 'short']),
  z.enum([...CALL_TIMES, ...RECEIPT_TIMES]),
  linkIdSchema,
]);

/** One closed period as it may be shown: numbers from `LEAST_SHOWN` on, in steps of it, rounded down. */
export const shownPeriodSchema = z
  .strictObject({
    /** UTC calendar days, `YYYY-MM-DD`. */
    from: z.iso.date(),
    to: z.iso.date(),
    tables: z
      .array(
        z
          .strictObject({
            name: z.enum(SHOWN_TABLES),
            /** Null where it is too small, or not told because other numbers would follow from it. */
            total: shownCount.nullable(),
            rows: rows(tableRow),
          })
          .readonly(),
      )
      .readonly(),
    /** Items that stand without a value in what was sent, by linkId. */
    nonAnswers: z
      .array(z.strictObject({ item: linkIdSchema, rows: rows(z.enum(COUNTED_NON_ANSWERS)) }).readonly())
      .readonly(),
  })
  .readonly();
export type ShownPeriod = z.infer<typeof shownPeriodSchema>;
type ShownTable = ShownPeriod['tables'][number];

/** Turns the counts of a period that is over into what may be shown. Only this is kept; the counts go. */
export function shownPeriod({
  from,
  to,
  counts,
}: {
  readonly from: string;
  readonly to: string;
  readonly counts: Counts;
}): ShownPeriod {
  return { from, to, tables: tablesOf(counts), nonAnswers: nonAnswersOf(counts) };
}

function tablesOf(counts: Counts): readonly ShownTable[] {
  const visits = visitsOf(counts);
  const isNotSentShown = visits.rows.some(({ name }) => name === 'notSent');
  const started = sumOf(counts.languages);
  return [
    visits,
    closedTable('languages', counts.languages, { names: LANGUAGE_TAGS, total: started }),
    closedTable('cultures', counts.cultures, { names: CULTURES, total: started }),
    closedTable('tracks', counts.tracks, { names: ['whole', 'short'], total: started }),
    closedTable('turnedAway', counts.turnedAway, { names: FIRST_SCREENS }),
    // Where one may not know how many did not send, the places would tell how many at least.
    { name: 'stops', total: null, rows: isNotSentShown ? stopsOf(counts) : [] },
    closedTable('callTimes', counts.callTimes, { names: CALL_TIMES }),
    closedTable('receiptTimes', counts.receiptTimes, { names: RECEIPT_TIMES }),
  ];
}

/** What ended in this period may have begun in the one before. */
function notSentOf({ visits }: Counts): number {
  return Math.max(countIn(visits, 'stopped'), countIn(visits, 'started') - countIn(visits, 'sent'));
}

function visitsOf(counts: Counts): ShownTable {
  const sent = countIn(counts.visits, 'sent');
  const notSent = notSentOf(counts);
  const total = sent + notSent;
  const shown = shownRows({ counts: { sent, notSent }, total, names: VISIT_ENDS });
  return { name: 'visits', total: total === countIn(counts.visits, 'started') ? shownTotal(total) : null, rows: shown };
}

function stopsOf(counts: Counts): ShownTable['rows'] {
  const places = { ...counts.stoppedAtItem, ...counts.stoppedOnScreen };
  return shownRows<string>({ counts: places, total: notSentOf(counts), names: null });
}

function closedTable<Name extends ShownTable['rows'][number]['name']>(
  name: ShownTable['name'],
  counts: CountsOf<Name>,
  { names, total = sumOf(counts) }: { readonly names: readonly Name[]; readonly total?: number },
): ShownTable {
  return { name, total: shownTotal(total), rows: shownRows({ counts, total, names }) };
}

/** Of those who sent; who gave a value is not counted, but is one of them. */
function nonAnswersOf({ visits, nonAnswers }: Counts): ShownPeriod['nonAnswers'] {
  const sent = countIn(visits, 'sent');
  return Object.entries(nonAnswers)
    .map(([item, counts]) => ({
      item,
      rows: shownRows({ counts, total: Math.max(sent, sumOf(counts)), names: COUNTED_NON_ANSWERS }),
    }))
    .filter(({ rows: shown }) => shown.length > 0)
    .toSorted((a, b) => (a.item < b.item ? -1 : 1));
}

function sumOf(counts: CountsOf<string>): number {
  return Object.keys(counts).reduce((sum, name) => sum + countIn(counts, name), 0);
}
