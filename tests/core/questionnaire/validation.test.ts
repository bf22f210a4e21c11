import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../core/pack/questionnaire.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { validateAnswer } from '../../../core/questionnaire/validation.ts';

const shape = { linkId: 'item', section: 'all', sensitivity: 0 };
const options = [
  { code: 'a' },
  { code: 'b' },
  { code: 'c', enableWhen: [{ question: 'name', operator: 'exists', answerBoolean: true } as const] },
  { code: 'none', exclusive: true },
];
const one: Item = { ...shape, type: 'choice', answerOption: options };
const two: Item = { ...shape, type: 'choice', repeats: true, maxAnswers: 2, answerOption: options };
const any: Item = { ...shape, type: 'choice', repeats: true, answerOption: options };
const words: Item = { ...shape, type: 'string', maxLength: 5 };

const nobody = (): undefined => undefined;
const named = (): Answer => ({ kind: 'text', text: 'Maja' });

function codes(...chosen: string[]): Answer {
  return { kind: 'codes', codes: chosen };
}

function text(written: string): Answer {
  return { kind: 'text', text: written };
}

describe('A choice', () => {
  test.each<[string, Item, Answer, Answer]>([
    ['of one stands', one, codes('b'), codes('b')],
    ['stands in the order of the item, without doubles', two, codes('b', 'a', 'b'), codes('a', 'b')],
    ['of what stands alone stands alone', two, codes('none'), codes('none')],
    ['has no limit but the options where none is set', any, codes('b', 'a'), codes('a', 'b')],
  ])('%s', (_, item, answer, stored) => {
    expect(validateAnswer(item, answer, nobody)).toEqual({ ok: true, value: stored });
  });

  test.each<[string, Item, Answer, object]>([
    ['of something unknown is refused', one, codes('z'), { kind: 'unknownOption' }],
    ['of an option that is hidden is refused', one, codes('c'), { kind: 'unknownOption' }],
    ['of an inherited name is refused', one, codes('constructor'), { kind: 'unknownOption' }],
    ['of two where one is asked for is refused', one, codes('a', 'b'), { kind: 'tooMany', maxAnswers: 1 }],
    ['of too many is refused', two, codes('a', 'b', 'none'), { kind: 'tooMany', maxAnswers: 2 }],
    ['of what stands alone beside another is refused', two, codes('a', 'none'), { kind: 'notAlone' }],
    ['of nothing is refused', two, codes(), { kind: 'empty' }],
    ['cannot be a text', one, text('a'), { kind: 'wrongType' }],
  ])('%s', (_, item, answer, error) => {
    expect(validateAnswer(item, answer, nobody)).toEqual({ ok: false, error });
  });

  test('of an option with a condition stands where the condition holds', () => {
    expect(validateAnswer(one, codes('c'), named)).toEqual({ ok: true, value: codes('c') });
    expect(validateAnswer(any, codes('a', 'b', 'c'), named).ok).toBe(true);
  });
});

describe('A text', () => {
  test.each<[string, string, string]>([
    ['stands as it is written', 'Maja', 'Maja'],
    ['is trimmed', '  a b\n', 'a b'],
    ['keeps its lines', 'a\n\tb', 'a\n\tb'],
    ['is stored in Unicode form C', 'Aka\u0301', 'Ak\u00e1'],
    ['loses control characters', 'a\u0000\u0007\u001b\u0085b', 'ab'],
    ['loses what turns the reading direction', '\u202ea\u2066b\u200f\u061c', 'ab'],
    ['is in form C after what stood between letter and accent is gone', 'a\u200e\u0301', '\u00e1'],
    ['loses half a character, which no file can hold', 'a\ud83db', 'ab'],
    ['keeps a whole character of two halves', '\ud83d\ude42', '\ud83d\ude42'],
    ['is measured as it is stored', ' abcde\u0000 ', 'abcde'],
  ])('%s', (_, written, stored) => {
    expect(validateAnswer(words, text(written), nobody)).toEqual({ ok: true, value: text(stored) });
  });

  test.each<[string, Answer, object]>([
    ['of spaces only is refused', text(' \n\u00a0'), { kind: 'empty' }],
    ['of control characters only is refused', text('\u200e\u0000'), { kind: 'empty' }],
    ['that is too long is refused', text('abcdef'), { kind: 'tooLong', maxLength: 5 }],
    ['cannot be a choice', codes('a'), { kind: 'wrongType' }],
  ])('%s', (_, answer, error) => {
    expect(validateAnswer(words, answer, nobody)).toEqual({ ok: false, error });
  });
});

test.each<Answer>([
  { kind: 'notNow' },
  { kind: 'tellAPerson' },
  { kind: 'dontKnow' },
  { kind: 'notAsked', why: 'helperPresent' },
])('$kind fits every item', (answer) => {
  for (const item of [one, words]) expect(validateAnswer(item, answer, nobody)).toEqual({ ok: true, value: answer });
});

test('Whatever is taken is taken again unchanged', () => {
  const written = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('a', '\u0301', '\u200e', '\ud83d', '\ude42', ' ', '\u061c', '\ufeff', '\n') }),
  );
  const item: Item = { ...words, maxLength: 40 };
  fc.assert(
    fc.property(written, (each) => {
      const once = validateAnswer(item, text(each), nobody);
      if (once.ok) expect(validateAnswer(item, once.value, nobody)).toEqual(once);
    }),
    { numRuns: 500 },
  );
});
