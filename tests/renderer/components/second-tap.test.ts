import { expect, test } from 'vitest';
import { isSecondTap } from '../../../renderer/components/second-tap.ts';

test.each([
  ['a single touch on a screen that stands', { count: 1, isTouch: true, sinceAppearedMs: 400 }, false],
  ['a touch on a screen that has just appeared', { count: 1, isTouch: true, sinceAppearedMs: 399 }, true],
  ['the second click of a double click', { count: 2, isTouch: false, sinceAppearedMs: 5000 }, true],
  ['a click on a screen that has just appeared', { count: 1, isTouch: false, sinceAppearedMs: 0 }, false],
  ['a key on a screen that has just appeared', { count: 0, isTouch: false, sinceAppearedMs: 0 }, false],
])('Of all presses, %s', (_, press, expected) => {
  expect(isSecondTap(press)).toBe(expected);
});
