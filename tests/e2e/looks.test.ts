import type { Page } from '@playwright/test';
import { LOOKS, TEXT_SIZES } from '../../renderer/theme/use-appearance.ts';
import { Person } from '../../tools/person/person.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { measureWithoutAxe } from '../../tools/pictures/measure-screen.ts';
import { LEAST_GAP_MM, LEAST_KEY_MM, leastTargetMm, PANELS, type PicturedPanel } from '../../tools/pictures/panels.ts';
import { prepareWindow } from '../../tools/pictures/setting.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import {
  answerOne,
  answerUntil,
  deletesEverything,
  expect,
  leaves,
  personAtFirstQuestion,
  stops,
  test,
} from './kiosk.ts';

const HOW = { language: 'kl', culture: 'greenlandic', track: 'whole' } as const;

/** One question of each kind, and those with the longest lists and words. */
const SCREENS: readonly string[] = [
  ...['urgent', 'strengths', 'people', 'call-name', 'good-day', 'importance', 'confidence'],
  ...['last-times', 'days-without', 'shaking'],
];

async function expectNoViolations(page: Page, name: string): Promise<void> {
  expect(await violationsOn(page), name).toEqual([]);
}

async function chooses(page: Page, hook: 'look' | 'text-size', code: string): Promise<void> {
  await page.locator('.top-bar-buttons button').last().click();
  await page.locator(`dialog [data-${hook}="${code}"]`).click();
  await page.locator('dialog .choice-button').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

const UPRIGHT = panelOf('1080x1920');
const TABLET = panelOf('1280x800');

function panelOf(size: string): PicturedPanel {
  const panel = PANELS.find((each) => each.size === size);
  if (panel === undefined) throw new Error(`No panel is ${size}`);
  return panel;
}

/** Shows the window as it stands on another panel, whatever this house has. */
async function showOn(kiosk: KioskWindow, page: Page, panel: PicturedPanel): Promise<void> {
  await page.evaluate(({ kind, pixelsPerMm }) => {
    document.documentElement.dataset['panel'] = kind;
    document.documentElement.style.setProperty('--mm', `${pixelsPerMm}px`);
  }, panel.panel);
  await prepareWindow(kiosk, page, { language: 'kl', panel, look: 'light', text: 'usual' });
}

for (const panel of PANELS) {
  test(`everything can be hit, and nothing is cut off, on ${panel.size}`, async ({ openKiosk }) => {
    test.setTimeout(600_000);
    const kiosk = await openKiosk();
    const person = await personAtFirstQuestion(kiosk, HOW);
    await showOn(kiosk, person.page, panel);
    for (const screen of SCREENS) {
      await answerUntil(person, HOW, screen);
      const { clippings, targets } = await measureWithoutAxe(person.page, panel.panel);
      expect(clippings, screen).toEqual([]);
      const least = leastTargetMm(panel.panel);
      expect(
        targets.filter(({ mm, isKey }) => mm < (isKey ? LEAST_KEY_MM : least)),
        screen,
      ).toEqual([]);
      expect(
        targets.filter(({ gapMm, isKey }) => !isKey && gapMm !== null && gapMm < LEAST_GAP_MM - ROUNDING_MM),
        screen,
      ).toEqual([]);
    }
  });
}

/** Pixels are whole, millimetres are not. */
const ROUNDING_MM = 0.05;

test('every look and size of words can be chosen, and loses neither an answer nor a word', async ({ openKiosk }) => {
  test.setTimeout(600_000);
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  const { page } = person;
  await showOn(kiosk, page, UPRIGHT);
  await answerUntil(person, HOW, 'strengths');
  await person.taps('children');
  for (const size of TEXT_SIZES) {
    await chooses(page, 'text-size', size);
    const codes = new Set<string>();
    const pages = page.locator('.stage:not([inert]) [data-does="more-of-list"]');
    for (let leafed = 0; leafed < 12; leafed++) {
      for (const input of await page.locator('.stage:not([inert]) input').all())
        codes.add((await input.getAttribute('value')) ?? '');
      const { clippings } = await measureWithoutAxe(page, UPRIGHT.panel);
      // What scrolls has a visible way on, which lies over its lower edge. Twice as large, a long word may take two lines.
      const isAllowed = ['scrolls', ...(size === 'largest' ? ['brokenWord'] : [])];
      expect(
        clippings.filter(({ kind, by }) => !isAllowed.includes(kind) && by?.includes('scroll-on') !== true),
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
    expect((await measureWithoutAxe(page, UPRIGHT.panel)).clippings, look).toEqual([]);
  }
  await chooses(page, 'text-size', 'usual');
  await expect(page.locator('main input[value="children"]')).toBeChecked();
});

test('words of twice the size have a visible way to what lies below', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  const { page } = person;
  await showOn(kiosk, page, TABLET);
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

test('in every look the pictures of a code can be seen where it is given and where it is entered', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  await showOn(kiosk, person.page, UPRIGHT);
  await answerOne(person, HOW);
  await stops(person, 'keep');
  const code = await person.readsTheCode();
  await expectEveryDrawingSeen(person.page, 8);
  await person.goesOn();
  await person.sees('kept');
  const next = new Person(await leaves(kiosk, person));
  await showOn(kiosk, next.page, UPRIGHT);
  await next.page.locator('.code-button').click();
  await next.page.keyboard.type(code.replaceAll(' ', ''));
  await next.page.locator('.picture-entry[data-step="16"]').waitFor();
  await expectEveryDrawingSeen(next.page, 8);
});

/** @param atLeast how many drawings stand on the screen, so that none at all is a fault, too */
async function expectEveryDrawingSeen(page: Page, atLeast: number): Promise<void> {
  for (const look of LOOKS) {
    await chooses(page, 'look', look);
    expect(await page.locator('main .pictogram:visible').count()).toBeGreaterThanOrEqual(atLeast);
    expect((await measureWithoutAxe(page, UPRIGHT.panel)).clippings, look).toEqual([]);
  }
}

test('words of twice the size have a visible way down on the page for danger and on a sheet, too', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  const { page } = person;
  await showOn(kiosk, page, UPRIGHT);
  await chooses(page, 'text-size', 'largest');
  await page.locator('.top-bar-buttons button').last().click();
  await expectWayDown(page, 'dialog[open]', '.choice-button');
  await page.keyboard.press('Escape');
  await answerUntil(person, HOW, 'urgent');
  await person.gives('urgent', { kind: 'cards', codes: ['body-now'] });
  await person.goesOn();
  await person.sees('danger');
  await expectWayDown(page, '.danger-page', '[data-does="staff-here"]');
});

/** Presses the way down until the last thing can be seen whole, above the way itself, and once more to the top. */
async function expectWayDown(page: Page, screen: string, last: string): Promise<void> {
  const further = page.locator(`${screen} [data-does="scroll-on"]`);
  await expect(further).toBeVisible();
  const isFree = (): Promise<boolean> =>
    page.evaluate(
      ([low, way]) => {
        const foot = document.querySelector(low ?? '')?.getBoundingClientRect();
        const over = document.querySelector(way ?? '')?.getBoundingClientRect();
        return foot !== undefined && over !== undefined && foot.bottom <= over.top + 1;
      },
      [`${screen} ${last}`, `${screen} [data-does="scroll-on"]`],
    );
  expect(await isFree()).toBe(false);
  for (let presses = 0; presses < 8 && !(await isFree()); presses++) await further.click();
  expect(await isFree()).toBe(true);
}

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
