import { describe, expect, test } from 'vitest';
import type { Intake } from '../../../../core/intake/intake.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import { keyTexts } from '../../translation/key-texts.ts';
import { answerTo, chosen, facts, intakeOf, left, notAsked } from './example-page.ts';

/** What the block of contact says of whether the centre may say who it is. */
function discreetIn(answers: Intake['answers']): readonly string[] {
  const block = pageOne(intakeOf(answers), facts, keyTexts()).blocks.find(({ name }) => name === 'contact');
  const entries = block?.entries ?? [];
  return entries.filter(({ label }) => label === 'pageOne.item.discreet').map(({ parts }) => parts[0]?.text ?? '');
}

describe('That the centre must not say who it is', () => {
  test.each(['sms', 'call', 'through-person', 'field-worker'])(
    'is said where others could hear it and nobody was asked: %s',
    (way) => {
      expect(discreetIn([answerTo('contact-way', chosen('meet-here', way))])).toEqual(['pageOne.discreetByDefault']);
    },
  );

  test.each([
    ['not asked', notAsked('shortTrack')],
    ['left', left('notNow')],
  ])('is said where the question was %s', (_, said) => {
    const answers = [answerTo('contact-way', chosen('sms')), answerTo('discreet', said)];
    expect(discreetIn(answers)).toEqual(['pageOne.discreetByDefault']);
  });

  test('is not said beside an answer', () => {
    const answers = [answerTo('contact-way', chosen('sms')), answerTo('discreet', chosen('say-who'))];
    expect(discreetIn(answers)).toEqual(['s say-who']);
  });

  test.each([
    ['one meets here', [answerTo('contact-way', chosen('meet-here', 'no-letters'))]],
    ['no way was chosen', []],
  ])('is not said where %s', (_, answers) => {
    expect(discreetIn(answers)).toEqual([]);
  });
});
