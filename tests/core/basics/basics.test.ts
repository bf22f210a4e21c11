import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertNever } from '../../../core/basics/assert-never.ts';
import { isSha256 } from '../../../core/basics/hasher.ts';
import { fail, ok } from '../../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../../core/basics/utf8.ts';

test('A kind that the types rule out throws, and repeats nothing of it', () => {
  expect(() => assertNever('Maja drinks' as never)).toThrow(/^A kind that the types rule out was met$/);
});

test('A result says whether it holds a value or an error', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(fail({ kind: 'full' })).toEqual({ ok: false, error: { kind: 'full' } });
});

test.each([
  ['a'.repeat(64), true],
  ['0123456789abcdef'.repeat(4), true],
  ['A'.repeat(64), false],
  ['a'.repeat(63), false],
  ['a'.repeat(65), false],
  [`${'a'.repeat(64)}\n`, false],
  ['g'.repeat(64), false],
])('%j is a digest: %s', (text, expected) => {
  expect(isSha256(text)).toBe(expected);
});

test('Text comes back from UTF-8 as it was', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fromUtf8(toUtf8(text)) === text));
});

test('A byte order mark is text like any other', () => {
  expect(fromUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('\ufeffa');
});

test.each([
  ['a lone continuation byte', [0x80]],
  ['a character that breaks off', [0xe2, 0x82]],
  ['an overlong form', [0xc0, 0xaf]],
  ['half a character of UTF-16', [0xed, 0xa0, 0x80]],
])('%s is no text', (_, bytes) => {
  expect(fromUtf8(new Uint8Array(bytes))).toBeNull();
});
