import { expect, test } from 'vitest';
import { scaleNumber } from '../../../../renderer/screens/citizen/fields/scale-number.ts';

test('A step says the number that its code is', () => {
  expect(scaleNumber('8', 3)).toBe(8);
});

test('A step whose code is a word says its place', () => {
  expect(scaleNumber('not-at-all', 0)).toBe(0);
  expect(scaleNumber('very-much', 10)).toBe(10);
});
