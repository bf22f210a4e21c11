import type { Locator, Page } from '@playwright/test';
import type { DeskLanguage } from '../../core/basics/language.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { expect } from './kiosk.ts';

/** Somebody of the house. */
export interface Colleague {
  readonly name: string;
  readonly pin: string;
}

export const AVIAJA: Colleague = { name: 'Aviâja', pin: '739182' };
export const MALIK: Colleague = { name: 'Malik', pin: '918273' };

/** Opens the staff's window from the kiosk's, and lets it speak a language. */
export async function opensDesk(kiosk: KioskWindow, language: DeskLanguage = 'da'): Promise<Page> {
  const page = await kiosk.page();
  const opened = kiosk.app.waitForEvent('window');
  await page.locator('.staff-button').click();
  const desk = await opened;
  await desk.locator('.desk-main').waitFor();
  if ((await desk.locator('html').getAttribute('lang')) !== language)
    await desk.locator('[data-does="language"]').click();
  await expect(desk.locator(`html[lang="${language}"]`)).toHaveCount(1);
  return desk;
}

/** Writes a new PIN into both of its fields. */
export async function writesNewPin(desk: Page, pin: string, again = pin): Promise<void> {
  const fields = desk.locator('.desk-field input[type="password"]');
  const count = await fields.count();
  await fields.nth(count - 2).fill(pin);
  await fields.nth(count - 1).fill(again);
}

/** Sets up the first administrator, who is signed in then. */
export async function setsUp(desk: Page, { name, pin }: Colleague): Promise<void> {
  await desk.locator('.desk-field input[type="text"]').fill(name);
  await writesNewPin(desk, pin);
  await desk.locator('.desk-primary').click();
  await desk.locator('main[data-scene="today"]').waitFor();
}

/** Chooses a name and enters a PIN by the keys on the glass. */
export async function entersPin(desk: Page, { name, pin }: Colleague): Promise<void> {
  await desk.locator('.desk-names button', { hasText: name }).click();
  for (const digit of pin) await desk.locator(`[data-digit="${digit}"]`).click();
  await desk.locator('.desk-primary').click();
}

export async function signsIn(desk: Page, colleague: Colleague): Promise<void> {
  await entersPin(desk, colleague);
  await desk.locator('main[data-scene="today"]').waitFor();
}

/** Goes to another part of the desk. */
export async function goesTo(
  desk: Page,
  tab: 'today' | 'delivery' | 'numbers' | 'papers' | 'people' | 'settings' | 'pin',
): Promise<void> {
  await desk.locator(`[data-tab="${tab}"]`).click();
  await desk.locator(`main[data-scene="${tab}"]`).waitFor();
}

/** Closes the staff's window; the kiosk's is the present one again. */
export async function closesDesk(kiosk: KioskWindow, desk: Page): Promise<Page> {
  const closed = desk.waitForEvent('close');
  // The window goes while the mouse is still down.
  await desk
    .locator('[data-does="close"]')
    .click()
    .catch(() => undefined);
  await closed;
  return kiosk.page();
}

/** What the desk says of what was just done. */
export function outcome(desk: Page): Locator {
  return desk.locator('.desk-outcome:not(:empty)');
}
