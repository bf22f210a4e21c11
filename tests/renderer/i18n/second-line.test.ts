import { describe, expect, test } from 'vitest';
import { CULTURES } from '../../../core/basics/language.ts';
import {
  detailWeight,
  hintWeight,
  itemWeight,
  secondLanguage,
  secondLine,
} from '../../../renderer/i18n/second-line.ts';
import { realPack } from '../../journeys/real-pack.ts';

test.each([
  ['kl', true, 'question', 'under'],
  ['kl', true, 'privacy', 'first'],
  ['kl', true, 'plain', 'none'],
  ['kl', false, 'question', 'none'],
  ['kl', false, 'privacy', 'none'],
  ['kl-tunumiit', true, 'privacy', 'first'],
  ['kl-x-avaneq', true, 'question', 'under'],
  ['da', true, 'privacy', 'none'],
  ['sv', true, 'question', 'none'],
] as const)(
  'In %s (unapproved: %s) a %s text has the site’s language: %s',
  (language, unapproved, weight, expected) => {
    expect(secondLine({ language, unapproved, weight })).toBe(expected);
  },
);

test.each([
  ['da', 'da'],
  ['sv', 'sv'],
  ['kl', 'da'],
] as const)('At a site that speaks %s, %s stands beside unapproved Greenlandic', (site, expected) => {
  expect(secondLanguage(site)).toBe(expected);
});

test.each([
  ['anonymity', 2, 'privacy'],
  ['strengths', 0, 'question'],
  ['takes-room', 2, 'question'],
  ['afraid', 3, 'privacy'],
])('The texts of %s, of sensitivity %i, weigh as %s', (linkId, sensitivity, expected) => {
  expect(itemWeight({ linkId, sensitivity })).toBe(expected);
});

test.each([
  ['strengths', 0, false, 'plain'],
  ['strengths', 0, true, 'question'],
  ['anonymity', 2, false, 'privacy'],
  ['anonymity', 2, true, 'privacy'],
  ['afraid', 3, false, 'privacy'],
] as const)(
  'Answers of %s, of sensitivity %i (asked by the mark: %s), weigh as %s',
  (linkId, sensitivity, asked, expected) => {
    expect(detailWeight({ linkId, sensitivity }, asked)).toBe(expected);
  },
);

test.each([
  ['contact-way', false, 'privacy'],
  ['contact-way', true, 'privacy'],
  ['strengths', false, 'plain'],
  ['strengths', true, 'question'],
] as const)(
  'The hint of %s (asked by the mark: %s) weighs as %s: a permission is read in approved words',
  (linkId, asked, expected) => {
    expect(hintWeight({ linkId, sensitivity: 1 }, asked)).toBe(expected);
  },
);

describe('In the questionnaire that ships', () => {
  const items = new Map(CULTURES.flatMap((culture) => realPack[culture].items.map(({ item }) => [item.linkId, item])));
  const weightOf = (linkId: string): string | undefined => {
    const item = items.get(linkId);
    return item && itemWeight(item);
  };

  test.each([
    ...[
      'anonymity',
      'urgent',
      'shaking',
      'fits',
      'too-much',
      'pregnant',
      'illness',
      'illness-what',
      'afraid',
      'not-live',
    ],
    ...[
      'injecting',
      'substitution',
      'looks-after',
      'heavy-before',
      'personal-number',
      'discreet',
      'named-after-shared',
    ],
    ...['peer-permission', 'community-permission', 'allorfik-permission'],
  ])('%s is read in approved words first', (linkId) => {
    expect(weightOf(linkId)).toBe('privacy');
  });

  test.each(['strengths', 'people', 'call-name', 'takes-room', 'last-times', 'barriers', 'most-important'])(
    '%s is read in Greenlandic first',
    (linkId) => {
      expect(weightOf(linkId)).toBe('question');
    },
  );

  test('everything that is not asked while a helper is there is read in approved words first', () => {
    const high = [...items.values()].filter(({ sensitivity }) => sensitivity === 3);
    expect(high.length).toBeGreaterThan(5);
    for (const item of high) expect(itemWeight(item), item.linkId).toBe('privacy');
  });
});
