import { expect, test } from 'vitest';
import { throttleWaitMs } from '../../../core/basics/throttle.ts';
import { looksLikeBirthday, parsePin } from '../../../core/staff/pin.ts';
import { PIN_THROTTLE } from '../../../core/staff/pin-throttle.ts';
import { fail, ok } from '../../../core/basics/result.ts';

test.each(['135790', '274951', '112233', '999998', '123457', '012346', '864197532086'])('%s may be a PIN', (text) => {
  expect(parsePin(text)).toEqual(ok(text));
});

test.each([
  ['', 'tooShort'],
  ['13579', 'tooShort'],
  ['1357902468135', 'tooLong'],
  ['13579a', 'notDigits'],
  ['135 790', 'notDigits'],
  ['١٢٣٤٥٧', 'notDigits'],
  ['000000', 'sameDigit'],
  ['777777777', 'sameDigit'],
  ['123456', 'straightRun'],
  ['890123', 'straightRun'],
  ['987654', 'straightRun'],
  ['210987', 'straightRun'],
  ['0123456789', 'straightRun'],
])('%j may not: %s', (text, kind) => {
  expect(parsePin(text)).toEqual(fail({ kind }));
});

test.each([
  ['240785', true],
  ['850724', true],
  ['311299', true],
  ['991231', true],
  ['409999', false],
  ['135790', false],
  ['24078555', false],
])('%s looks like a birthday: %s', (pin, looks) => {
  expect(looksLikeBirthday(pin)).toBe(looks);
});

const SECOND = 1000;
const MINUTE = 60 * SECOND;

test.each([
  [0, 0],
  [4, 0],
  [5, 15 * SECOND],
  [6, 30 * SECOND],
  [7, MINUTE],
  [8, 2 * MINUTE],
  [9, 4 * MINUTE],
  [10, 8 * MINUTE],
  [11, 16 * MINUTE],
  [12, 32 * MINUTE],
  [13, 60 * MINUTE],
  [5000, 60 * MINUTE],
])('after %i wrong PINs the next one waits %i ms', (wrong, wait) => {
  const tried = { wrong, lastAtMs: 7000 };
  expect(throttleWaitMs(tried, 7000, PIN_THROTTLE)).toBe(wait);
  expect(throttleWaitMs(tried, 7000 + wait, PIN_THROTTLE)).toBe(0);
  if (wait > 0) expect(throttleWaitMs(tried, 7000 + wait - 1, PIN_THROTTLE)).toBe(1);
});
