import { describe, expect, test } from 'vitest';
import type { Intake, IntakeAnswer } from '../../../../core/intake/intake.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import type { PageOneEntry, PageOnePart } from '../../../../core/intake/page-one/model.ts';
import { keyTexts } from '../../translation/key-texts.ts';
import { answerTo, chosen, facts, intakeOf, picked, textsWithout, words } from './example-page.ts';

const texts = keyTexts('', {
  'pageOne.days': '{{count}} of {{of}} days',
  'pageOne.outOfTen': '{{number}} of 10',
  'pageOne.estimate': '{{grams}} g ({{units}} units)',
  'pageOne.number.cannabis-amount': '{{number}} joints',
});

function entryOf(answer: IntakeAnswer, more: Partial<Intake> = {}, read = texts): PageOneEntry {
  const entries = pageOne(intakeOf([answer], more), facts, read).blocks.flatMap((block) => block.entries);
  const found = entries.filter(({ linkId }) => linkId === answer.linkId);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} lines for ${answer.linkId}`);
  return found[0];
}

function partsOf(linkId: string, said: IntakeAnswer['said'], more: Partial<Intake> = {}): readonly PageOnePart[] {
  return entryOf(answerTo(linkId, said), more).parts;
}

test('Chosen answers stand in the language of the site, one after the other', () => {
  expect(partsOf('strengths', chosen('music', 'work'))).toEqual([{ kind: 'said', text: 's music; s work' }]);
});

describe('Own words', () => {
  test('stand as they were typed', () => {
    expect(partsOf('good-day-words', words('Aviâja ❤ <b>'))).toEqual([{ kind: 'own', text: 'Aviâja ❤ <b>' }]);
  });

  test('stand in one line, with a stroke for each break', () => {
    expect(partsOf('good-day-words', words('\n a \r\n\n b\u2028c'))).toEqual([{ kind: 'own', text: 'a / b / c' }]);
  });

  test.each(['call-name', 'phone-number', 'personal-number', 'contact-person', 'must-not-see-who', 'named-after'])(
    'are facts where they name somebody: %s',
    (linkId) => {
      expect(partsOf(linkId, words('12 34'))).toEqual([{ kind: 'said', text: '12 34' }]);
    },
  );
});

describe('Importance and belief', () => {
  const step = (weight: number, siteText: string): IntakeAnswer['said'] => ({
    kind: 'options',
    options: [{ code: String(weight), text: 'x', siteText, weight }],
  });

  test.each([
    [8, 'The boat is near.', '8 of 10: The boat is near.'],
    [7, '7', '7 of 10'],
    [5, '5 – It matters', '5 of 10: It matters'],
    [1, '10 years', '1 of 10: 10 years'],
    [10, '10 % sure', '10 of 10: 10 % sure'],
    [1, '10 – much', '1 of 10: 10 – much'],
  ])('are told out of ten, with the words of the step: %i, %s', (weight, siteText, told) => {
    expect(partsOf('importance', step(weight, siteText))).toEqual([{ kind: 'said', text: told }]);
  });

  test('are told in words where a story was chosen', () => {
    expect(partsOf('confidence', chosen('like-pavia'))).toEqual([{ kind: 'said', text: 's like-pavia' }]);
  });

  test('alone are counted out of ten', () => {
    expect(partsOf('mood', step(2, 'Low'))).toEqual([{ kind: 'said', text: 'Low' }]);
  });
});

describe('Numbers and days', () => {
  test('are told as they are', () => {
    const read = textsWithout(/^pageOne\.number\./);
    expect(entryOf(answerTo('many-glasses', { kind: 'number', value: 4 }), {}, read).parts).toEqual([
      { kind: 'said', text: '4' },
    ]);
  });

  test('say what they count where the label does not', () => {
    expect(partsOf('cannabis-amount', { kind: 'number', value: 0 })).toEqual([{ kind: 'said', text: '0 joints' }]);
  });

  test.each([
    [[0, 3, 5], '3 of 28 days'],
    [[], '0 of 28 days'],
    [[2, 2], '1 of 28 days'],
  ])('of a calendar are counted: %j', (daysAgo, told) => {
    expect(partsOf('days-without', { kind: 'days', daysAgo, lastDays: 28 })).toEqual([{ kind: 'said', text: told }]);
  });
});

describe('The last times of drinking', () => {
  const drink = { ...picked('can'), count: 6, centilitres: 50, percent: 4.6 };
  const share = { ...picked('half'), weight: 0.5 };
  const time = { drinks: [drink], share: null, company: null, grams: 108.9 };

  test('are told one by one, as estimates in grams and in the units of the country', () => {
    const episodes = [time, { ...time, grams: 24, share, company: picked('friends') }];
    expect(partsOf('last-times', { kind: 'episodes', episodes })).toEqual([
      { kind: 'estimated', text: '109 g (9,1 units): 6 × s can' },
      { kind: 'estimated', text: '24 g (2 units): 6 × s can; s half; s friends' },
    ]);
  });

  test('use the unit that the intake came with', () => {
    const said = { kind: 'episodes' as const, episodes: [time] };
    expect(partsOf('last-times', said, { unitGrams: 10 })).toMatchObject([{ text: '109 g (10,9 units): 6 × s can' }]);
  });
});

test('People stand ring by ring, and those of one kind together', () => {
  const at = (who: string, ring: string): { who: ReturnType<typeof picked>; ring: ReturnType<typeof picked> } => ({
    who: picked(who),
    ring: picked(ring),
  });
  const people = [at('friends', 'far'), at('children', 'here'), at('friends', 'far'), at('parents', 'far')];
  expect(partsOf('people', { kind: 'circle', people })).toEqual([
    { kind: 'said', text: 's far: s friends × 2; s parents' },
    { kind: 'said', text: 's here: s children' },
  ]);
});

describe('The label', () => {
  test('is short where the page knows the item', () => {
    expect(entryOf(answerTo('age', chosen('25-34'))).label).toBe('pageOne.item.age');
  });

  test('is the question itself where it does not', () => {
    const asked = answerTo('new-question', chosen('x'));
    expect(entryOf(asked, {}, textsWithout(/new-question/)).label).toBe('S new-question');
  });
});

describe('A wording that nobody has approved', () => {
  const asked = (language: IntakeAnswer['language'], reviewStatus: IntakeAnswer['reviewStatus']): boolean => {
    const answer = answerTo('age', chosen('25-34'), { language, reviewStatus });
    const entries = pageOne(intakeOf([answer, answerTo('mood', chosen('x'))]), facts, texts).blocks;
    return entries.flatMap((block) => block.entries).some(({ isDraft }) => isDraft);
  };

  test.each([
    ['kl', 'draft', true],
    ['kl', 'reviewed', true],
    ['kl-tunumiit', 'draft', true],
    ['kl', 'approved', false],
    ['da', 'draft', false],
    ['sv', 'reviewed', false],
  ] as const)('is marked at the answer: %s, %s: %s', (language, reviewStatus, isMarked) => {
    expect(asked(language, reviewStatus)).toBe(isMarked);
  });

  test('is told once where everything was asked in such words', () => {
    const draft = { language: 'kl', reviewStatus: 'draft' } as const;
    const answers = [answerTo('age', chosen('25-34'), draft), answerTo('mood', chosen('x'), draft)];
    const entries = pageOne(intakeOf(answers), facts, texts).blocks.flatMap((block) => block.entries);
    expect(entries.some(({ isDraft }) => isDraft)).toBe(false);
    expect(entries.filter(({ label }) => label === 'pageOne.wording')).toMatchObject([
      { parts: [{ text: 'pageOne.draftWording' }] },
    ]);
  });
});

test.each([
  ['must-not-see', chosen('yes'), true],
  ['must-not-see', chosen('tell-centre'), true],
  ['must-not-see', chosen('no'), false],
  ['must-not-see', words('x'), false],
  ['must-not-see-who', words('x'), true],
  ['may-know', chosen('yes'), false],
])('Who must not see it cannot be overlooked: %s', (linkId, said, isLoud) => {
  expect(entryOf(answerTo(linkId, said)).isLoud).toBe(isLoud);
});
