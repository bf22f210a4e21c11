/** A place on the grid of 150 × 150 units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the pen stands while a path is drawn. */
interface Pen {
  readonly at: Point;
  readonly start: Point;
  /** Where a smooth curve begins to lean: the last control point, mirrored. */
  readonly lean: Point;
  /** What the last command passed. */
  readonly passed: readonly Point[];
}

/** How many numbers each command takes. */
const TAKES: ReadonlyMap<string, number> = new Map([
  ...(['m', 'l'] as const).map((command) => [command, 2] as const),
  ...(['h', 'v'] as const).map((command) => [command, 1] as const),
  ...(['s', 'q'] as const).map((command) => [command, 4] as const),
  ['c', 6],
  ['a', 7],
  ['z', 0],
]);

/** Points along a path, at most about three units apart. */
export function pathPoints(d: string): readonly Point[] {
  const zero = { x: 0, y: 0 };
  const points: Point[] = [];
  let pen: Pen = { at: zero, start: zero, lean: zero, passed: [] };
  for (const [, command = '', text = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const takes = TAKES.get(command.toLowerCase());
    if (takes === undefined) throw new Error(`A path holds ${command}, which no drawing has needed so far`);
    const numbers = [...text.matchAll(/-?(?:\d*\.\d+|\d+)/g)].map(([number]) => Number(number));
    for (const [index, run] of runs(numbers, takes).entries()) {
      pen = drawn(pen, behindMove(command, index), run);
      points.push(...pen.passed);
    }
  }
  return points;
}

function runs(numbers: readonly number[], takes: number): readonly (readonly number[])[] {
  if (takes === 0) return [[]];
  if (numbers.length % takes !== 0) throw new Error('A path gives a command too many numbers or too few');
  return Array.from({ length: numbers.length / takes }, (_, index) =>
    numbers.slice(index * takes, (index + 1) * takes),
  );
}

/** Further pairs behind a move are lines. */
function behindMove(command: string, index: number): string {
  if (index === 0 || command.toLowerCase() !== 'm') return command;
  return command === 'm' ? 'l' : 'L';
}

function drawn(pen: Pen, command: string, run: readonly number[]): Pen {
  const base = command === command.toLowerCase() ? pen.at : { x: 0, y: 0 };
  const number = (index: number) => run[index] ?? 0;
  const point = (index: number): Point => ({ x: base.x + number(index), y: base.y + number(index + 1) });
  switch (command.toLowerCase()) {
    case 'm':
      return { at: point(0), start: point(0), lean: point(0), passed: [point(0)] };
    case 'l':
      return alongLine(pen, point(0));
    case 'h':
      return alongLine(pen, { x: base.x + number(0), y: pen.at.y });
    case 'v':
      return alongLine(pen, { x: pen.at.x, y: base.y + number(0) });
    case 'z':
      return alongLine(pen, pen.start);
    case 'c':
      return alongCurve(pen, point(0), point(2), point(4));
    case 's':
      return alongCurve(pen, pen.lean, point(0), point(2));
    case 'q':
      return alongCurve(pen, towards(pen.at, point(0), 2 / 3), towards(point(2), point(0), 2 / 3), point(2));
    default:
      return alongArc(
        pen,
        { rx: number(0), ry: number(1), large: number(3) === 1, clockwise: number(4) === 1 },
        point(5),
      );
  }
}

function towards(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function alongLine(pen: Pen, end: Point): Pen {
  const steps = Math.ceil(Math.hypot(end.x - pen.at.x, end.y - pen.at.y) / 2);
  const passed = Array.from({ length: steps }, (_, index) => towards(pen.at, end, (index + 1) / steps));
  return { ...pen, at: end, lean: end, passed: [...passed, end] };
}

function alongCurve(pen: Pen, first: Point, second: Point, end: Point): Pen {
  const steps = 48;
  const passed = Array.from({ length: steps }, (_, index) => {
    const share = (index + 1) / steps;
    const [a, b, c] = [towards(pen.at, first, share), towards(first, second, share), towards(second, end, share)];
    return towards(towards(a, b, share), towards(b, c, share), share);
  });
  return { ...pen, at: end, lean: towards(second, end, 2), passed };
}

interface Arc {
  readonly rx: number;
  readonly ry: number;
  readonly large: boolean;
  readonly clockwise: boolean;
}

/** Source: SVG 1.1, F.6.5, from end points to a centre, without rotation. */
function alongArc(pen: Pen, { rx, ry, large, clockwise }: Arc, end: Point): Pen {
  const half = { x: (pen.at.x - end.x) / 2 / rx, y: (pen.at.y - end.y) / 2 / ry };
  const square = half.x ** 2 + half.y ** 2;
  // Radii that do not reach are stretched until they do.
  const stretch = Math.max(1, Math.sqrt(square));
  const lift = Math.sqrt(Math.max(0, stretch ** 2 / square - 1)) * (large === clockwise ? -1 : 1);
  const unit = { x: lift * half.y, y: -lift * half.x };
  const middle = { x: unit.x * rx + (pen.at.x + end.x) / 2, y: unit.y * ry + (pen.at.y + end.y) / 2 };
  const from = Math.atan2(half.y - unit.y, half.x - unit.x);
  const to = Math.atan2(-half.y - unit.y, -half.x - unit.x);
  const turn = (((clockwise ? to - from : from - to) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  const steps = 64;
  const passed = Array.from({ length: steps }, (_, index) => {
    const angle = from + ((clockwise ? turn : -turn) * (index + 1)) / steps;
    return { x: middle.x + rx * stretch * Math.cos(angle), y: middle.y + ry * stretch * Math.sin(angle) };
  });
  return { ...pen, at: end, lean: end, passed };
}
