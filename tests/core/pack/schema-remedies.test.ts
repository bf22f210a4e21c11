import { expect, test } from 'vitest';
import { z } from 'zod';
import { schemaProblems } from '../../../core/pack/schema-remedies.ts';

const schema = z.strictObject({
  name: z.string().max(5).optional(),
  list: z.array(z.number()).max(2).optional(),
  day: z.iso.date().optional(),
  texts: z.record(z.string().max(3), z.string()).optional(),
  other: z.union([z.string(), z.array(z.string())]).optional(),
  even: z
    .number()
    .refine((value) => value % 2 === 0, 'Write an even number.')
    .optional(),
});

function problemsOf(source: unknown): readonly unknown[] {
  const { error } = schema.safeParse(source);
  return error === undefined ? [] : schemaProblems(source, error);
}

test.each([
  ['a text that is too long', { name: 'Aviaja' }, 'name', 'Write at most 5 characters.'],
  ['a list that is too long', { list: [1, 2, 3] }, 'list', 'Write at most 2 entries.'],
  ['an entry of a list', { list: [1, 'two'] }, 'list > number 2', 'This must be a number.'],
  ['a text that is none', { name: 7 }, 'name', 'This must be a text in quotation marks.'],
  ['an object that is none', { texts: 'x' }, 'texts', 'This must be an object in { }.'],
  ['what a rule of its own says', { even: 3 }, 'even', 'Write an even number.'],
  ['a format that has no words of its own', { day: 'yesterday' }, 'day', 'Invalid ISO date'],
  ['one of several shapes', { other: 7 }, 'other', 'Invalid input'],
  ['a key that is too long', { texts: { abcd: 'x' } }, 'texts > abcd', 'Invalid key in record'],
])('%s is said plainly, with its place', (_, source, place, remedy) => {
  expect(problemsOf(source)).toEqual([{ place, remedy }]);
});

test('A shape that is not known by its name is named as the schema names it', () => {
  const source = { size: 7 };
  const { error } = z.object({ size: z.date() }).safeParse(source);
  expect(error === undefined ? [] : schemaProblems(source, error)).toEqual([
    { place: 'size', remedy: 'This must be date.' },
  ]);
});

test('A file that is missing altogether is said to be missing', () => {
  expect(problemsOf(undefined)).toEqual([
    { place: 'the whole file', remedy: '"the whole file" is missing: write it.' },
  ]);
});
