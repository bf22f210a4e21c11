import { expect, test } from 'vitest';
import * as core from '../../../core/basics/language.ts';
import { languageFamilies, languageOf, LANGUAGE_TAGS, LANGUAGES } from '../../../renderer/i18n/language.ts';

test('The window knows the languages and dialects that core knows', () => {
  expect(LANGUAGES).toEqual(core.LANGUAGES);
  expect(LANGUAGE_TAGS).toEqual(core.LANGUAGE_TAGS);
  for (const tag of LANGUAGE_TAGS) expect(languageOf(tag)).toBe(core.languageOf(tag));
});

test('Dialects stand behind their language, and only those that are offered', () => {
  expect(languageFamilies(['kl-x-avaneq'])).toEqual([
    { language: 'kl', dialects: ['kl-x-avaneq'] },
    { language: 'da', dialects: [] },
    { language: 'sv', dialects: [] },
  ]);
});
