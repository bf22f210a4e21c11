import type { Page } from '@playwright/test';
import type { Language } from '../../core/basics/language.ts';
import type { KioskWindow } from '../person/kiosk-window.ts';
import type { PicturedPanel } from './panels.ts';

export const LOOKS = ['light', 'dark', 'contrast'] as const;
export const TEXT_SIZES = ['usual', 'large', 'largest'] as const;

/** What a series of pictures is taken in. */
export interface Setting {
  readonly language: Language;
  readonly panel: PicturedPanel;
  readonly look: (typeof LOOKS)[number];
  readonly text: (typeof TEXT_SIZES)[number];
}

/** Gives the window the panel's size and stills it: a picture shows what stands, not what is on its way. */
export async function prepareWindow(kiosk: KioskWindow, page: Page, setting: Setting): Promise<void> {
  const { width, height } = setting.panel;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await kiosk.app.evaluate(
    ({ BrowserWindow }, size) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.waitForFunction((wide) => Math.abs(window.innerWidth - wide) <= 1, width);
}

/** Shows the page in the look and the text size of the series. */
export async function showAs(page: Page, { look, text }: Setting): Promise<void> {
  await page.evaluate((chosen) => Object.assign(document.documentElement.dataset, chosen), { look, size: text });
}
