import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MAX_TEXT_LENGTH } from '../../../core/translation/catalogue.ts';
import { expectOk } from '../../expect-ok.ts';
import { exportedTexts, FORMATS, sendAround, swedish, take } from './a-file.ts';
import { ATTACKS, losesLetters } from './attacks.ts';

const KEY = 'kiosk.hide';
const edition = swedish({ [KEY]: 'Skjul' }, { [KEY]: 'Göm' });

test('there are enough of them', () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(500);
  expect(new Set(ATTACKS.map(([words]) => words)).size).toBe(ATTACKS.length);
});

test.each(FORMATS)('every attack in %s is shown as it stands, or refused with its reason', (_, format) => {
  const outcomes = ATTACKS.map(([words]) => {
    const { taken, refused } = sendAround(edition, { [KEY]: words }, format);
    return [words.slice(0, 60), refused[0]?.reason ?? (taken[0]?.text === words ? 'shown' : 'changed')];
  });
  const expected = ATTACKS.map(([words, outcome]) => {
    const isLost = words.length <= MAX_TEXT_LENGTH && losesLetters(words);
    return [words.slice(0, 60), isLost ? 'controlCharacter' : outcome];
  });
  expect(outcomes).toEqual(expected);
});

test.each(FORMATS)(
  'every attack in a Danish text or in the home goes out in %s and comes back unchanged',
  (_, format) => {
    const holdable = ATTACKS.map(([words]) => words).filter((words) => !losesLetters(words));
    const texts = Object.fromEntries(holdable.map((words, index) => [`kiosk.attack-${index}`, words]));
    const { unchanged, taken, refused } = sendAround(swedish(texts, texts), {}, format);
    expect([unchanged, taken, refused]).toEqual([holdable.length, [], []]);
  },
);

test.each(FORMATS)(
  'keys that JavaScript means something by are refused or unknown in %s, and change no object',
  (_, format) => {
    const keys = ['__proto__', 'constructor', 'prototype', 'kiosk.__proto__.polluted', 'toString', 'hasOwnProperty'];
    const strangers = exportedTexts(edition).flatMap((text) => keys.map((key) => ({ ...text, key, text: 'polluted' })));
    const taking = take(edition, expectOk(format.read(format.write('sv', strangers))));
    expect(taking.taken).toEqual([]);
    expect(taking.refused).toEqual(keys.slice(0, 4).map((key) => ({ key, reason: 'reservedKey' })));
    expect(taking.unknown).toEqual(['toString', 'hasOwnProperty']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

test('no cell of an exported workbook holds anything but a string', () => {
  const texts = Object.fromEntries(ATTACKS.map(([words], index) => [`kiosk.attack-${index}`, words]));
  const [, { write }] = FORMATS[1];
  const parts = unzipSync(write('sv', exportedTexts(swedish(texts, texts))));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const cells = sheet.match(/<c [^>]*>/g) ?? [];
  expect(cells).toHaveLength((ATTACKS.length + 1) * 6);
  expect(cells.filter((cell) => !cell.includes(' t="inlineStr"'))).toEqual([]);
  expect(sheet).not.toMatch(/<f[ >]/);
});
