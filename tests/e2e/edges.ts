import type { Page } from '@playwright/test';
import { violationsOn } from '../../tools/pictures/axe.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { expect } from './kiosk.ts';

const SIZES = [
  [1080, 1920],
  [1280, 800],
  [640, 800],
] as const;
const PARTS = '.desk-main, .desk-card, .desk button, .desk input, .desk select, .desk textarea';

/** A window of the house keeps nobody out, and on no glass does anything in it reach over its edge. */
export async function keepsNobodyOut(kiosk: KioskWindow, page: Page, name: string): Promise<void> {
  expect(await violationsOn(page), name).toEqual([]);
  const url = page.url();
  for (const [width, height] of SIZES) {
    await kiosk.app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL() === size.url)
          ?.setContentSize(size.width, size.height),
      { url, width, height },
    );
    await expect.poll(async () => Math.abs((await page.evaluate(() => window.innerWidth)) - width)).toBeLessThan(2);
    const over = await page.evaluate((parts) => {
      const page = document.documentElement;
      const wide = [page, ...document.querySelectorAll(parts)]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.tagName} ${element.className}`);
      return page.scrollHeight > page.clientHeight + 1 ? [...wide, 'the page is too high'] : wide;
    }, PARTS);
    expect(over, `${name} at ${width}`).toEqual([]);
  }
}
