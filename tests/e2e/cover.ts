import type { Locator, Page } from '@playwright/test';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { answerUntil, expect } from './kiosk.ts';
import { words } from './words.ts';

export const HOW = { language: 'da', culture: 'danish' } as const;
/** With this the cover falls after 11 s, the question comes after 22, and everything ends after 49. */
export const FAST = '--time-factor=8';
/** With this the cover falls after 1.5 s, the question comes after 3, and everything ends after 6.5. */
export const FASTEST = '--time-factor=60';
export const PATIENT = { timeout: 75_000 };
export const NAME = 'Kanariefugl';

/** Types a name and leaves it on the screen. */
export async function typesAName(person: Person): Promise<void> {
  await answerUntil(person, HOW, 'call-name');
  await person.replies('call-name', { kind: 'words', text: NAME });
  await person.goesBack();
  await expect(writtenIn(person.page)).toHaveValue(NAME);
}

/** Where something is written, in the stage that a person sees. */
export function writtenIn(page: Page): Locator {
  return page.locator('.stage:not([inert]) textarea');
}

/** Leaves what was told under the code that stands on the screen. */
export async function leavesKept(person: Person): Promise<void> {
  await person.goesOn();
  await person.sees('kept');
  await person.goesOn();
  await person.page.waitForEvent('close');
}

/** Hides what is under a code, which ends its window. @returns the window after it */
export async function hidesInANewWindow(kiosk: KioskWindow, person: Person): Promise<Page> {
  const closed = person.page.waitForEvent('close');
  await hides(person);
  await closed;
  return kiosk.page();
}

/** Lifts the cover of a visit that only its pictures open. */
export async function comesBackUnder(page: Page, code: string): Promise<Person> {
  const person = await lifts(page);
  await expectNothingShown(page);
  await person.wantsToGoOn();
  await person.entersPictures(code);
  await person.goesOn();
  return person;
}

/** Everything that the window holds: its document, its fields, and what a screen reader finds. */
async function everythingIn(page: Page): Promise<string> {
  const fields = await page
    .locator('input, textarea')
    .evaluateAll((all) =>
      all.map((each) => (each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement ? each.value : '')),
    );
  return [await page.content(), await page.locator('body').ariaSnapshot(), await page.title(), ...fields].join('\n');
}

export async function expectNothingShown(page: Page): Promise<void> {
  const everything = await everythingIn(page);
  expect(everything).not.toContain(NAME);
  expect(everything).not.toContain(words('da', 'intake.call-name.title'));
  // Nothing is handed out either.
  const view = JSON.stringify(await page.evaluate(() => window.kiosk['visit.show']({})));
  expect(view).not.toContain(NAME);
  expect(view).not.toContain('call-name');
}

export async function hides(person: Person): Promise<void> {
  await person.page.getByRole('button', { name: words('da', 'kiosk.hide') }).click();
}

export async function lifts(page: Page): Promise<Person> {
  await page.locator('.cover-lift').click();
  const person = new Person(page);
  await person.sees('lifting');
  return person;
}
