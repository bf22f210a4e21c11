import { expect, test } from 'vitest';
import { smoothLine } from '../../../renderer/components/way.ts';

test('A line through places begins at the first and ends at the last', () => {
  const line = smoothLine([
    { x: 0, y: 10 },
    { x: 5, y: 4 },
    { x: 10, y: 0 },
  ]);
  expect(line).toMatch(/^M0,10C.* 5,4C.* 10,0$/);
});

test('Places in a row give a straight line', () => {
  const line = smoothLine([
    { x: 0, y: 0 },
    { x: 6, y: 6 },
    { x: 12, y: 12 },
  ]);
  const places = [...line.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  expect(places).toHaveLength(7);
  for (const [, x, y] of places) expect(x).toBe(y);
});

test('No places give no line', () => {
  expect(smoothLine([])).toBe('');
});
