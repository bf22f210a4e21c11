import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { softHyphenate } from '../../../core/translation/soft-hyphens.ts';

const shown = (text: string): string => softHyphenate(text, 'kl').replaceAll('\u00AD', '-');

test.each([
  ['pinngitsuuisinnaajunnaarneq', 'pin-ngit-suu-i-sin-naa-jun-naarneq'],
  ['oqaatigerusuppara', 'oqaa-ti-ge-ru-sup-para'],
  ['katsorsartinneq', 'kat-sor-sar-tinneq'],
  ['ikiorneqarsinnaavutit', 'iki-or-ne-qar-sin-naa-vutit'],
  ['aanngajaarniutit', 'aan-nga-jaar-ni-utit'],
  ['Kalaallisoorpoq', 'Kalaal-li-soorpoq'],
])('breaks %s where its syllables meet', (word, expected) => {
  expect(shown(word)).toBe(expected);
});

test('keeps "ai" together and parts other unlike vowels', () => {
  expect(shown('takusinnaavaittut')).toBe('taku-sin-naa-vaittut');
  expect(shown('akissuteqaatait')).toBe('akis-su-te-qaa-tait');
});

test('leaves words of nine letters whole and reads capitals as letters', () => {
  expect(shown('Tikilluarit')).toBe('Tikil-lu-arit');
  expect(shown('Qaammammut')).toBe('Qaam-mammut');
  expect(shown('Isertoruk')).toBe('Isertoruk');
  expect(shown('ATUARSINNAAVAT')).toBe('ATU-AR-SIN-NAAVAT');
});

test('breaks each long word of a sentence and nothing around it', () => {
  expect(shown('Qujanaq. Nassiunneqarput: 12')).toBe('Qujanaq. Nas-si-un-ne-qarput: 12');
});

test('leaves a word with letters of other alphabets alone', () => {
  expect(shown('Ђabcdefabcdefabcdef')).toBe('Ђabcdefabcdefabcdef');
});

test('leaves Danish and Swedish to the window, which can hyphenate them', () => {
  expect(softHyphenate('behandlingscenteret', 'da')).toBe('behandlingscenteret');
  expect(softHyphenate('behandlingshemmet', 'sv')).toBe('behandlingshemmet');
});

test('only ever adds soft hyphens, never nearer than three letters to the start or four to the end, and is content the second time', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('aeiouptkqsmnrlgvjf')), minLength: 0, maxLength: 40 });
  fc.assert(
    fc.property(word, (text) => {
      const once = softHyphenate(text, 'kl');
      expect(once.replaceAll('\u00AD', '')).toBe(text);
      expect(softHyphenate(once, 'kl')).toBe(once);
      const parts = once.split('\u00AD');
      if (parts.length > 1) {
        expect(parts[0]?.length).toBeGreaterThan(2);
        expect(parts.at(-1)?.length).toBeGreaterThan(3);
      }
    }),
  );
});
