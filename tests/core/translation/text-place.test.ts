import { expect, test } from 'vitest';
import { placeOfText } from '../../../core/translation/text-place.ts';

test.each([
  ['kiosk.hide', 'screens'],
  ['intake.section.people', 'section'],
  ['intake.whoCanSee.title', 'whoCanSee'],
  ['intake.nonAnswer.notNow', 'nonAnswer'],
  ['desk.title', 'desk'],
  ['something', 'elsewhere'],
])('%s stands at %s', (key, kind) => {
  expect(placeOfText(key)).toEqual({ kind });
});

test('a text of a question tells which question, which version and which part', () => {
  const question = { kind: 'question', linkId: 'strengths' } as const;
  expect(placeOfText('intake.strengths.title')).toEqual({
    ...question,
    culture: null,
    part: 'title',
    partName: 'title',
  });
  expect(placeOfText('intake.strengths@greenlandic.option.family')).toEqual({
    ...question,
    ...{ culture: 'greenlandic', part: 'option', partName: 'option' },
  });
  expect(placeOfText('intake.strengths.unit')).toEqual({ ...question, culture: null, part: 'other', partName: 'unit' });
  expect(placeOfText('intake.strengths')).toEqual({ ...question, culture: null, part: 'other', partName: '' });
});
