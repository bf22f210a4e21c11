import { countIn, type CountsOf } from './counts.ts';

/** Fewer than so many are never shown, and more only in steps of so many, rounded down. */
export const LEAST_SHOWN = 5;

/** A row that may be shown, or that is to be judged. */
export interface ShownRow<Name extends string = string> {
  readonly name: Name;
  readonly count: number;
}

/** How people are split into cells. Each stands in one cell. */
export interface Cells<Name extends string> {
  readonly counts: CountsOf<Name>;
  /** How many people the cells split, as somebody may know from elsewhere; at least the sum of the cells. */
  readonly total: number;
  /** All the cells there are, in the order in which they are shown; null where nobody can list them. */
  readonly names: readonly Name[] | null;
}

/**
 * Chooses the cells that may be shown: those of `LEAST_SHOWN` and more, less as many of the smallest as are needed so that
 * what is not shown comes to `LEAST_SHOWN` together. With the rounding, a cell cannot be worked out from the total, and that
 * nobody stands in a cell is not told either. Only where no cell is small, all are shown.
 *
 * Source: docs/numbers.md, "What an attacker can work out"
 *
 * @returns the shown cells alone: a row that is missing may stand for nobody, or for some
 */
export function shownRows<Name extends string>({ counts, total, names }: Cells<Name>): readonly ShownRow<Name>[] {
  const rows = rowsOf(counts, names);
  const large = rows.filter(({ count }) => count >= LEAST_SHOWN);
  const bySize = large.toSorted((a, b) => b.count - a.count);
  let hidden = total - bySize.reduce((sum, { count }) => sum + count, 0);
  const hidesNone = names !== null && large.length === names.length && hidden === 0;
  if (hidesNone) return large.map(rounded);
  while (hidden < LEAST_SHOWN) {
    const smallest = bySize.pop();
    if (smallest === undefined) return [];
    hidden += smallest.count;
  }
  const shown = new Set(bySize.map(({ name }) => name));
  return large.filter(({ name }) => shown.has(name)).map(rounded);
}

/** A total that may be shown; null for fewer. */
export function shownTotal(total: number): number | null {
  return total >= LEAST_SHOWN ? roundedDown(total) : null;
}

function rounded<Name extends string>({ name, count }: ShownRow<Name>): ShownRow<Name> {
  return { name, count: roundedDown(count) };
}

function roundedDown(count: number): number {
  return count - (count % LEAST_SHOWN);
}

function rowsOf<Name extends string>(
  counts: Cells<Name>['counts'],
  names: readonly Name[] | null,
): readonly ShownRow<Name>[] {
  // Where nobody can list the cells their order is that of their names: the order of counting would tell who came first.
  const inOrder = names ?? (Object.keys(counts) as Name[]).toSorted();
  return inOrder.map((name) => ({ name, count: countIn(counts, name) }));
}
