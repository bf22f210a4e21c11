import { describe, expect, test } from 'vitest';
import type { Intake } from '../../../../core/intake/intake.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import { keyTexts } from '../../translation/key-texts.ts';
import { answerTo, chosen, facts, intakeOf, left, notAsked } from './example-page.ts';

const texts = keyTexts('', { 'pageOne.questions': 'questions: {{count}}' });

/** The lines of a block: each label and what stands beside it. */
function linesOf(name: string, answers: Intake['answers']): readonly (readonly string[])[] {
  const block = pageOne(intakeOf(answers), facts, texts).blocks.find((each) => each.name === name);
  return (block?.entries ?? []).map(({ label, parts }) => [label, ...parts.map(({ text }) => text)]);
}

describe('What was not answered', () => {
  test('begins with what the person would rather tell somebody, and keeps the other reasons apart', () => {
    const answers = [
      answerTo('helper', notAsked('helperPresent')),
      answerTo('age', left('dontKnow')),
      answerTo('call-name', left('notNow')),
      answerTo('income', left('tellAPerson')),
      answerTo('strengths', left('tellAPerson')),
    ];
    expect(linesOf('unanswered', answers)).toEqual([
      ['pageOne.unanswered.tellAPerson', 'pageOne.item.income; pageOne.item.strengths'],
      ['pageOne.unanswered.notNow', 'pageOne.item.call-name'],
      ['pageOne.unanswered.dontKnow', 'pageOne.item.age'],
      ['pageOne.unanswered.helperPresent', 'pageOne.item.helper'],
    ]);
  });

  test('is counted, not listed, where the short track or the way to the end left it out', () => {
    const answers = [
      answerTo('income', notAsked('shortTrack')),
      answerTo('mood', notAsked('shortTrack')),
      answerTo('worker', notAsked('leftOpen')),
    ];
    expect(linesOf('unanswered', answers)).toEqual([
      ['pageOne.unanswered.shortTrack', 'questions: 2'],
      ['pageOne.unanswered.leftOpen', 'questions: 1'],
    ]);
  });

  test('has no block where everything was answered', () => {
    const { blocks } = pageOne(intakeOf([answerTo('age', chosen('25-34'))]), facts, texts);
    expect(blocks.map(({ name }) => name)).not.toContain('unanswered');
  });
});

describe('A block that speaks of danger', () => {
  test('says which of its questions have no answer, so that silence is not read as no', () => {
    const answers = [
      answerTo('fits', notAsked('helperPresent')),
      answerTo('pregnant', notAsked('shortTrack')),
      answerTo('afraid', left('tellAPerson')),
      answerTo('shaking', chosen('no')),
    ];
    expect(linesOf('body', answers)).toEqual([
      ['pageOne.item.shaking', 's no'],
      ['pageOne.open.left', 'pageOne.item.afraid'],
      ['pageOne.open.notAsked', 'pageOne.item.fits; pageOne.item.pregnant'],
    ]);
  });

  test('says so for what is used, too', () => {
    expect(linesOf('substances', [answerTo('injecting', left('notNow'))])).toEqual([
      ['pageOne.open.left', 'pageOne.item.injecting'],
    ]);
  });

  test('is the only kind of block that does', () => {
    expect(linesOf('hopes', [answerTo('help-first', left('notNow'))])).toEqual([]);
  });
});
