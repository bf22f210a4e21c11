import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubledKeys, parseJson } from '../../tools/content/json-text.ts';

test.each([
  ['a key that stands twice', '{"a": 1, "b": 2, "a": 3}', ['a']],
  ['a key that stands twice deep inside', '{"a": [{"b": {"c": 1, "c": 2}}]}', ['c']],
  ['the same key in two objects', '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}', []],
  ['a key that a text quotes', '{"a": "\\"a\\": 1, \\"a\\": 2 {["}', []],
  ['a key that is written in two ways', '{"a": 1, "\\u0061": 2}', ['a']],
  ['texts in a list', '["a", "a"]', []],
  ['no object', '7', []],
])('Finds %s', (_, text, found) => {
  expect(doubledKeys(text)).toEqual(found);
});

test('Finds no doubled key in anything that was written as JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => doubledKeys(JSON.stringify(value, null, 1)).length === 0));
});

test.each([
  ['{"a": 1}', { ok: true, value: { a: 1 } }],
  ['{\n"a": 1,\n}', { ok: false, error: expect.stringContaining('line 3') as string }],
  ['{"a": 1} x', { ok: false, error: expect.stringContaining('line 1') as string }],
  ['', { ok: false, error: expect.stringContaining('at its end') as string }],
])('Reads %j, or says where it breaks off', (text, result) => {
  expect(parseJson(text)).toEqual(result);
});
