import { expect, test } from 'vitest';
import { requiredTexts, textParts } from '../../../core/pack/required-texts.ts';
import { instrumentPack } from '../../journeys/instrument-pack.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { realPack } from '../../journeys/real-pack.ts';

test('A version needs its titles, everything to choose, sections, points and non-answers', () => {
  const needed = requiredTexts(oddPack.swedish);
  expect(needed.slice(0, 4)).toEqual([
    'intake.second.title',
    'intake.second.option.yes',
    'intake.second.option.maybe',
    'intake.second.option.no',
  ]);
  expect(needed).toContain('intake.words.title');
  expect(needed).toContain('intake.drunk.container.bottle');
  expect(needed.slice(-6)).toEqual([
    'intake.section.all',
    'intake.section.numbers',
    'intake.whoCanSee.centre',
    'intake.nonAnswer.notNow',
    'intake.nonAnswer.tellAPerson',
    'intake.nonAnswer.dontKnow',
  ]);
});

test('A hint and a notice are needed only where they are shown', () => {
  expect(requiredTexts(realPack.swedish)).toContain('intake.cannabis-pattern.notice');
  expect(requiredTexts(realPack.danish)).not.toContain('intake.cannabis-pattern.notice');
  expect(requiredTexts(realPack.danish)).toContain('intake.strengths.hint');
  expect(requiredTexts(realPack.danish)).not.toContain('intake.helper.hint');
});

test('A wording of its own replaces the common one', () => {
  const needed = requiredTexts(realPack.greenlandic);
  expect(needed).toContain('intake.strengths@greenlandic.title');
  expect(needed).not.toContain('intake.strengths.title');
  expect(needed).toContain('intake.nonAnswer@greenlandic.dontKnow');
  expect(needed).not.toContain('intake.nonAnswer.dontKnow');
});

test('Another kind of answer needs what it offers, and no more what the other offered', () => {
  expect(requiredTexts(realPack.greenlandic)).toContain('intake.last-times.share.half');
  expect(requiredTexts(realPack.danish)).not.toContain('intake.last-times.share.half');
  expect(requiredTexts(realPack.swedish)).not.toContain('intake.people.ring.here');
});

test('The words of an instrument stand apart', () => {
  expect(requiredTexts(instrumentPack.danish)).toContain('instrument.invented-example-q1.title');
});

test('An item has its title first, then hint and notice, then everything to choose', () => {
  const item = realPack.danish.byLinkId.get('anonymity')?.item;
  const parts = item === undefined ? [] : textParts(item);
  expect(parts).toEqual(['title', 'hint', 'notice', 'option.name', 'option.phone-only', 'option.code-only']);
});
