import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAMP } from '../building/variants.mjs';
import type { PicturesRequest } from './request.ts';
import type { Setting } from './setting.ts';
import type { Series } from './take-series.ts';

const FILE = 'series.json';

/** A series as it stands beside its pictures. */
interface KeptSeries {
  /** What it was taken of and how: another program, look or choice of screens gives another series. */
  readonly takenBy: string;
  readonly series: Series;
}

/**
 * Says what a series is taken of and how.
 *
 * @param app the folder of the built program, which says what it was built of
 */
export function takenBy(app: string, { only, isQuick }: PicturesRequest, setting: Setting): string {
  return JSON.stringify({ built: readFileSync(join(app, STAMP), 'utf8'), only, isQuick, setting });
}

/** Keeps a whole series for a run that goes on; one with screens that are missing is taken again. */
export function keepSeries(folder: string, by: string, series: Series): void {
  if (series.failed.length > 0) return;
  writeFileSync(join(folder, FILE), JSON.stringify({ takenBy: by, series } satisfies KeptSeries));
}

/** The series that an earlier run has taken just so; null where there is none. */
export function keptSeries(folder: string, by: string): Series | null {
  const file = join(folder, FILE);
  if (!existsSync(file)) return null;
  // Written by keepSeries as the last file of its folder.
  const kept = JSON.parse(readFileSync(file, 'utf8')) as KeptSeries;
  return kept.takenBy === by ? kept.series : null;
}
