import { expect, test as base } from '@playwright/test';
import { CULTURES, LANGUAGES, type Language } from '../../core/basics/language.ts';
import type { ToldCall } from '../../core/alert/told-call.ts';
import type { Flag, Intake } from '../../core/intake/intake.ts';
import { pageOne } from '../../core/intake/page-one.ts';
import { pageOneHtml, pageOneLabels } from '../../core/intake/page-one-html.ts';
import { answerTo, facts, intakeOf, notAsked, pageTexts, words } from '../core/intake/page-one/example-page.ts';
import { wholeIntake } from '../core/intake/page-one/whole-intake.ts';
import { realPack } from '../journeys/real-pack.ts';
import { openPagePrinter, pagesOf, type PagePrinter } from './page-printer.ts';

// Sizes are chosen by arithmetic, not by a browser: only paper shows whether the two agree.

const test = base.extend<object, { readonly printer: PagePrinter }>({
  printer: [
    async ({}, use) => {
      const printer = await openPagePrinter();
      await use(printer);
      await printer.close();
    },
    { scope: 'worker' },
  ],
});

function htmlOf(intake: Intake, language: Language): string {
  const texts = pageTexts(language);
  return pageOneHtml(pageOne(intake, facts, texts), pageOneLabels(language, texts));
}

/** A call to which nobody came at first. */
const CALL: ToldCall = {
  ...{ level: 'red', calledAt: '2026-03-01T10:06:00.000Z', channelAfterSeconds: 8, hereAfterSeconds: 131 },
  ...{ secondAfterSeconds: 60, numbersAfterSeconds: 120, note: 'rang112' },
};

/**
 * As many flags as a person can raise at once: one for each question that a rule looks at. And two calls, each with
 * nearly everything that can be told of one.
 */
function withFlags(intake: Intake): Intake {
  const asked = new Map<string, Flag>();
  for (const { id, level, enableWhen } of realPack[intake.culture].safety)
    for (const { question } of enableWhen)
      if (intake.answers.some(({ linkId }) => linkId === question))
        asked.set(question, { rule: id, level, linkIds: [question], at: '2026-03-01T10:06:00.000Z' });
  return { ...intake, flags: [...asked.values()], calls: [CALL, { ...CALL, level: 'amber', hereAfterSeconds: null }] };
}

const SECOND_SHEET = '<section class="second">';

/** The page without what is continued behind it. */
function firstSheetOf(html: string): string {
  const [first = '', second] = html.split(SECOND_SHEET);
  return second === undefined ? first : `${first}</main></body></html>`;
}

for (const language of LANGUAGES) {
  test.describe(`Page 1 in ${language}`, () => {
    test('is one A4 for someone who says next to nothing', async ({ printer }) => {
      const few = [answerTo('call-name', words('Aviâja')), answerTo('income', notAsked('leftOpen'))];
      expect(pagesOf(await printer.print(htmlOf(intakeOf(few), language)))).toBe(1);
    });

    for (const culture of CULTURES) {
      test(`is one A4 for a whole intake of the ${culture} version in ordinary words`, async ({ printer }) => {
        for (const length of [40, 120, 200]) {
          const html = htmlOf(withFlags(wholeIntake(culture, { options: 2, words: length })), language);
          expect(pagesOf(await printer.print(html)), `${String(length)} characters`).toBe(1);
        }
      });

      test(`begins every answer of the ${culture} version on one A4 when everything is chosen and said at length`, async ({
        printer,
      }) => {
        const html = htmlOf(withFlags(wholeIntake(culture, { options: Infinity, words: Infinity })), language);
        expect(pagesOf(await printer.print(firstSheetOf(html)))).toBe(1);
      });
    }
  });
}

test('Own words without end go on on as many sheets as they need', async ({ printer }) => {
  const long = Array.from({ length: 300 }, (_, index) => `ord${String(index)}`).join(' ');
  const answers = Array.from({ length: 20 }, (_, index) => answerTo(`new-${String(index)}`, words(long)));
  const html = htmlOf(intakeOf(answers), 'da');
  expect(html).toContain(SECOND_SHEET);
  expect(pagesOf(await printer.print(firstSheetOf(html)))).toBe(1);
  expect(pagesOf(await printer.print(html))).toBeGreaterThan(2);
});
