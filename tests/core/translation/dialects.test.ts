import { expect, test } from 'vitest';
import { spokenDialects, withDialects, wordedIn } from '../../../core/translation/dialects.ts';

const languages = { kl: { stop: 'Unigit', next: 'Nangiguk' }, da: { stop: 'Stop' }, sv: { stop: 'Sluta' } };
const dialects = { 'kl-tunumiit': { next: 'a word of the East' }, 'kl-x-avaneq': {} };

test('a dialect words some texts itself and takes every other one from its language', () => {
  expect(withDialects(languages, dialects)).toEqual({
    ...languages,
    'kl-tunumiit': { stop: 'Unigit', next: 'a word of the East' },
    'kl-x-avaneq': { stop: 'Unigit', next: 'Nangiguk' },
  });
});

test.each([
  ['kl-tunumiit', 'next', 'kl-tunumiit'],
  ['kl-tunumiit', 'stop', 'kl'],
  ['kl-tunumiit', 'toString', 'kl'],
  ['kl-x-avaneq', 'next', 'kl'],
  ['kl', 'next', 'kl'],
  ['da', 'stop', 'da'],
] as const)('whoever is shown %s reads the text %s as %s words it', (tag, key, from) => {
  expect(wordedIn(tag, key, dialects)).toBe(from);
});

test('only a dialect that words something is offered', () => {
  expect(spokenDialects(dialects)).toEqual(['kl-tunumiit']);
});
