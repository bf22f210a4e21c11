import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CULTURES, LANGUAGES } from '../../core/basics/language.ts';
import { KEPT_MS } from '../../core/intake/draft-life.ts';
import { textKey } from '../../core/questionnaire/culture-version.ts';
import { realPack } from '../journeys/real-pack.ts';
import { readLocales } from '../../tools/locales/locale-files.ts';

const locales = readLocales(join(import.meta.dirname, '../..'));

describe.each(LANGUAGES)('The texts that ship in %s', (language) => {
  const { kiosk } = locales[language];

  test('promise one time only, and it is the one for which drafts are kept', () => {
    const days = KEPT_MS / (24 * 60 * 60 * 1000);
    const withDays = Object.keys(kiosk).filter((key) => new RegExp(`\\b${days}\\b`).test(kiosk[key] ?? ''));
    expect(withDays).toEqual(['kiosk.ended.keptBody']);
  });

  test('say truly what each culture version asks about first', () => {
    const [greenlandic, danish, swedish] = ['greenlandic', 'danish', 'swedish'].map(
      (culture) => kiosk[`kiosk.culture.${culture}Line`] ?? '',
    );
    const strengths = { kl: /nukissa/, da: /kræfter/, sv: /kraft/ }[language];
    const you = { kl: /\billit\b/, da: /\bdig\b/, sv: /\bdig\b/ }[language];
    expect(greenlandic?.search(strengths)).toBeLessThan(greenlandic?.search(you) ?? 0);
    expect(danish).toMatch(you);
    expect(danish).not.toMatch(strengths);
    const hopes = { kl: /kissaat/, da: /ønsker/, sv: /önskar/ }[language];
    expect(swedish?.search(you)).toBeLessThan(swedish?.search(hopes) ?? 0);
    expect(swedish).not.toMatch(strengths);
  });
});

test('The versions are ordered as their lines say', () => {
  const place = (culture: keyof typeof realPack, linkId: string): number =>
    realPack[culture].items.findIndex(({ item }) => item.linkId === linkId);
  expect(place('greenlandic', 'strengths')).toBeLessThan(place('greenlandic', 'anonymity'));
  expect(place('danish', 'takes-room')).toBeLessThan(place('danish', 'strengths'));
  expect(place('danish', 'anonymity')).toBeLessThan(place('danish', 'takes-room'));
  expect(place('swedish', 'anonymity')).toBeLessThan(place('swedish', 'good-day'));
  expect(place('swedish', 'good-day')).toBeLessThan(place('swedish', 'strengths'));
  expect(place('swedish', 'strengths')).toBeLessThan(place('swedish', 'takes-room'));
});

test.each(CULTURES)('The %s version says beforehand that the house is called when somebody is in danger', (culture) => {
  const codes = realPack[culture].whoCanSee.map(({ code }) => code);
  expect(codes).toContain('danger-exception');
  // The notice before item 46 says it once more.
  const key = textKey(realPack[culture], 'not-live', 'notice');
  const calls = { kl: 'aggeqqussavarput', da: 'kalder vi på en i huset', sv: 'kallar vi på någon i huset' };
  for (const language of LANGUAGES) {
    expect(locales[language].intake['intake.whoCanSee.danger-exception']).toContain(calls[language]);
    expect(locales[language].intake[key]).toContain(calls[language]);
  }
});
