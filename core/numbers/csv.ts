import { csvLine } from '../basics/csv.ts';
import type { ShownPeriod } from './report.ts';

/** Words of a CSV file of numbers, and those for the names in it. */
export interface NumbersWords {
  /** Of the five columns: from, to, what, name, count. */
  readonly columns: readonly [string, string, string, string, string];
  /** Of a table, or of the items without a value. */
  readonly table: (name: ShownPeriod['tables'][number]['name'] | 'nonAnswers') => string;
  readonly total: string;
}

/**
 * Writes closed periods as CSV (RFC 4180): a line for each number, in the order of the report, with the names as they are
 * in the questionnaire. No field can become a formula.
 */
export function numbersCsv(periods: readonly ShownPeriod[], words: NumbersWords): string {
  const lines = periods.flatMap((period) => linesOf(period, words));
  return [words.columns, ...lines].map((line) => csvLine(line)).join('');
}

type Line = readonly (string | number)[];

function linesOf({ from, to, tables, nonAnswers }: ShownPeriod, words: NumbersWords): readonly Line[] {
  const ofTables = tables.flatMap(({ name, total, rows }): readonly Line[] => {
    const table = words.table(name);
    const totals = total === null ? [] : [[from, to, table, words.total, total]];
    return [...totals, ...rows.map((row) => [from, to, table, row.name, row.count])];
  });
  const ofItems = nonAnswers.flatMap(({ item, rows }) =>
    rows.map(({ name, count }): Line => [from, to, words.table('nonAnswers'), `${item}: ${name}`, count]),
  );
  return [...ofTables, ...ofItems];
}
