import type { LargePackCosts, StepTimes, VersionTimes } from './measurements.ts';

/** Everything that was measured. Times are medians in milliseconds. */
export interface Costs {
  readonly versions: readonly VersionTimes[];
  readonly loadPackMs: number;
  readonly largePack: LargePackCosts;
  readonly malformedPack: LargePackCosts;
}

const NAME_WIDTH = 34;
const NUMBER_WIDTH = 10;
const BYTES_PER_MEBIBYTE = 2 ** 20;

/** The lines of a small table. */
export function benchTable({ versions, loadPackMs, largePack, malformedPack }: Costs): readonly string[] {
  return [
    row('Median ms per step, answers given:', 'none', 'half', 'all', 'all/none'),
    ...versions.flatMap((version) => versionRows(version)),
    '',
    row('Median ms', ''),
    ...versions.map(({ culture, composeIntakeMs }) => row(`  composeIntake ${culture}`, ms(composeIntakeMs))),
    row('  loadPack, the pack that ships', ms(loadPackMs)),
    '',
    row('2,000 items, in their own process:', 'ms', 'peak MiB', 'heap MiB', 'problems'),
    largeRow('  sound', largePack),
    largeRow('  malformed, refused', malformedPack),
  ];
}

function versionRows({ culture, items, nextStep, act, scene }: VersionTimes): readonly string[] {
  return [
    `${culture}, ${items} items`,
    stepRow('  nextStep', nextStep),
    stepRow('  act: one answer', act),
    stepRow('  visitScene', scene),
  ];
}

function stepRow(name: string, { noneMs, halfMs, allMs, allToNone }: StepTimes): string {
  return row(name, ms(noneMs), ms(halfMs), ms(allMs), allToNone.toFixed(2));
}

function largeRow(name: string, { ms: taken, peakRssBytes, heapBytes, problems }: LargePackCosts): string {
  return row(name, taken.toFixed(0), mebibytes(peakRssBytes), mebibytes(heapBytes), String(problems));
}

function row(name: string, ...cells: readonly string[]): string {
  return [name.padEnd(NAME_WIDTH), ...cells.map((cell) => cell.padStart(NUMBER_WIDTH))].join('').trimEnd();
}

function ms(value: number): string {
  return value.toFixed(3);
}

function mebibytes(bytes: number): string {
  return (bytes / BYTES_PER_MEBIBYTE).toFixed(0);
}
