import {
  loadRealPack,
  measureLargePack,
  measureLoadPack,
  measureVersions,
  type LargePackCosts,
  type VersionTimes,
} from './measurements.ts';

/** What the core costs, without a window. Times are medians in milliseconds. */
export interface CoreCosts {
  readonly versions: readonly VersionTimes[];
  readonly loadPackMs: number;
  readonly largePack: LargePackCosts;
  readonly malformedPack: LargePackCosts;
}

/** Measures the core; `steps` says how often a step is measured. */
export function measureCore(steps: number): CoreCosts {
  // Composing an intake and loading a pack take ten times as long as a step, or more.
  const rounds = { steps, works: Math.ceil(steps / 10) };
  return {
    versions: measureVersions(loadRealPack(), rounds),
    loadPackMs: measureLoadPack(rounds),
    largePack: measureLargePack('sound'),
    malformedPack: measureLargePack('malformed'),
  };
}
