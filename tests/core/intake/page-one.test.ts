import { describe, expect, test } from 'vitest';
import { CULTURES, LANGUAGES } from '../../../core/basics/language.ts';
import { pageOne } from '../../../core/intake/page-one.ts';
import { BLOCK_NAMES } from '../../../core/intake/page-one/model.ts';
import { hasPlace } from '../../../core/intake/page-one/places.ts';
import { realPack } from '../../journeys/real-pack.ts';
import { keyTexts } from '../translation/key-texts.ts';
import { answerTo, chosen, facts, intakeOf, left, pageTexts, words } from './page-one/example-page.ts';
import { wholeIntake } from './page-one/whole-intake.ts';

const texts = keyTexts();

describe('The blocks', () => {
  test('stand in the order in which a centre reads, and only where something stands in them', () => {
    const answers = [
      answerTo('peer-mentor', chosen('yes')),
      answerTo('strengths', chosen('music')),
      answerTo('new-question', words('x')),
      answerTo('shaking', chosen('no')),
      answerTo('takes-room', chosen('alcohol')),
      answerTo('contact-way', chosen('sms')),
      answerTo('income', left('notNow')),
      answerTo('call-name', words('Aviâja')),
    ];
    const { blocks } = pageOne(intakeOf(answers), facts, texts);
    expect(blocks.map(({ name, title }) => [name, title])).toEqual(
      ['contact', 'language', 'substances', 'body', 'strengths', 'next', 'other', 'unanswered', 'permissions'].map(
        (name) => [name, `pageOne.block.${name}`],
      ),
    );
    expect(blocks[0]?.entries.map(({ linkId }) => linkId)).toEqual(['call-name', 'contact-way', null]);
  });

  test('are all there for a whole intake with an instrument and a question of the centre', () => {
    const { answers } = wholeIntake('greenlandic', { options: 1, words: 20 });
    const instrument = { slot: 'x', title: 'X', version: '1', language: 'da', validated: 'yes' } as const;
    const result = { ...instrument, score: 1, maxScore: 2, answered: 1, questions: 1, unitGrams: null, reached: [] };
    const more = [answerTo('new-question', words('x')), answerTo('legal', left('notNow'))];
    const intake = intakeOf([...answers, ...more], { instruments: [result] });
    expect(pageOne(intake, facts, texts).blocks.map(({ name }) => name)).toEqual(BLOCK_NAMES);
  });
});

const shipped = CULTURES.map((culture) => realPack[culture]);
const linkIds = [...new Set(shipped.flatMap(({ items }) => items.map(({ item }) => item.linkId)))];
const rules = [...new Set(shipped.flatMap(({ safety }) => safety.map(({ id }) => id)))];

test('Every question that ships has a place on the page', () => {
  expect(linkIds.filter((linkId) => !hasPlace(linkId))).toEqual([]);
});

describe.each(LANGUAGES)('The page in %s', (language) => {
  const read = pageTexts(language);

  test('has a short label for every question that ships', () => {
    expect(linkIds.filter((linkId) => read[`pageOne.item.${linkId}`] === undefined)).toEqual([]);
  });

  test('says in plain words what every safety rule means', () => {
    expect(rules.filter((rule) => read[`pageOne.flag.${rule}`] === undefined)).toEqual([]);
  });

  test('can tell two questions apart by their labels', () => {
    const labels = linkIds.map((linkId) => read[`pageOne.item.${linkId}`]);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });
});
