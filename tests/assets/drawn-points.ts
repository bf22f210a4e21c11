import type { Point } from './path-points.ts';
import { pathPoints } from './path-points.ts';

/** Points along every line of a drawing, close enough to each other to leave no gap at 48 pixels. */
export function drawnPoints(svg: string): readonly Point[] {
  return [...svg.matchAll(/<([a-z]+) ([^>]*)\/>/g)].flatMap(([, shape = '', text = '']) =>
    pathPoints(asPath(shape, attributesOf(text))),
  );
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/([a-z0-9]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

function asPath(shape: string, attributes: ReadonlyMap<string, string>): string {
  const number = (name: string) => Number(attributes.get(name) ?? attributes.get('r') ?? 0);
  if (shape === 'path') return attributes.get('d') ?? '';
  if (shape === 'line') return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
  if (shape === 'rect') {
    return `M${number('x')} ${number('y')}h${number('width')}v${number('height')}h${-number('width')}z`;
  }
  const [rx, ry] = [number('rx'), number('ry')];
  return `M${number('cx') - rx} ${number('cy')}a${rx} ${ry} 0 0 1 ${2 * rx} 0a${rx} ${ry} 0 0 1 ${-2 * rx} 0`;
}
