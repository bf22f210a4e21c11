/** Where an arrow key leads. */
const WAYS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A place on the screen, in pixels. */
export interface Middle {
  readonly x: number;
  readonly y: number;
}

/**
 * Which of some keys is next in the direction of an arrow: in the same row, or in the nearest row and there the nearest.
 *
 * @param keys the middles of all keys, in rows whose keys share their height
 * @returns an index, or -1 at the edge
 */
export function neighbourOf(from: Middle, keys: readonly Middle[], arrow: string): number {
  const way = WAYS[arrow];
  if (way === undefined) return -1;
  const ahead = keys
    .map((at, index) => ({
      index,
      along: (at.x - from.x) * way.x + (at.y - from.y) * way.y,
      aside: Math.abs((at.x - from.x) * way.y) + Math.abs((at.y - from.y) * way.x),
    }))
    .filter(({ along, aside }) => along > 1 && (way.x === 0 || aside < 1));
  const nearest = ahead.sort((a, b) => Math.round(a.along - b.along) || a.aside - b.aside)[0];
  return nearest?.index ?? -1;
}

/** The middle of an element as it lies on the screen. */
export function middleOf(element: Element): Middle {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
