import { row } from '../row.ts';
import type { Spread } from '../statistics.ts';
import type { KeyCosts, TranslationCosts } from './measure-translations.ts';

/** The lines on what the window of the texts costs. */
export function translationsTable(costs: TranslationCosts): readonly string[] {
  const { texts, paintMs, openMs, tabMs, search, move, type, importMs } = costs;
  return [
    row(`Table of ${texts} texts, ms:`, 'times', 'p50', 'p95', 'max'),
    spreadRow('  window opens, first frame drawn', paintMs),
    spreadRow('  window opens, first rows drawn', openMs),
    spreadRow('  tab opens, first rows drawn', tabMs),
    ...keyRows('searching', search),
    spreadRow('  searching, rows that are found drawn', search.followed),
    ...keyRows('moving', move),
    ...keyRows('typing', type),
    spreadRow('  a file with every text is taken', importMs),
  ];
}

function keyRows(name: string, { work, drawn }: KeyCosts): readonly string[] {
  return [spreadRow(`  ${name}, script and layout`, work), spreadRow(`  ${name}, frame drawn`, drawn)];
}

function spreadRow(name: string, { count, p50, p95, max }: Spread): string {
  return row(name, String(count), ...[p50, p95, max].map((value) => value.toFixed(1)));
}
