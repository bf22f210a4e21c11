import type { HeldMemory, MemoryCosts } from './memory/measure-memory.ts';
import { row } from './row.ts';
import type { StartCosts } from './start/measure-start.ts';
import type { Spread } from './statistics.ts';
import type { NetworkCosts } from './network/measure-network.ts';
import type { WindowCost } from './window/measure-window.ts';
import type { TapSpreads } from './window/taps-in-turn.ts';

const BYTES_PER_MEBIBYTE = 2 ** 20;
const PROGRAMS = { matu: 'Matu', surveyjs: 'SurveyJS' } as const;
const MOMENTS = [
  ['standsMs', 'in the document'],
  ['drawnMs', 'first frame drawn'],
  ['shownMs', 'first frame on the screen'],
] as const satisfies readonly (readonly [keyof TapSpreads, string])[];

/** The lines on how long the next question takes after a tap, side by side with SurveyJS. */
export function windowTable(costs: readonly WindowCost[]): readonly string[] {
  return [
    row('Tap to next question, ms:', 'steps', 'p50', 'p95', 'max'),
    ...[true, false].flatMap((isSaved) => [
      isSaved ? 'each answer saved on disk first' : 'Matu in memory, SurveyJS saving nothing',
      ...MOMENTS.flatMap(([moment, name]) =>
        momentRows(
          costs.filter((cost) => cost.isSaved === isSaved),
          { moment, name },
        ),
      ),
    ]),
  ];
}

/** The lines on how long the next question takes while the kiosk tries to reach servers that are dead. */
export function networkTable({ alone, dead, tries }: NetworkCosts): readonly string[] {
  return [
    row(`Tap with dead servers, ${tries} tries, ms:`, 'steps', 'p50', 'p95', 'max'),
    ...MOMENTS.flatMap(([moment, name]) => [
      row(`  ${name}, none`, ...spreadCells(alone[moment])),
      row(`  ${name}, dead`, ...spreadCells(dead[moment])),
      row('    dead / none', '', ...ratioCells(dead[moment], alone[moment])),
    ]),
  ];
}

/** The lines on how long the programs take to start. */
export function startTable({ matuMs, bareMs, ratio }: StartCosts): readonly string[] {
  return [
    row('Start to first screen, ms:', 'starts', 'p50', 'p95', 'max'),
    row('  Matu', ...spreadCells(matuMs)),
    row('  a bare window', ...spreadCells(bareMs)),
    row('  Matu / bare', '', ratio.toFixed(2)),
  ];
}

/** The lines on what the program holds after some sessions, and after many. */
export function memoryTable({ early, late, pssGrowth, heapGrowth }: MemoryCosts): readonly string[] {
  return [
    row('Held after complete sessions, MiB:', ...[early, late].map(({ sessions }) => String(sessions)), 'late/early'),
    row('  all processes (PSS)', pssCell(early), pssCell(late), pssGrowth?.toFixed(3) ?? '–'),
    row('  heap of main', mebibytes(early.heapBytes), mebibytes(late.heapBytes), heapGrowth.toFixed(3)),
  ];
}

interface Moment {
  readonly moment: keyof TapSpreads;
  readonly name: string;
}

function momentRows(costs: readonly WindowCost[], { moment, name }: Moment): readonly string[] {
  const rows = costs.map(({ program, taps }) => row(`  ${name}, ${PROGRAMS[program]}`, ...spreadCells(taps[moment])));
  const [matu, peer] = (['matu', 'surveyjs'] as const).map(
    (each) => costs.find(({ program }) => program === each)?.taps[moment],
  );
  if (matu === undefined || peer === undefined) return rows;
  return [...rows, row('    Matu / SurveyJS', '', ...ratioCells(matu, peer))];
}

function ratioCells(ours: Spread, theirs: Spread): readonly string[] {
  return [(ours.p50 / theirs.p50).toFixed(2), (ours.p95 / theirs.p95).toFixed(2)];
}

function spreadCells({ count, p50, p95, max }: Spread): readonly string[] {
  return [String(count), ...[p50, p95, max].map((value) => value.toFixed(1))];
}

function pssCell({ pssBytes }: HeldMemory): string {
  return pssBytes === null ? '–' : mebibytes(pssBytes);
}

function mebibytes(bytes: number): string {
  return (bytes / BYTES_PER_MEBIBYTE).toFixed(1);
}
