import { expect, test } from 'vitest';
import { itemWeight, secondLanguage, secondLine } from '../../../renderer/i18n/second-line.ts';

test.each([
  ['kl', true, 'question', 'under'],
  ['kl', true, 'privacy', 'first'],
  ['kl', true, 'plain', 'none'],
  ['kl', false, 'question', 'none'],
  ['kl', false, 'privacy', 'none'],
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
