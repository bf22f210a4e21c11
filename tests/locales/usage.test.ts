import { expect, test } from 'vitest';
import { checkKeysExist, checkKeysUsed, namedKeys } from '../../tools/locales/usage.ts';

const source = (text: string) => [{ path: 'renderer/a.tsx', text }];
const KEYS = new Set(['kiosk.hide', 'kiosk.month.1', 'pageOne.title']);
const CHANNELS = new Set(['kiosk.describe']);

test('finds a key in a source file that no language has', () => {
  expect(checkKeysExist(source("say('kiosk.hidden'); say('kiosk.hide')"), KEYS, CHANNELS)).toEqual([
    { file: 'renderer/a.tsx', key: 'kiosk.hidden', remedy: 'No language has this text: write it, or mend the key.' },
  ]);
});

test('takes file names and channels for what they are', () => {
  expect(checkKeysExist(source("open('kiosk.json'); call('kiosk.describe')"), KEYS, CHANNELS)).toEqual([]);
});

const unused = (key: string, text: string) =>
  checkKeysUsed('locales/da/kiosk.json', [key], namedKeys(source(text))).length === 1;

test.each([
  ['quoted', 'kiosk.hide', "say('kiosk.hide')", false],
  ['quoted in part only', 'kiosk.hide', "say('kiosk.hideAll')", true],
  ['put together from data', 'kiosk.month.1', 'say(`kiosk.month.${month}`)', false],
  ['of another place than the one put together', 'kiosk.weekday.1', 'say(`kiosk.month.${month}`)', true],
  ['named behind its kind', 'pageOne.title', "const t = (key) => text(`pageOne.${key}`); t('title')", false],
  ['put together behind its kind', 'pageOne.section.hopes', 'text(`pageOne.${key}`); t(`section.${name}`)', false],
  ['not named behind its kind', 'pageOne.title', "const t = (key) => text(`pageOne.${key}`); t('other')", true],
  ['named where its kind is not', 'pageOne.title', "t('title')", true],
  ['asked for by the questionnaire', 'intake.helper.title', '', false],
  ['a picture of the code', 'pictures.land.stone', '', false],
])('judges a text that is %s', (_, key, text, isUnused) => {
  expect(unused(key, text)).toBe(isUnused);
});

test('A rest that another file quotes does not count for a file that stands for all keys of a kind', () => {
  const named = namedKeys([
    ...source('const t = (key) => text(`pageOne.${key}`)'),
    { path: 'b.ts', text: "t('title')" },
  ]);
  expect(checkKeysUsed('locales/da/page-one.json', ['pageOne.title'], named)).toHaveLength(1);
});
