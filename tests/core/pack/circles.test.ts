import { expect, test } from 'vitest';
import { inCircles } from '../../../core/pack/circles.ts';

const graph = (waitsFor: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(waitsFor));

test.each([
  ['nothing', {}, []],
  ['a chain', { a: ['b'], b: ['c'], c: [] }, []],
  ['what waits for itself', { a: ['a'], b: ['a'] }, ['a']],
  ['two that wait for each other', { a: ['b'], b: ['a'], c: ['a'], d: [] }, ['a', 'b']],
  [
    'a long circle with something before and behind it',
    { x: ['a'], a: ['b'], b: ['c'], c: ['a', 'y'], y: [] },
    ['a', 'b', 'c'],
  ],
  ['two ways to one end', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
  ['a name that is nowhere', { a: ['nowhere'] }, []],
])('Finds the circles in %s', (_, waitsFor, found) => {
  expect([...inCircles(graph(waitsFor))].sort()).toEqual(found);
});
