import { expect, test } from 'vitest';
import { text, textsSchema } from '../../../core/translation/catalogue.ts';

const texts = { plain: 'Hej', twice: '{{name}} og {{name}}', day: 'Dag {{day}} af 14', spaced: '{{ day }}' };

test.each([
  ['plain', {}, 'Hej'],
  ['plain', { name: 'x' }, 'Hej'],
  ['day', { day: 3 }, 'Dag 3 af 14'],
  ['twice', { name: 'Hans' }, 'Hans og Hans'],
  ['twice', {}, ' og '],
  ['twice', { name: '$& {{day}} $1' }, '$& {{day}} $1 og $& {{day}} $1'],
  ['spaced', { day: 3 }, '{{ day }}'],
])('%s with %j reads %j', (key, values, expected) => {
  expect(text(texts, key, values)).toBe(expected);
});

test('A text needs no values', () => {
  expect(text(texts, 'plain')).toBe('Hej');
});

test.each(['missing', 'constructor', '__proto__', 'toString'])('A missing text throws: %s', (key) => {
  expect(() => text(texts, key)).toThrow(`The content version lacks the text ${key}`);
});

test.each<[string, unknown]>([
  ['no text', { a: '' }],
  ['too long a text', { a: 'a'.repeat(2001) }],
  ['a text within a text', { a: { b: 'c' } }],
  ['too long a key', { ['a'.repeat(121)]: 'b' }],
  ['no object', ['a']],
])('A file with %s is refused', (_, file) => {
  expect(textsSchema.safeParse(file).success).toBe(false);
  expect(textsSchema.safeParse(texts).success).toBe(true);
});
