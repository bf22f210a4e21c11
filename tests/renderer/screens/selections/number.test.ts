import { describe, expect, test } from 'vitest';
import {
  allowsDigit,
  fittingNumber,
  typeDigit,
  typedNumber,
} from '../../../../renderer/screens/citizen/selections/number.ts';

const upTo28 = { kind: 'number', minValue: 0, maxValue: 28 } as const;

test.each([
  { digits: '', digit: '1', typed: '1' },
  { digits: '1', digit: '2', typed: '12' },
  { digits: '2', digit: '8', typed: '28' },
  { digits: '0', digit: '7', typed: '7' },
  { digits: '0', digit: '0', typed: '0' },
])('After "$digits" the key $digit makes "$typed"', ({ digits, digit, typed }) => {
  expect(allowsDigit(digits, digit, upTo28)).toBe(true);
  expect(typeDigit(digits, digit, upTo28).digits).toBe(typed);
});

test('A digit that would lead beyond the limit is not offered and changes nothing', () => {
  expect(allowsDigit('2', '9', upTo28)).toBe(false);
  expect(typeDigit('2', '9', upTo28).digits).toBe('2');
});

describe('The number that stands there', () => {
  test.each([
    ['', null],
    ['0', 0],
    ['28', 28],
    ['29', null],
  ])('of "%s" is %j', (digits, number) => {
    expect(typedNumber(digits, upTo28)).toBe(number);
  });

  test('is none while it is smaller than the question allows', () => {
    expect(typedNumber('4', { kind: 'number', minValue: 5, maxValue: 28 })).toBeNull();
  });
});

test('A number that another culture version does not allow is cleared', () => {
  expect(fittingNumber({ kind: 'number', digits: '40' }, upTo28).digits).toBe('');
  expect(fittingNumber({ kind: 'number', digits: '12' }, upTo28).digits).toBe('12');
});
