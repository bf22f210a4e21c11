/** A place in a picture, in hundredths of its width and height from the upper left corner. */
export interface RingPlace {
  readonly left: number;
  readonly top: number;
}

/** How far the outermost ring is from the middle; the rest is for those who stand on it. */
const OUTERMOST = 0.86;

/** The part of a ring, at its top, that is left to its name. */
const NAME_GAP = 0.24;

/** The innermost ring lies wider: the person stands in it, and its name has room on it. */
const MIDDLE = 0.7;

/** How far a ring is from the middle, 1 being the edge of the picture. */
export function ringRadius(ring: number, rings: number): number {
  return (OUTERMOST * (ring + 1 + MIDDLE)) / (rings + MIDDLE);
}

/** How far the people of each ring are turned, in parts of their distance: so those of neighbours stand apart. */
const TWISTS = [0, 0.25, -0.25, 0] as const;

/**
 * Where somebody stands on a ring: evenly spread, the top left free for the ring's name. One alone stands at the
 * bottom or near it.
 *
 * @param place counts from 0 among the `count` people of this ring
 */
export function ringPlace(
  { ring, rings }: { readonly ring: number; readonly rings: number },
  { place, count }: { readonly place: number; readonly count: number },
): RingPlace {
  const part = (place + 0.5 + (TWISTS[ring] ?? 0)) / count;
  const turn = NAME_GAP / 2 + part * (1 - NAME_GAP);
  const angle = turn * 2 * Math.PI;
  const radius = ringRadius(ring, rings) * 50;
  return { left: 50 + radius * Math.sin(angle), top: 50 - radius * Math.cos(angle) };
}
