import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LOOKS, TEXT_SIZES } from '../../renderer/theme/use-appearance.ts';
import { Person } from '../../tools/person/person.ts';
import { showOn, type Glass } from './glass.ts';
import { answerOne, answerUntil, deletesEverything, expect, leaves, personAtFirstQuestion, test } from './kiosk.ts';
import { measure } from './measures.ts';

const HOW = { language: 'kl', culture: 'greenlandic', track: 'whole' } as const;

/** One question of each kind, and those with the longest lists and words. */
const SCREENS: readonly string[] = [
  ...['urgent', 'strengths', 'people', 'call-name', 'good-day', 'importance', 'confidence'],
  ...['last-times', 'days-without', 'shaking'],
];

async function expectNoViolations(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    name,
  ).toEqual([]);
}

async function chooses(page: Page, hook: 'look' | 'text-size', code: string): Promise<void> {
  await page.locator('.top-bar-buttons button').last().click();
  await page.locator(`dialog [data-${hook}="${code}"]`).click();
  await page.locator('dialog .choice-button').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

const LEAST_MM: Readonly<Record<Glass, number>> = { upright: 20, wide: 20, tablet: 15 };
const ROUNDING_MM = 0.05;

for (const glass of ['upright', 'wide', 'tablet'] as const) {
  test(`everything can be hit, and nothing is cut off, on the ${glass} glass`, async ({ openKiosk }) => {
    test.setTimeout(600_000);
    const kiosk = await openKiosk();
    const person = await personAtFirstQuestion(kiosk, HOW);
    await showOn(kiosk, person.page, glass);
    for (const screen of SCREENS) {
      await answerUntil(person, HOW, screen);
      const found = await measure(person.page, glass);
      expect(found.clipped, screen).toEqual([]);
      expect(found.tooClose, screen).toEqual([]);
      expect(found.smallestTargetMm, screen).toBeGreaterThanOrEqual(LEAST_MM[glass] - ROUNDING_MM);
      expect(found.smallestKeyMm, screen).toBeGreaterThanOrEqual(15 - ROUNDING_MM);
    }
  });
}

test('every look and size of words can be chosen, and loses neither an answer nor a word', async ({ openKiosk }) => {
  test.setTimeout(600_000);
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  const { page } = person;
  await showOn(kiosk, page, 'upright');
  await answerUntil(person, HOW, 'strengths');
  await person.taps('children');
  for (const size of TEXT_SIZES) {
    await chooses(page, 'text-size', size);
    const codes = new Set<string>();
    const pages = page.locator('main [data-does="more-of-list"]');
    for (let leafed = 0; leafed < 12; leafed++) {
      for (const input of await page.locator('main input').all()) codes.add((await input.getAttribute('value')) ?? '');
      const { clipped } = await measure(page, 'upright');
      expect(
        clipped.filter((each) => !each.startsWith('stage')),
        size,
      ).toEqual([]);
      if ((await pages.count()) > 0) await pages.click();
    }
    expect(codes.size, size).toBe(12);
  }
  for (const look of LOOKS) {
    await chooses(page, 'look', look);
    await expect(page.locator('html')).toHaveAttribute('data-look', look);
    await expectNoViolations(page, look);
  }
  await chooses(page, 'text-size', 'usual');
  await expect(page.locator('main input[value="children"]')).toBeChecked();
});

test('words of twice the size have a visible way to what lies below', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  const { page } = person;
  await showOn(kiosk, page, 'tablet');
  await chooses(page, 'text-size', 'largest');
  const usual = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  await answerUntil(person, HOW, 'shaking');
  const further = page.locator('[data-does="scroll-on"]');
  await expect(further).toBeVisible();
  const nonAnswers = page.locator('.non-answers button').first();
  for (let presses = 0; presses < 8 && !(await isInSight(page, '.non-answers button')); presses++)
    await further.click();
  await expect(nonAnswers).toBeInViewport();
  await chooses(page, 'text-size', 'usual');
  expect(usual / (await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)))).toBeCloseTo(
    2,
  );
});

async function isInSight(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((of) => {
    const stage = document.querySelector('.stage')?.getBoundingClientRect();
    const part = document.querySelector(of)?.getBoundingClientRect();
    return stage !== undefined && part !== undefined && part.bottom <= stage.bottom + 1;
  }, selector);
}

test('the next person finds the usual look', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  await chooses(person.page, 'look', 'dark');
  await chooses(person.page, 'text-size', 'large');
  await answerOne(person, HOW);
  await deletesEverything(person);
  const next = await leaves(kiosk, person);
  await new Person(next).sees('greeting');
  await expect(next.locator('html')).toHaveAttribute('data-look', 'light');
  await expect(next.locator('html')).toHaveAttribute('data-size', 'usual');
});
