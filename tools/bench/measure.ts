/**
 * Measures how long something takes, in milliseconds. It is run half as often before, until the compiler has seen it.
 *
 * @returns the median: what else the machine does disturbs a mean
 */
export function medianMs(run: () => unknown, rounds: number): number {
  for (let round = 0; round < rounds / 2; round += 1) run();
  return median(Array.from({ length: rounds }, () => timeMs(run)));
}

/** Measures one run. */
export function timeMs(run: () => unknown): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The middle one of some values, or the higher of the middle two. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error('There is no median of nothing');
  return middle;
}
