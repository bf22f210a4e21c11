import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerOne, answerUntil, expect, personAtFirstQuestion, test } from './kiosk.ts';

const HOW = { language: 'da', culture: 'danish' } as const;

/** What stands ready behind the present question. */
const AHEAD = '.stage[inert]';

async function standsReady(page: Page): Promise<void> {
  await page.locator(AHEAD).waitFor({ state: 'attached' });
}

test('the next question stands ready as soon as an answer is chosen, and is the one that comes', async ({
  openKiosk,
}) => {
  const { page } = await personAtFirstQuestion(await openKiosk(), HOW);
  await expect(page.locator(AHEAD)).toHaveCount(0);
  await page.locator('main label').first().click();
  await standsReady(page);
  const ready = await page.locator(`${AHEAD} h1`).elementHandle();
  await page.locator('.at-forward').click();
  await expect(page.locator(AHEAD)).toHaveCount(0);
  // The very element that stood behind: nothing was drawn anew.
  expect(await page.evaluate((title) => title === document.querySelector('main h1'), ready)).toBe(true);
  await expect(page.locator('main h1')).toBeFocused();
  // The answers are named by the question that stands, as they were behind it.
  await expect(page.locator('main fieldset')).toHaveAccessibleName(await page.locator('main h1').innerText());
});

test('nobody reaches what stands behind: no key, no finger, no screen reader, no voice', async ({ openKiosk }) => {
  const { page } = await personAtFirstQuestion(await openKiosk(), HOW);
  await page.locator('main label').first().click();
  await standsReady(page);
  const title = await page.locator('.stage:not([inert]) h1').innerText();
  const behind = await page.locator(`${AHEAD} h1`).innerText();
  expect(behind).not.toBe(title);
  expect(await page.locator('body').ariaSnapshot()).not.toContain(behind);
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press(presses % 2 === 0 ? 'Tab' : 'ArrowDown');
    expect(await page.evaluate((of) => document.activeElement?.closest(of) ?? null, AHEAD)).toBeNull();
  }
  const isCovered = await page.evaluate((of) => {
    const part = document.querySelector(`${of} h1`)?.getBoundingClientRect();
    if (part === undefined) return false;
    return document.elementFromPoint(part.left + 5, part.top + 5)?.closest(of) === null;
  }, AHEAD);
  expect(isCovered).toBe(true);
  await page.keyboard.press('F1');
  const said = (): Promise<string> =>
    page.evaluate(() => (globalThis.matuSpoken ?? []).map(({ text }) => text).join('\n'));
  await expect.poll(said, { timeout: 30_000 }).toContain(title);
  expect(await said()).not.toContain(behind);
});

test('no tap after writing leaves a caret, for which each layout would look through the whole page', async ({
  openKiosk,
}, info) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  const file = info.outputPath('trace.json');
  await answerUntil(person, HOW, 'call-name');
  await answerOne(person, HOW);
  await kiosk.app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['blink', 'input'] }),
  );
  for (let questions = 0; questions < 3; questions++) await answerOne(person, HOW);
  await kiosk.app.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file);
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly traceEvents: readonly { name: string }[];
  };
  const names = new Set(traceEvents.map(({ name }) => name));
  expect([...names]).toContain('LocalFrameView::performLayout');
  expect([...names].filter((name) => name.startsWith('EditingUtility::'))).toEqual([]);
});
