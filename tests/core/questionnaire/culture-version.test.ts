import { describe, expect, test } from 'vitest';
import type { Change, Overlay } from '../../../core/pack/overlay.ts';
import type { Item, QuestionnaireFile } from '../../../core/pack/questionnaire.ts';
import { adapt, optionsOf, textKey } from '../../../core/questionnaire/culture-version.ts';

const why = { dimension: 'content', reason: 'A reason that a clinician understands.' } as const;
const base: QuestionnaireFile = {
  format: 1,
  whoCanSee: [{ code: 'centre', pictogram: 'centre' }],
  item: [
    {
      linkId: 'choice',
      section: 'one',
      sensitivity: 0,
      type: 'choice',
      hint: true,
      answerOption: [{ code: 'a' }, { code: 'b' }],
    },
    { linkId: 'text', section: 'two', sensitivity: 1, type: 'string', maxLength: 10 },
  ],
};
const added: Item = { linkId: 'added', section: 'two', sensitivity: 0, type: 'string', maxLength: 10 };

function overlay(items: string[], changes: Change[], more: Partial<Overlay> = {}): Overlay {
  return { format: 1, culture: 'danish', order: { items, ...why }, changes, ...more };
}

test('An overlay without changes gives the questionnaire in its own order', () => {
  const version = adapt(base, overlay(['text', 'choice'], []));
  expect(version.items.map(({ item }) => item.linkId)).toEqual(['text', 'choice']);
  expect(version.sections).toEqual(['two', 'one']);
  expect(version.whoCanSee).toEqual(base.whoCanSee);
  expect(version.byLinkId.get('text')?.item).toEqual(base.item[1]);
});

test('Each change does what it says', () => {
  const version = adapt(
    base,
    overlay(
      ['choice', 'added'],
      [
        { change: 'drop', linkId: 'text', ...why },
        { change: 'add', item: added, ...why },
        { change: 'options', linkId: 'choice', answerOption: [{ code: 'c' }, { code: 'd' }], ...why },
        { change: 'hint', linkId: 'choice', shown: false, ...why },
        { change: 'notice', linkId: 'choice', shown: true, ...why },
        { change: 'wording', linkId: 'choice', parts: ['title', 'option.c'], ...why },
      ],
      { whoCanSee: { points: [{ code: 'police', pictogram: 'police-no' }], ...why } },
    ),
  );
  const choice = version.byLinkId.get('choice')?.item;
  expect(choice).toMatchObject({ hint: false, notice: true });
  expect(choice && optionsOf(choice)).toEqual([{ code: 'c' }, { code: 'd' }]);
  expect(version.byLinkId.has('text')).toBe(false);
  expect(version.items.map(({ item }) => item.linkId)).toEqual(['choice', 'added']);
  expect(version.whoCanSee).toEqual([{ code: 'police', pictogram: 'police-no' }]);
  expect(textKey(version, 'choice', 'title')).toBe('intake.choice@danish.title');
  expect(textKey(version, 'choice', 'option.c')).toBe('intake.choice@danish.option.c');
  expect(textKey(version, 'choice', 'option.d')).toBe('intake.choice.option.d');
});

test('A key for an item that the version lacks is the common one', () => {
  expect(textKey(adapt(base, overlay(['text', 'choice'], [])), 'nothing', 'title')).toBe('intake.nothing.title');
});

test('A text has no options', () => {
  expect(optionsOf(added)).toEqual([]);
});

describe('What loadPack refuses stops an adaptation that comes all the same:', () => {
  const options = [{ code: 'c' }, { code: 'd' }];
  test.each<[string, Overlay]>([
    ['an order with an unknown item', overlay(['nothing'], [])],
    ['a change to an unknown item', overlay(['text'], [{ change: 'hint', linkId: 'nothing', shown: true, ...why }])],
    ['options for a text', overlay(['text'], [{ change: 'options', linkId: 'text', answerOption: options, ...why }])],
  ])('%s', (_, broken) => {
    expect(() => adapt(base, broken)).toThrow();
  });
});
