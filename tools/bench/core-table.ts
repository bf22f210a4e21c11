import type { CoreCosts } from './core-costs.ts';
import type { LargePackCosts, StepTimes, VersionTimes } from './measurements.ts';
import { mebibytes, row } from './row.ts';

/** The lines on what the core costs. */
export function coreTable({ versions, loadPackMs, largePack, malformedPack }: CoreCosts): readonly string[] {
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

function ms(value: number): string {
  return value.toFixed(3);
}
