import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOne } from '../../../../core/intake/page-one.ts';
import { fitted } from '../../../../core/intake/page-one/fit.ts';
import { heightOf } from '../../../../core/intake/page-one/height.ts';
import type { PageOne } from '../../../../core/intake/page-one/model.ts';
import { SHEET } from '../../../../core/intake/page-one/style.ts';
import { lineCounter, linesOf, textWidth } from '../../../../core/intake/page-one/text-width.ts';
import { answerTo, facts, intakeOf, pageTexts, picked, words } from './example-page.ts';
import { wholeIntake } from './whole-intake.ts';

const texts = pageTexts('da');
const pageOf = (...answers: Parameters<typeof intakeOf>): PageOne => pageOne(intakeOf(...answers), facts, texts);
const whole = (options: number, length: number): PageOne =>
  pageOne(wholeIntake('greenlandic', { options, words: length }), facts, texts);

describe('The width of a text', () => {
  test.each([
    ['', 0],
    ['Hamburgefonts', 6.836],
    ['iiii', 0.888],
    ['❤', 1.2],
    ['ø', 0.6],
    ['ﬀ', 1.2],
    ['≈', 0.584],
    ['😀', 1.2],
  ])('follows the letters: %s', (said, width) => {
    expect(textWidth(said)).toBeCloseTo(width, 3);
  });
});

describe('The lines of a text', () => {
  test.each([
    ['nothing', '', 10, 1],
    ['what just fits', 'nnnn', 4 * 0.556 + 0.001, 1],
    ['a word that does not fit beside the others', 'nnnn nnnn', 4, 2],
    ['a word that is wider than the column', 'n'.repeat(20), 4, 3],
    ['such a word behind another', `nn ${'n'.repeat(20)}`, 4, 4],
    ['a short word behind such a word', `${'n'.repeat(8)} n`, 4, 2],
  ])('are counted as a browser breaks them: %s', (_, said, column, lines) => {
    expect(linesOf(said, column)).toBe(lines);
  });

  /** The same, said as plainly as it can be. */
  function plainly(said: string, columnEm: number): number {
    let lines = 1;
    let used = 0;
    for (const word of said.split(/\s+/u)) {
      const width = textWidth(word);
      const needed = used === 0 ? width : used + textWidth(' ') + width;
      const broken = Math.ceil(width / columnEm) - 1;
      if (needed > columnEm) lines += broken + (used > 0 ? 1 : 0);
      used = needed <= columnEm ? needed : width - broken * columnEm;
    }
    return lines;
  }

  test('are as many as of the text taken apart at its spaces, whatever stands in it', () => {
    const spaces = fc.constantFrom(' ', '  ', '\n', '\u00a0', '\u2003', '\u202f', '\u3000', '\ufeff');
    const texts = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), spaces), { maxLength: 12 });
    const counted = lineCounter();
    fc.assert(
      fc.property(texts, fc.double({ min: 0.5, max: 80, noNaN: true }), (parts, columnEm) => {
        const said = parts.join('');
        expect(linesOf(said, columnEm)).toBe(plainly(said, columnEm));
        expect([counted(said, columnEm), counted(said, columnEm)]).toEqual(Array(2).fill(linesOf(said, columnEm)));
      }),
    );
  });

  test('are broken at every space that there is', () => {
    const units = Array.from({ length: 2 ** 16 }, (_, unit) => String.fromCharCode(unit));
    const breaking = units.filter((unit) => linesOf(`a${unit}a`, 0.6) === 2 && /\s/u.test(unit));
    expect(breaking).toEqual(units.filter((unit) => /\s/u.test(unit)));
  });
});

describe('The size of the type', () => {
  test('is the largest for a few answers', () => {
    expect(fitted(pageOf([])).step).toEqual({ form: 'rows', sizePx: 12 });
  });

  test('gets smaller with the amount, and then the answers follow each other closer', () => {
    const steps = [0, 40, 90, 140, 200, 300, 500].map((length) => fitted(whole(2, length)).step);
    const forms = ['rows', 'lines', 'run'];
    const order = steps.map(({ form, sizePx }) => forms.indexOf(form) * 100 - sizePx);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(new Set(steps.map(({ form }) => form)).size).toBeGreaterThan(1);
    for (const { sizePx } of steps) expect(sizePx).toBeGreaterThanOrEqual(9.5);
  });

  test('lets the page stand on one sheet', () => {
    for (const length of [0, 60, 150, 240]) {
      const { step, page, continued } = fitted(whole(2, length));
      expect(heightOf(page, step)).toBeLessThanOrEqual(SHEET.heightPx);
      expect(continued).toEqual([]);
    }
  });
});

describe('More than one sheet holds', () => {
  const said = (page: PageOne): string =>
    page.blocks.flatMap(({ entries }) => entries.flatMap(({ parts }) => parts.map(({ text }) => text))).join('\n');

  test('breaks off the longest own words only, as late as it can', () => {
    const page = pageOf([
      answerTo('short', words('kort')),
      ...Array.from({ length: 10 }, (_, index) => answerTo(`long-${index}`, words('langt ord '.repeat(150)))),
    ]);
    const fits = fitted(page);
    expect(fits.step).toEqual({ form: 'run', sizePx: 9.5 });
    expect(fits.continued).toHaveLength(10);
    expect(heightOf(fits.page, fits.step)).toBeLessThanOrEqual(SHEET.heightPx);
    expect(said(fits.page)).toContain('kort');
    const begun = fits.page.blocks.flatMap(({ entries }) => entries.flatMap(({ parts }) => parts));
    const lengths = begun.filter(({ continues }) => continues === true).map(({ text }) => text.length);
    expect(Math.min(...lengths)).toBeGreaterThan(300);
  });

  test('breaks a word that never ends in the middle, and no character in two', () => {
    const hearts = '❤️‍🔥'.repeat(500);
    const page = pageOf(Array.from({ length: 6 }, (_, index) => answerTo(`long-${index}`, words(hearts))));
    const { page: first, continued } = fitted(page);
    const [begun] = first.blocks
      .flatMap(({ entries }) => entries.flatMap(({ parts }) => parts))
      .filter(({ continues }) => continues === true);
    expect((begun?.text ?? '') + (continued[0]?.parts[0]?.text ?? '')).toBe(hearts);
    expect(() => encodeURIComponent(begun?.text ?? '')).not.toThrow();
  });

  test('breaks off long lists where own words are not enough, but never who must not see it', () => {
    const options = Array.from({ length: 30 }, (_, index) => ({ ...picked('x'), siteText: `Et valgt svar ${index}` }));
    const many = Array.from({ length: 40 }, (_, index) => answerTo(`new-${index}`, { kind: 'options', options }));
    const { page, step, continued } = fitted(
      pageOf([answerTo('must-not-see-who', words('navn '.repeat(40))), ...many]),
    );
    expect(heightOf(page, step)).toBeLessThanOrEqual(SHEET.heightPx);
    expect(continued).toHaveLength(40);
    const [first] = page.blocks.find(({ name }) => name === 'other')?.entries[0]?.parts ?? [];
    const whole = options.map(({ siteText }) => siteText).join('; ');
    expect(`${first?.text ?? ''} ${continued[0]?.parts[0]?.text ?? ''}`).toBe(whole);
  });

  test('leaves a sum that was worked out whole beside own words that are broken off', () => {
    const drinks = [{ ...picked('can'), count: 6, centilitres: 50, percent: 4.6 }];
    const episodes = [{ drinks, share: null, company: null, grams: 108.9 }];
    const page = pageOf([
      answerTo('last-times', { kind: 'episodes', episodes }),
      ...Array.from({ length: 10 }, (_, index) => answerTo(`long-${index}`, words('langt ord '.repeat(150)))),
    ]);
    const fits = fitted(page);
    expect(fits.continued).toHaveLength(10);
    const told = fits.page.blocks.flatMap(({ entries }) => entries.flatMap(({ parts }) => parts));
    const sums = told.filter(({ kind }) => kind === 'estimated');
    expect(sums.map(({ text, continues }) => [text, continues])).toEqual([
      [expect.stringContaining('6 × s can'), undefined],
    ]);
  });

  test('in long answers without number is begun in every one, and runs on by itself', () => {
    const page = pageOf(
      Array.from({ length: 600 }, (_, index) => answerTo(`long-${index}`, words('langt ord '.repeat(20)))),
    );
    const fits = fitted(page);
    expect(heightOf(fits.page, fits.step)).toBeGreaterThan(SHEET.heightPx);
    expect(fits.continued).toHaveLength(600);
  });

  test('in short answers alone runs on by itself', () => {
    const page = pageOf(Array.from({ length: 600 }, (_, index) => answerTo(`new-${index}`, words('kort'))));
    const fits = fitted(page);
    expect(fits.step).toEqual({ form: 'run', sizePx: 9.5 });
    expect(fits.continued).toEqual([]);
    expect(said(fits.page)).toBe(said(page));
  });
});
