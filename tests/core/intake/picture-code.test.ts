import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PICTURE_KINDS, formatCode, newPictureCode, parseCode, picturesOf } from '../../../core/intake/picture-code.ts';
import type { PictureCode } from '../../../core/intake/picture-code.ts';

const eightBytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

test('a code is eight pictures drawn from 64, in the order they were drawn', () => {
  const code = newPictureCode({ bytes: () => Uint8Array.of(0, 1, 8, 63, 64, 127, 255, 9) });
  expect(code).toBe('1112218811888822');
  expect(picturesOf(code).map(({ picture }) => picture)).toEqual([
    ...['dog', 'cat', 'kayak', 'stone', 'dog', 'stone', 'stone', 'car'],
  ]);
});

test('every picture is drawn by the same number of byte values', () => {
  const drawn = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const digits = newPictureCode({ bytes: (length) => new Uint8Array(length).fill(byte) }).slice(0, 2);
    drawn.set(digits, (drawn.get(digits) ?? 0) + 1);
  }
  expect(drawn.size).toBe(64);
  expect(new Set(drawn.values())).toEqual(new Set([4]));
});

test('a written code reads back as the same code', () => {
  fc.assert(
    fc.property(eightBytes, (bytes) => {
      const code = newPictureCode({ bytes: () => bytes });
      expect(formatCode(code)).toMatch(/^[1-8]{4} [1-8]{4} [1-8]{4} [1-8]{4}$/);
      expect(parseCode(formatCode(code))).toEqual({ ok: true, value: code });
      expect(
        picturesOf(code)
          .map(({ digits }) => digits)
          .join(''),
      ).toBe(code);
    }),
  );
});

test.each([
  ['1112 2188 1188 8822', { ok: true, value: '1112218811888822' }],
  [' 11 12 21 88\u00a011 88 88 22\n', { ok: true, value: '1112218811888822' }],
  ['1112 2188 1188 882', { ok: false, error: { kind: 'wrongLength', digits: 15 } }],
  ['1112 2188 1188 8822 1', { ok: false, error: { kind: 'wrongLength', digits: 17 } }],
  ['', { ok: false, error: { kind: 'wrongLength', digits: 0 } }],
  ['1112 2188 1188 882x', { ok: false, error: { kind: 'notDigits' } }],
  ['1112-2188-1188-8822', { ok: false, error: { kind: 'notDigits' } }],
  ['0112 2188 1188 8822', { ok: false, error: { kind: 'outOfRange' } }],
  ['1112 2188 1188 8829', { ok: false, error: { kind: 'outOfRange' } }],
])('reads %j by the rules of the code', (text, expected) => {
  expect(parseCode(text)).toEqual(expected);
});

test('the pictures are eight kinds of eight, all with their own ids in kebab-case', () => {
  const ids = PICTURE_KINDS.flatMap(({ kind, pictures }) => [kind, ...pictures]);
  expect(PICTURE_KINDS.map(({ pictures }) => pictures.length)).toEqual([8, 8, 8, 8, 8, 8, 8, 8]);
  expect(new Set(ids).size).toBe(72);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
});

test('digits that no picture has are a bug, not a picture', () => {
  expect(() => picturesOf('9911111111111111' as PictureCode)).toThrow('no picture has');
});
