import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { inRoot } from '../set-up/paths.mjs';

/** What docs/translation.md shows: parts of the window of the texts. */
export const TEXTS_PICTURES = ['texts', 'preview', 'voice', 'exchange', 'publish'] as const;
type Part = (typeof TEXTS_PICTURES)[number];

const FOLDER = inRoot('docs/pictures');
const SIZE = { width: 1180, height: 760 };

/** What a picture of a part is called in docs/pictures. */
export function textsPictureName(part: Part): string {
  return `texts-${part}-da.png`;
}

/** Opens the window of the texts in a demo that nobody has set up, and pictures each part of it. */
export async function pictureTextsWindow(app: ElectronApplication): Promise<void> {
  const texts = await openTexts(app, await openDesk(app));
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height);
  }, SIZE);
  for (const part of TEXTS_PICTURES) {
    await texts.locator(`[data-tab="${part}"]`).click();
    await texts.locator(`main[data-scene="${part}"] :not([aria-busy="true"]) h1`).first().waitFor();
    if (part === 'texts') await openOneText(texts);
    if (part === 'preview') await openOneScreen(texts);
    await texts.screenshot({ path: join(FOLDER, textsPictureName(part)), animations: 'disabled' });
  }
}

async function openDesk(app: ElectronApplication): Promise<Page> {
  const kiosk = await app.firstWindow();
  const opened = app.waitForEvent('window');
  await kiosk.locator('.staff-button').click();
  const desk = await opened;
  await desk.locator('.desk-field input[type="text"]').fill('Aviâja');
  for (const field of await desk.locator('.desk-field input[type="password"]').all()) await field.fill('739182');
  await desk.locator('.desk-primary').click();
  await desk.locator('[data-does="texts"]').waitFor();
  return desk;
}

async function openTexts(app: ElectronApplication, desk: Page): Promise<Page> {
  const opened = app.waitForEvent('window');
  await desk.locator('[data-does="texts"]').click();
  const texts = await opened;
  await texts.locator('.text-row [role="gridcell"]').first().waitFor();
  return texts;
}

async function openOneText(texts: Page): Promise<void> {
  await texts.locator('input[type="search"]').fill('strengths');
  await texts.locator('.text-row [role="gridcell"]').nth(2).click();
  await texts.locator('.text-editor textarea').waitFor();
}

async function openOneScreen(texts: Page): Promise<void> {
  await texts.locator('.preview select').first().selectOption('question strengths');
  const frame = texts.frameLocator('iframe');
  await frame.locator('main[data-link-id="strengths"] h1').click();
  await texts.locator('.text-editor textarea').waitFor();
}
