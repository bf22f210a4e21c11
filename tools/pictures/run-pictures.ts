import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeContactSheets } from './contact-sheet.ts';
import { programFromEnvironment } from '../person/kiosk-window.ts';
import { findingsOf, smallestGapMm, summaryOf, type Summary } from './findings.ts';
import { keepSeries, keptSeries, takenBy } from './kept-series.ts';
import type { PicturesRequest } from './request.ts';
import { writeSelection } from './selection.ts';
import type { Setting } from './setting.ts';
import { takeSeries, type Series } from './take-series.ts';

/** What came of it. */
export interface PicturesResult {
  readonly summary: Summary;
  /** Screens that could not be brought about. */
  readonly missing: number;
}

/** Pictures and measures every screen, and writes the pictures, their contact sheets and what was found. */
export async function runPictures(request: PicturesRequest, say: (line: string) => void): Promise<PicturesResult> {
  const out = resolve(request.out);
  const done: Series[] = [];
  const series = await sideBySide(request.jobs, request.settings, async (setting) => {
    const taken = await seriesOf(request, setting, { folder: join(out, setting.language, setting.panel.size), say });
    // All of it takes long: what is ended before its end leaves what it has found.
    done.push(taken);
    writeFindings(out, done);
    return taken;
  });
  await makeContactSheets(out, series);
  if (request.isSelection && series.every(({ failed }) => failed.length === 0)) await writeSelection(out);
  return writeFindings(out, series);
}

interface SeriesPlace {
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** Takes a series, or finds it where an earlier run has taken it. */
async function seriesOf(request: PicturesRequest, setting: Setting, { folder, say }: SeriesPlace): Promise<Series> {
  const name = `${setting.language} ${setting.panel.size}`;
  const by = takenBy(programFromEnvironment().app, request, setting);
  const kept = request.goesOn ? keptSeries(folder, by) : null;
  if (kept !== null) {
    say(`${name}: ${kept.pictured.length} pictures are there`);
    return kept;
  }
  const started = performance.now();
  rmSync(folder, { recursive: true, force: true });
  const wanted = request.wanted(setting);
  const taken = await takeSeries({ setting, wanted, folder, say, axe: request.isQuick ? 'newParts' : 'every' });
  keepSeries(folder, by, taken);
  say(`${name}: ${taken.pictured.length} pictures in ${Math.round((performance.now() - started) / 1000)} s`);
  return taken;
}

function writeFindings(out: string, series: readonly Series[]): PicturesResult {
  const pictured = series.flatMap((each) => each.pictured);
  const missing = series.flatMap(({ setting, failed }) =>
    failed.map(({ screen, why }) => ({ screen, language: setting.language, size: setting.panel.size, why })),
  );
  const summary = summaryOf(pictured);
  const findings = {
    summary,
    smallestGapMm: smallestGapMm(pictured),
    missing,
    findings: pictured.flatMap(findingsOf),
  };
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'findings.json'), `${JSON.stringify(findings, null, 2)}\n`);
  return { summary, missing: missing.length };
}

/** Works on several at once, each as soon as a place is free. Keeps the order. */
async function sideBySide<T, R>(
  places: number,
  all: readonly T[],
  work: (each: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = [...all.entries()];
  const place = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, each] = next;
      results[index] = await work(each);
    }
  };
  await Promise.all(Array.from({ length: places }, place));
  return results;
}
