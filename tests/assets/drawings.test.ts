import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { flawsOf } from './drawing-flaws.ts';
import { drawnPoints } from './drawn-points.ts';
import type { Seen } from './likeness.ts';
import { blurredDifference, difference, seen } from './likeness.ts';

const folder = resolve(import.meta.dirname, '../../assets/pictograms');
const DRAWINGS: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
);
/** A picture of the code, which a person copies from paper; `code-only` is an answer. */
const IN_CODE = /^code-\w+-\w+\.svg$/;

function pairsBelow(least: number, measure: (one: Seen, other: Seen) => number, isMeant: (file: string) => boolean) {
  const all = [...DRAWINGS].filter(([file]) => isMeant(file)).map(([file, svg]) => ({ file, seen: seen(svg) }));
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => measure(one.seen, other.seen) < least)
      .map((other) => `${one.file} and ${other.file}`),
  );
}

describe('A drawing', () => {
  test('is made of lines of one width, without fill, on one grid, whole and under 4 KB', () => {
    const flawed = [...DRAWINGS].map(([file, svg]) => ({ file, flaws: flawsOf(svg) }));
    expect(flawed.filter(({ flaws }) => flaws.length > 0)).toEqual([]);
  });

  test('differs from every other where 48 pixels show it', () => {
    expect(pairsBelow(0.06, difference, (file) => !IN_CODE.test(file))).toEqual([]);
  });

  test('of the code differs from every other by a quarter of its lines, even from bad paper', () => {
    expect(pairsBelow(0.25, blurredDifference, (file) => IN_CODE.test(file))).toEqual([]);
  });
});

describe('The check of a drawing', () => {
  const drawing = DRAWINGS.get('person.svg') ?? '';
  const withLine = (line: string) => drawing.replace('</svg>', `  ${line}\n</svg>`);

  test.each([
    ['another width', drawing.replace('stroke-width="5"', 'stroke-width="4"')],
    ['another grid', drawing.replace('0 0 150 150', '0 0 24 24')],
    ['a filled shape', withLine('<path fill="#000000" d="M10 10h20v20z"/>')],
    ['a script', withLine('<script>alert(1)</script>')],
    ['a style', withLine('<style>path { stroke: red; }</style>')],
    ['a text', withLine('<text x="10" y="10">1</text>')],
    ['a picture from elsewhere', withLine('<image href="https://example.org/a.png"/>')],
    ['a line over the edge', withLine('<path d="M10 10h139"/>')],
    ['a curve over the edge', withLine('<path d="M10 75c0-110 60-110 60 0"/>')],
    ['an arc over the edge', withLine('<path d="M40 30a36 36 0 0 1 72 0"/>')],
    ['nothing', `${drawing.split('\n')[0] ?? ''}\n</svg>\n`],
    ['more than 4 KB', withLine(`<path d="M10 10${'h1h-1'.repeat(900)}"/>`)],
  ])('refuses %s', (_, svg) => {
    expect(flawsOf(svg)).not.toEqual([]);
  });

  test('finds a copy alike, also when it is a little moved', () => {
    const moved = drawing.replace('cx="75" cy="44"', 'cx="77" cy="45"').replace('M25 136', 'M27 135');
    expect(moved).not.toBe(drawing);
    expect(difference(seen(drawing), seen(drawing))).toBe(0);
    expect(blurredDifference(seen(drawing), seen(moved))).toBeLessThan(0.25);
  });

  test('follows an arc along its circle, whichever way it turns', () => {
    const arcs = 'M95 75A20 20 0 0 1 75 95M95 75A20 20 0 0 0 75 55M55 75a20 20 0 1 1 20 20M55 75a20 20 0 1 0 20-20';
    const points = drawnPoints(`<path d="${arcs}"/>`);
    expect(points.every(({ x, y }) => Math.abs(Math.hypot(x - 75, y - 75) - 20) < 0.001)).toBe(true);
    expect([Math.min, Math.max].map((most) => Math.round(most(...points.map(({ y }) => y))))).toEqual([55, 95]);
  });
});
