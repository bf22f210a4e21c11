/** A place on a drawing, in the drawing's own units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A smooth line through places, as the path data of an SVG. It leaves and reaches each place along its neighbours. */
export function smoothLine(places: readonly Place[]): string {
  const [first, ...rest] = places;
  if (first === undefined) return '';
  const legs = rest.map((to, index) => {
    const from = places[index] ?? to;
    const leave = towards(from, places[index - 1] ?? from, to);
    const reach = towards(to, places[index + 2] ?? to, from);
    return `C${written(leave)} ${written(reach)} ${written(to)}`;
  });
  return `M${written(first)}${legs.join('')}`;
}

/** How far a line follows its neighbours' direction. */
const TENSION = 1 / 6;

function towards(from: Place, behind: Place, ahead: Place): Place {
  return { x: from.x + (ahead.x - behind.x) * TENSION, y: from.y + (ahead.y - behind.y) * TENSION };
}

function written({ x, y }: Place): string {
  return `${rounded(x)},${rounded(y)}`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
