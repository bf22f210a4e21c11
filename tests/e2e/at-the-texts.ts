import type { Page } from '@playwright/test';
import type { DeskLanguage } from '../../core/basics/language.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { expect } from './kiosk.ts';

/** Opens the window of the texts from the staff's, where somebody is signed in, and lets it speak a language. */
export async function opensTexts(kiosk: KioskWindow, desk: Page, language: DeskLanguage = 'da'): Promise<Page> {
  const opened = kiosk.app.waitForEvent('window');
  await desk.locator('[data-does="texts"]').click();
  const texts = await opened;
  await texts.locator('.desk-main').waitFor();
  if ((await texts.locator('html').getAttribute('lang')) !== language)
    await texts.locator('[data-does="language"]').click();
  await expect(texts.locator(`html[lang="${language}"]`)).toHaveCount(1);
  return texts;
}

/** Closes the window of the texts; the staff's is there again. */
export async function leavesTexts(texts: Page): Promise<void> {
  const closed = texts.waitForEvent('close');
  // The window goes while the mouse is still down.
  await texts
    .locator('[data-does="close"]')
    .click()
    .catch(() => undefined);
  await closed;
}
