/** How often something is run before it is measured, until the compiler has seen it, and how often after that. */
interface Runs {
  readonly warmUp: number;
  readonly measured: number;
}

/**
 * Measures how long something takes, in milliseconds.
 *
 * @returns the median: what else the machine does disturbs a mean
 */
export function medianMs(run: () => unknown, { warmUp, measured }: Runs): number {
  for (let round = 0; round < warmUp; round += 1) run();
  const times = Array.from({ length: measured }, () => timeMs(run));
  return median(times);
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
