import { drawnPoints } from './drawn-points.ts';

const HEADER =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 150" stroke="#0A3442" stroke-width="5" fill="none" stroke-linecap="round" stroke-linejoin="round">';
/** Lines alone: no colour, fill, width, style, script, text, picture or address of their own. */
const LINES = [
  /^ {2}<path d="[MmLlHhVvCcSsQqAaZz0-9 .,-]+"\/>$/,
  /^ {2}<circle cx="[0-9.]+" cy="[0-9.]+" r="[0-9.]+"\/>$/,
  /^ {2}<ellipse cx="[0-9.]+" cy="[0-9.]+" rx="[0-9.]+" ry="[0-9.]+"\/>$/,
  /^ {2}<rect x="[0-9.]+" y="[0-9.]+" width="[0-9.]+" height="[0-9.]+"(?: rx="[0-9.]+")?\/>$/,
  /^ {2}<line x1="[0-9.]+" y1="[0-9.]+" x2="[0-9.]+" y2="[0-9.]+"\/>$/,
];
const SIDE = 150;
const HALF_STROKE = 2.5;
const MOST_BYTES = 4096;

/** What is wrong with a drawing: it is one hand of lines, on the grid, and small. */
export function flawsOf(svg: string): readonly string[] {
  const [header, ...rest] = svg.trimEnd().split('\n');
  const shapes = rest.slice(0, -1);
  const foreign = shapes.filter((line) => !LINES.some((allowed) => allowed.test(line)));
  return [
    ...(header === HEADER && rest.at(-1) === '</svg>' ? [] : ['frame']),
    ...foreign.map((line) => `foreign: ${line.trim()}`),
    ...(foreign.length === 0 && !staysInside(svg) ? ['cut at the edge'] : []),
    ...(shapes.length === 0 ? ['empty'] : []),
    ...(Buffer.byteLength(svg) > MOST_BYTES ? ['too large'] : []),
  ];
}

function staysInside(svg: string): boolean {
  const inside = (value: number) => value >= HALF_STROKE && value <= SIDE - HALF_STROKE;
  return drawnPoints(svg).every(({ x, y }) => inside(x) && inside(y));
}
