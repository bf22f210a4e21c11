import type { Locator, Page } from '@playwright/test';
import { assertNever } from '../../core/basics/assert-never.ts';
import type { Reply, TimeTold } from './reply.ts';

/** Called at each step of a question that is answered in several, with a name for its picture. */
export type OnStep = (step: string) => Promise<void>;

/** Gives a reply to the question on the screen, by tapping and typing; Continue is left to be pressed. */
export async function giveReply(page: Page, reply: Reply, onStep: OnStep): Promise<void> {
  switch (reply.kind) {
    case 'cards':
      for (const code of reply.codes) await tapCard(page, code);
      return;
    case 'words':
      return page.locator('main textarea').fill(reply.text);
    case 'number':
      return typeNumber(page, reply.value);
    case 'days':
      return markDays(page, reply.daysAgo);
    case 'times':
      return tellTimes(page, reply.times, onStep);
    case 'people':
      return placePeople(page, reply.people, onStep);
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return page.locator(`main button[data-code="${reply.kind}"]`).click();
    default:
      return assertNever(reply);
  }
}

/** Taps a card, a stop, a step or a story: whatever lies over a radio button or check box. */
export async function tapCard(page: Page, code: string): Promise<void> {
  await tapInList(page, page.locator('label', { has: page.locator(`input[value="${code}"]`) }));
}

/** No list has more pages than this. */
const MOST_PAGES = 40;

/** Taps something in a list, and leafs on for as long as it does not stand on the page that is shown. */
async function tapInList(page: Page, entry: Locator): Promise<void> {
  const further = page.locator('main [data-does="more-of-list"]');
  await entry.or(further).first().waitFor();
  for (let pages = 0; (await entry.count()) === 0 && pages < MOST_PAGES; pages++) {
    for (const way of await further.all()) await way.click();
  }
  await entry.click();
}

async function typeNumber(page: Page, value: number): Promise<void> {
  for (const digit of String(value)) await page.locator(`[data-number-key="${digit}"]`).click();
}

async function markDays(page: Page, daysAgo: readonly number[]): Promise<void> {
  if (daysAgo.length === 0) await page.locator('[data-does="no-days"]').click();
  for (const day of daysAgo) await tapInList(page, page.locator(`[data-days-ago="${day}"]`));
}

async function tellTimes(page: Page, times: readonly TimeTold[], onStep: OnStep): Promise<void> {
  for (const [index, time] of times.entries()) {
    if (index > 0) await page.locator('[data-does="add-episode"]').click();
    await tellTime(page, time, (step) => onStep(`${step}-${index + 1}`));
    // The list has a line for every time so far.
    await page.locator(`[data-episode="${index + 1}"]`).waitFor();
  }
}

/** The vessels first, and after Continue what the version asks besides. */
async function tellTime(page: Page, { drinks, share, company }: TimeTold, onStep: OnStep): Promise<void> {
  for (const { container, count } of drinks)
    for (let poured = 0; poured < count; poured++)
      await tapInList(page, page.locator(`[data-container="${container}"] [data-does="more"]`));
  await onStep('drinks');
  await page.locator('.at-forward').click();
  if (share !== undefined) await tapInList(page, page.locator(`[data-share="${share}"]`));
  if (company !== undefined) await tapInList(page, page.locator(`[data-company="${company}"]`));
  if (share === undefined && company === undefined) return;
  await onStep('around');
  await page.locator('.at-forward').click();
}

async function placePeople(
  page: Page,
  people: readonly { readonly who: string; readonly ring: string }[],
  onStep: OnStep,
): Promise<void> {
  for (const [index, { who, ring }] of people.entries()) {
    await tapInList(page, page.locator(`[data-who="${who}"]`));
    if (index === 0) await onStep('where');
    await page.locator(`[data-ring="${ring}"]`).click();
  }
}
