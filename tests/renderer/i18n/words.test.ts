import { expect, test } from 'vitest';
import type { Language, LanguageTag } from '../../../core/basics/language.ts';
import { formatDay, type Translate } from '../../../renderer/i18n/format.ts';
import { languageOf, perTag } from '../../../renderer/i18n/language.ts';
import { createTranslator, unapprovedKeys } from '../../../renderer/i18n/translator.ts';
import { createWords, type Words } from '../../../renderer/i18n/words.ts';

const texts = {
  kl: { 'a.title': 'Nalunaarasuartaateqarfik', 'a.duty': 'Sulisoq: {{name}}', 'a.date': 'Ulloq: {{date}}' },
  da: { 'a.title': 'Telegrafstation', 'a.duty': 'På vagt: {{name}}', 'a.date': 'Dag: {{date}}', 'a.only': 'Kun her' },
  sv: { 'a.title': 'Telegrafstation', 'a.duty': 'I tjänst: {{name}}', 'a.date': 'Dag: {{date}}' },
};
const months = { kl: 'marsi', da: 'marts', sv: 'mars' };

/** What the dialects word themselves. */
const ownWords: Partial<Record<LanguageTag, Readonly<Record<string, string>>>> = {
  'kl-tunumiit': { 'a.duty': 'Sulisoq Tunumi: {{name}}' },
};

/** The texts of a tag as the kiosk gives them: a dialect comes whole. */
function loaded(tag: LanguageTag) {
  const language = languageOf(tag);
  const dated = { 'kiosk.month.3': months[language], 'kiosk.date': '{{day}}. {{month}} {{year}}' };
  return { texts: { ...texts[language], ...dated, ...ownWords[tag] }, unapproved: [`only.${tag}`] };
}

const everything = perTag(loaded);

function words(language: LanguageTag, siteLanguage: Language = 'da', unapproved: readonly string[] = []): Words {
  const translator = createTranslator(everything, siteLanguage);
  const translate = (each: LanguageTag): Translate => {
    const t = translator.getFixedT(each);
    return (key, values) => t(key, { ...values });
  };
  return createWords({ language, siteLanguage, unapproved: new Set(unapproved), translate });
}

test('Long Greenlandic words may break, Danish ones stay as they are', () => {
  expect(words('kl').say('a.title')).toMatch(/\u00AD/u);
  expect(words('kl').say('a.title').replaceAll('\u00AD', '')).toBe('Nalunaarasuartaateqarfik');
  expect(words('da').say('a.title')).toBe('Telegrafstation');
});

test('No language stands in for another one: a missing text shows as its key', () => {
  expect(words('kl').say('a.only')).toBe('⟦a.only⟧');
});

test('A value stands in the text as it was given', () => {
  expect(words('da').say('a.duty', { name: 'Naja & <Ole>' })).toBe('På vagt: Naja & <Ole>');
});

test('A value cannot call up another text', () => {
  expect(words('da').say('a.duty', { name: '$t(a.only)' })).toBe('På vagt: $t(a.only)');
});

test('Unapproved Greenlandic has the site’s language under it', () => {
  const { first, second } = words('kl', 'sv', ['a.duty']).lines('a.duty', 'question', { name: 'Naja' });
  expect(first).toEqual({ text: 'Sulisoq: Naja', language: 'kl' });
  expect(second).toEqual({ text: 'I tjänst: Naja', language: 'sv' });
});

test('On privacy the site’s language stands first', () => {
  const { first, second } = words('kl', 'da', ['a.duty']).lines('a.duty', 'privacy', { name: 'Naja' });
  expect(first.language).toBe('da');
  expect(second?.language).toBe('kl');
});

test('Approved Greenlandic stands alone', () => {
  expect(words('kl').lines('a.duty', 'privacy', { name: 'Naja' }).second).toBeNull();
});

test('A date in a text speaks the language of its line', () => {
  const day = { year: 2026, month: 3, day: 5, weekday: 4 };
  const date = (_: LanguageTag, translate: Translate): string => formatDay(day, translate);
  const { first, second } = words('kl', 'da', ['a.date']).lines('a.date', 'privacy', { date });
  expect(first.text).toBe('Dag: 5. marts 2026');
  expect(second?.text).toBe('Ulloq: 5. marsi 2026');
});

test('A dialect has its own words, the rest of its language, and its own tag', () => {
  const east = words('kl-tunumiit', 'da', ['a.duty']);
  expect(east.lines('a.duty', 'question', { name: 'Naja' })).toEqual({
    first: { text: 'Sulisoq Tunumi: Naja', language: 'kl-tunumiit' },
    second: { text: 'På vagt: Naja', language: 'da' },
  });
  expect(east.say('a.title')).toMatch(/\u00AD/u);
  expect(words('kl-x-avaneq').say('a.duty', { name: 'Naja' })).toBe('Sulisoq: Naja');
});

test('What nobody has approved is known for each language and dialect apart', () => {
  const keys = unapprovedKeys(everything);
  expect([...keys.kl]).toEqual(['only.kl']);
  expect([...keys['kl-x-avaneq']]).toEqual(['only.kl-x-avaneq']);
});
