import type { Locator, Page } from '@playwright/test';
import { assertNever } from '../../core/basics/assert-never.ts';
import type { Hand } from './hand.ts';
import type { Reply, TimeTold } from './reply.ts';

/** Called at each step of a question that is answered in several, with a name for its picture. */
export type OnStep = (step: string) => Promise<void>;

/** Where a reply is given, and how. */
export interface AtScreen {
  readonly page: Page;
  readonly hand: Hand;
}

/** What is asked now; the next question may stand ready behind it. */
const PRESENT = 'main .stage:not([inert])';

/** Gives a reply to the question on the screen, by tapping and typing; Continue is left to be pressed. */
export async function giveReply(at: AtScreen, reply: Reply, onStep: OnStep): Promise<void> {
  const { page, hand } = at;
  switch (reply.kind) {
    case 'cards':
      for (const code of reply.codes) await tapCard(at, code);
      return;
    case 'words':
      return hand.write(page.locator(`${PRESENT} textarea`), reply.text);
    case 'number':
      return typeNumber(at, reply.value);
    case 'days':
      return markDays(at, reply.daysAgo);
    case 'times':
      return tellTimes(at, reply.times, onStep);
    case 'people':
      return placePeople(at, reply.people, onStep);
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return hand.tap(page.locator(`${PRESENT} button[data-code="${reply.kind}"]`));
    default:
      return assertNever(reply);
  }
}

/** Taps a card, a stop, a step or a story: whatever lies over a radio button or check box. */
export async function tapCard(at: AtScreen, code: string): Promise<void> {
  await tapInList(at, at.page.locator(`${PRESENT} label`, { has: at.page.locator(`input[value="${code}"]`) }));
}

/** No list has more pages than this. */
const MOST_PAGES = 40;

/** Taps something in a list, and leafs on for as long as it does not stand on the page that is shown. */
async function tapInList(at: AtScreen, entry: Locator): Promise<void> {
  const further = at.page.locator(`${PRESENT} [data-does="more-of-list"]`);
  await entry.or(further).first().waitFor();
  for (let pages = 0; (await entry.count()) === 0 && pages < MOST_PAGES; pages++) {
    for (const way of await further.all()) await at.hand.tap(way);
  }
  await at.hand.tap(entry);
}

async function typeNumber(at: AtScreen, value: number): Promise<void> {
  for (const digit of String(value)) await at.hand.tap(at.page.locator(`${PRESENT} [data-number-key="${digit}"]`));
}

async function markDays(at: AtScreen, daysAgo: readonly number[]): Promise<void> {
  if (daysAgo.length === 0) await at.hand.tap(at.page.locator(`${PRESENT} [data-does="no-days"]`));
  for (const day of daysAgo) await tapInList(at, at.page.locator(`${PRESENT} [data-days-ago="${day}"]`));
}

async function tellTimes(at: AtScreen, times: readonly TimeTold[], onStep: OnStep): Promise<void> {
  for (const [index, time] of times.entries()) {
    if (index > 0) await at.hand.tap(at.page.locator(`${PRESENT} [data-does="add-episode"]`));
    await tellTime(at, time, (step) => onStep(`${step}-${index + 1}`));
    // The list has a line for every time so far.
    await at.page.locator(`${PRESENT} [data-episode="${index + 1}"]`).waitFor();
  }
}

/** The vessels first, and after Continue what the version asks besides. */
async function tellTime(at: AtScreen, { drinks, share, company }: TimeTold, onStep: OnStep): Promise<void> {
  for (const { container, count } of drinks)
    for (let poured = 0; poured < count; poured++)
      await tapInList(at, at.page.locator(`${PRESENT} [data-container="${container}"] [data-does="more"]`));
  await onStep('drinks');
  await at.hand.tap(at.page.locator('.at-forward'));
  if (share !== undefined) await tapInList(at, at.page.locator(`${PRESENT} [data-share="${share}"]`));
  if (company !== undefined) await tapInList(at, at.page.locator(`${PRESENT} [data-company="${company}"]`));
  if (share === undefined && company === undefined) return;
  await onStep('around');
  await at.hand.tap(at.page.locator('.at-forward'));
}

async function placePeople(
  at: AtScreen,
  people: readonly { readonly who: string; readonly ring: string }[],
  onStep: OnStep,
): Promise<void> {
  for (const [index, { who, ring }] of people.entries()) {
    await tapInList(at, at.page.locator(`${PRESENT} [data-who="${who}"]`));
    if (index === 0) await onStep('where');
    await at.hand.tap(at.page.locator(`${PRESENT} [data-ring="${ring}"]`));
  }
}
