import { drawnPoints } from './drawn-points.ts';

/** As many cells a side as a small drawing has pixels. */
const SIDE = 48;
const UNITS = 150;

/** A drawing at 48 pixels. */
export interface Seen {
  readonly cells: ReadonlySet<number>;
  /** The cells that carry a line, and those beside them. */
  readonly near: ReadonlySet<number>;
}

/** Draws at 48 pixels. */
export function seen(svg: string): Seen {
  const cells = new Set(drawnPoints(svg).map(({ x, y }) => cellOf(x) + SIDE * cellOf(y)));
  const near = [...cells].flatMap((cell) =>
    [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((on) => cell + SIDE * down + on)),
  );
  return { cells, near: new Set(near) };
}

/** The share of both drawings' pixels that only one of them has: 0 for a copy, 1 where nothing lies on the other. */
export function difference(one: Seen, other: Seen): number {
  const alone = countOutside(one, other.cells) + countOutside(other, one.cells);
  return alone / (one.cells.size + other.cells.size);
}

/** As `difference`, on bad paper: a pixel beside one of the other's counts as the other's. */
export function blurredDifference(one: Seen, other: Seen): number {
  const alone = countOutside(one, other.near) + countOutside(other, one.near);
  return alone / (one.cells.size + other.cells.size);
}

function countOutside({ cells }: Seen, covered: ReadonlySet<number>): number {
  let outside = 0;
  for (const cell of cells) if (!covered.has(cell)) outside += 1;
  return outside;
}

function cellOf(units: number): number {
  return Math.floor((units * SIDE) / UNITS);
}
