import { expect, test } from 'vitest';
import { PICTURE_KINDS, picturesOf, parseCode } from '../../../core/intake/picture-code.ts';
import {
  chosenPictures,
  entryStep,
  isWholeCode,
  withDigit,
  withoutDigit,
  withoutLast,
} from '../../../renderer/screens/citizen/picture-entry.ts';
import { expectOk } from '../../expect-ok.ts';

const WHOLE = '1122334455667788';

test('the first of two digits is the kind, the second the picture, as the code itself has it', () => {
  const pictures = picturesOf(expectOk(parseCode(WHOLE))).map(({ kind, picture }) => ({ kind, picture }));
  expect(chosenPictures(WHOLE)).toEqual(pictures);
  expect(chosenPictures(WHOLE.slice(0, 5))).toEqual(pictures.slice(0, 2));
});

test('a kind is asked for, then one of its pictures, eight times, and then nothing', () => {
  expect(entryStep('')).toEqual({ step: 'kind', kinds: PICTURE_KINDS.map(({ kind }) => kind) });
  expect(entryStep('3')).toMatchObject({ step: 'picture', ...PICTURE_KINDS[2] });
  expect(entryStep('34').step).toBe('kind');
  expect([entryStep(WHOLE).step, isWholeCode(WHOLE)]).toEqual(['whole', true]);
});

test.each([
  ['a digit more', withDigit('12', 8), '128'],
  ['no digit more than there are places', withDigit(WHOLE, 1), WHOLE],
  ['a digit back', withoutDigit('123'), '12'],
  ['no digit back where none is', withoutDigit(''), ''],
  ['the kind back, while its picture is chosen', withoutLast('123'), '12'],
  ['a whole picture back', withoutLast('1234'), '12'],
  ['no picture back where none is', withoutLast(''), ''],
])('%s', (_, digits, expected) => {
  expect(digits).toBe(expected);
});
