import { expect, test } from '@playwright/test';
import { LANGUAGES } from '../../core/basics/language.ts';
import { pageOne } from '../../core/intake/page-one.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { withBareElectron } from '../../tools/pictures/bare-electron.ts';
import { exampleReport } from '../../tools/pictures/report-example.ts';
import { facts, pageTexts } from '../core/intake/page-one/example-page.ts';
import { wholeIntake } from '../core/intake/page-one/whole-intake.ts';

// What a clinician opens in a browser of theirs, with and without answers.
test('the page of those who wait keeps nobody out, and nothing of it reaches over its edge', async () => {
  test.setTimeout(180_000);
  await withBareElectron(async (app) => {
    const page = await app.firstWindow();
    for (const language of LANGUAGES) {
      const answered = pageOne(wholeIntake('greenlandic', { options: 3, words: 200 }), facts, pageTexts(language));
      for (const html of [exampleReport(language), exampleReport(language, [answered, answered])]) {
        await page.goto(`data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`);
        expect(await page.locator('tbody tr').count()).toBe(5);
        expect(await violationsOn(page), language).toEqual([]);
        for (const width of [1280, 600, 320]) {
          await app.evaluate(
            ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 900),
            width,
          );
          await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(over, `${language} at ${String(width)}`).toBeLessThanOrEqual(0);
        }
      }
    }
  });
});
