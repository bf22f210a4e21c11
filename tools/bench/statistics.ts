/** How values are spread: how many, the middle one, the one that 95 of 100 stay below, and the largest. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/**
 * Sums values up.
 *
 * @throws when there are none
 */
export function spreadOf(values: readonly number[]): Spread {
  return {
    count: values.length,
    p50: percentile(values, 50),
    p95: percentile(values, 95),
    max: percentile(values, 100),
  };
}

/**
 * The smallest value that at least so many of a hundred do not exceed (the nearest rank: never a value between two).
 *
 * @param percent above 0, at most 100
 * @throws when there are no values
 */
export function percentile(values: readonly number[], percent: number): number {
  const rank = Math.ceil((values.length * percent) / 100);
  const value = values.toSorted((a, b) => a - b)[rank - 1];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}
