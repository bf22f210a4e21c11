import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { Person } from '../../tools/person/person.ts';
import { answerUntil, deletesEverything, expect, personAtFirstQuestion, stops, test } from './kiosk.ts';
import {
  HOW,
  FAST,
  PATIENT,
  NAME,
  comesBackUnder,
  expectNothingShown,
  hides,
  hidesInANewWindow,
  leavesKept,
  lifts,
  typesAName,
  writtenIn,
} from './cover.ts';

test.describe.configure({ timeout: 150_000 });

test('a screen that nobody touches is covered, and nothing brings an answer back but going on', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk(FAST);
  const person = await personAtFirstQuestion(kiosk, HOW);
  await typesAName(person);
  await person.page.locator('main[data-scene="covered"]').waitFor(PATIENT);
  await expectNothingShown(person.page);
  for (const key of ['Alt+ArrowLeft', 'Backspace', 'Escape', 'Tab', 'F5', 'Control+z']) {
    await person.page.keyboard.press(key);
  }
  await person.page.mouse.click(5, 5, { button: 'right' });
  await person.page.evaluate(() => history.back());
  await expectNothingShown(person.page);

  await lifts(person.page);
  await expectNothingShown(person.page);
  await person.wantsToGoOn();
  await expect(writtenIn(person.page)).toHaveValue(NAME);
});

test('without a code Hide covers at once, and two taps show the question again, with what was typed', async ({
  openKiosk,
}) => {
  const person = await personAtFirstQuestion(await openKiosk(), HOW);
  await answerUntil(person, HOW, 'call-name');
  await writtenIn(person.page).fill(NAME);
  await hides(person);
  await person.sees('covered');
  await expectNothingShown(person.page);
  // The whole cover is the button.
  await person.page.mouse.click(40, 300);
  await person.sees('lifting');
  await person.wantsToGoOn();
  await expect(writtenIn(person.page)).toHaveValue(NAME);
});

test('with a code Hide closes the visit, in a new window, and only its pictures lift the cover', async ({
  home,
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  await typesAName(person);
  await stops(person, 'keep');
  const code = await person.readsTheCode();
  // While the code is copied, Hide does not ask for it.
  await hides(person);
  await lifts(person.page);
  await person.wantsToGoOn();
  await person.sees('code');
  await leavesKept(person);

  const again = new Person(await kiosk.page());
  await again.comesBackWith(code);
  await expect(writtenIn(again.page)).toHaveValue(NAME);
  const page = await hidesInANewWindow(kiosk, again);
  expect(readdirSync(join(home, 'drafts'))).toHaveLength(1);
  await new Person(page).sees('covered');
  await expectNothingShown(page);
  await comesBackUnder(page, code);
  await expect(writtenIn(page)).toHaveValue(NAME);
});

test('words that are not confirmed yet come back after Hide under a code, and go with Delete', async ({
  home,
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  await answerUntil(person, HOW, 'call-name');
  await stops(person, 'keep');
  const code = await person.readsTheCode();
  await leavesKept(person);

  const again = new Person(await kiosk.page());
  await again.comesBackWith(code);
  await writtenIn(again.page).fill(NAME);
  const page = await hidesInANewWindow(kiosk, again);
  await new Person(page).sees('covered');
  await expectNothingShown(page);
  const lifted = await comesBackUnder(page, code);
  await expect(writtenIn(page)).toHaveValue(NAME);
  // What is rubbed out stays rubbed out, and what is written on goes on.
  await writtenIn(page).fill(`${NAME} og`);
  const last = await comesBackUnder(await hidesInANewWindow(kiosk, lifted), code);
  await expect(writtenIn(last.page)).toHaveValue(`${NAME} og`);
  await deletesEverything(last);
  expect(readdirSync(join(home, 'drafts'))).toEqual([]);
  expect(kiosk.printed()).not.toContain(NAME);
});

test('what is half built comes back after Hide under a code: people, times and days', async ({ openKiosk }) => {
  test.setTimeout(400_000);
  const how = { language: 'da', culture: 'greenlandic', track: 'whole' } as const;
  const kiosk = await openKiosk();
  const first = await personAtFirstQuestion(kiosk, how);
  await answerUntil(first, how, 'urgent');
  await stops(first, 'keep');
  const code = await first.readsTheCode();
  await leavesKept(first);
  let person = new Person(await kiosk.page());
  await person.comesBackWith(code);
  const now = (selector: string): Locator => person.page.locator(`main .stage:not([inert]) ${selector}`);
  const hidesAndComesBack = async (): Promise<void> => {
    person = await comesBackUnder(await hidesInANewWindow(kiosk, person), code);
  };

  await answerUntil(person, how, 'people');
  await now('[data-who]').first().click();
  await now('[data-ring]').first().click();
  await now('[data-who]').nth(1).click();
  await expect(now('.circle-placing')).toBeVisible();
  await hidesAndComesBack();
  await expect(now('[data-placed]')).toHaveCount(1);
  await expect(now('.circle-placing')).toBeVisible();
  await now('[data-ring]').first().click();

  await answerUntil(person, how, 'last-times');
  await now('[data-container] [data-does="more"]').first().click();
  await now('[data-container] [data-does="more"]').first().click();
  await hidesAndComesBack();
  await expect(now('[data-filled] output')).toHaveText('2');
  await person.page.locator('.at-forward').click();
  await expect(now('[data-company]').first()).toBeVisible();
  await hidesAndComesBack();
  await expect(now('[data-company]').first()).toBeVisible();
  await person.page.locator('.at-back').click();
  await expect(now('[data-filled] output')).toHaveText('2');

  await answerUntil(person, how, 'days-without');
  await now('[data-days-ago="3"]').click();
  await hidesAndComesBack();
  await expect(now('[data-days-ago="3"]')).toHaveAttribute('aria-pressed', 'true');
  await now('button[data-code="notNow"]').click();
  await hidesAndComesBack();
  await expect(now('button[data-code="notNow"]')).toHaveAttribute('aria-pressed', 'true');
});

test('somebody new ends what lies behind the cover, with a second tap in another place', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  await typesAName(person);
  await hides(person);
  await person.sees('covered');
  await lifts(person.page);
  const isNew = person.page.locator('[data-does="new"]');
  const first = await isNew.boundingBox();
  await isNew.click();
  const sure = person.page.locator('[data-does="sure"]');
  const second = await sure.boundingBox();
  if (first === null || second === null) throw new Error('A button is not in the window');
  expect(second.y >= first.y + first.height || first.y >= second.y + second.height).toBe(true);
  const closed = person.page.waitForEvent('close');
  await sure.click();
  await closed;
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  await expectNothingShown(page);
});
