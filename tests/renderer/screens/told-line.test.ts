import { expect, test } from 'vitest';
import type { ToldBack } from '../../../core/intake/scene.ts';
import { createWords } from '../../../renderer/i18n/words.ts';
import { closedPart, toldLine } from '../../../renderer/screens/citizen/told-line.ts';

const words = createWords({
  language: 'da',
  siteLanguage: 'da',
  unapproved: new Set(),
  translate: () => (key, values) => [key, ...Object.values(values ?? {})].join('|'),
});

const LINE = { linkId: 'x', sensitivity: 0, titleKey: 'title', language: null, section: 's', locked: null } as const;

/** What stands on the screen of a line, group by group: the label, then the parts. */
function told(said: ToldBack): readonly (readonly (string | undefined)[])[] {
  const line = toldLine({ ...LINE, said }, words);
  return line.said.map(({ label, parts }) => [label?.first.text, ...parts.map(({ first }) => first.text)]);
}

test.each<[string, ToldBack, unknown]>([
  ['cards by their texts', { kind: 'options', textKeys: ['sea', 'song'] }, [[undefined, 'sea', 'song']]],
  ['own words as they are', { kind: 'words', text: 'Ane', masked: false }, [[undefined, 'Ane']]],
  ['a number as the language writes it', { kind: 'number', value: 1000 }, [[undefined, '1.000']]],
  ['marked days as a count', { kind: 'days', count: 12, lastDays: 28 }, [[undefined, 'kiosk.readBack.days|12|28']]],
  ['a non-answer in the words of its version', { kind: 'nonAnswer', textKey: 'later' }, [[undefined, 'later']]],
])('%s', (_, said, expected) => {
  expect(told(said)).toEqual(expected);
});

test('Each time of drinking stands by itself: the vessels, the own part, the company', () => {
  const episodes = [
    {
      drinks: [
        { textKey: 'can', count: 2 },
        { textKey: 'box', count: 1 },
      ],
      shareKey: 'half',
      companyKey: 'friends',
    },
    { drinks: [{ textKey: 'shot', count: 3 }], shareKey: null, companyKey: null },
  ];
  expect(told({ kind: 'episodes', episodes })).toEqual([
    [undefined, 'kiosk.readBack.drink|2|can', 'kiosk.readBack.drink|1|box', 'half', 'friends'],
    [undefined, 'kiosk.readBack.drink|3|shot'],
  ]);
});

test('People stand together ring by ring', () => {
  const people = [
    { whoKey: 'partner', ringKey: 'here' },
    { whoKey: 'parents', ringKey: 'far' },
    { whoKey: 'children', ringKey: 'here' },
  ];
  expect(told({ kind: 'circle', people })).toEqual([
    ['here', 'partner', 'children'],
    ['far', 'parents'],
  ]);
  expect(told({ kind: 'circle', people: [] })).toEqual([[undefined, 'kiosk.circle.nobody']]);
});

const answer: ToldBack = { kind: 'options', textKeys: ['yes'] };
const number: ToldBack = { kind: 'words', text: '0101011234', masked: true };

test.each<[string, number, ToldBack, boolean, string]>([
  ['everything when the person is alone', 3, answer, false, 'none'],
  ['private answers when somebody is there', 1, answer, true, 'none'],
  ['the question of a sensitive answer when somebody is there', 2, answer, true, 'answer'],
  ['nothing of a highly sensitive line when somebody is there', 3, answer, true, 'all'],
  ['the question of a number that names a person', 0, number, false, 'answer'],
])('The read back shows %s', (_, sensitivity, said, accompanied, closed) => {
  expect(closedPart({ sensitivity, said }, accompanied)).toBe(closed);
});

test('What the language of the screen has no words for is told in the language in which it was asked', () => {
  const inLanguage = createWords({
    language: 'kl',
    siteLanguage: 'da',
    unapproved: new Set(['title']),
    translate: (language) => (key) => `${language}:${key}`,
  });
  const line = toldLine({ ...LINE, language: 'sv', locked: 'version', said: answer }, inLanguage);
  expect(line.question).toEqual({ first: { text: 'sv:title', language: 'sv' }, second: null });
  expect(line.said[0]?.parts).toEqual([{ first: { text: 'sv:yes', language: 'sv' }, second: null }]);
});
