import type { Page } from '@playwright/test';
import type { Panel } from '../../core/site/panel.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';

/** The screens that the kiosk is made for. */
export type Glass = 'upright' | 'wide' | 'tablet';

interface Size extends Panel {
  readonly width: number;
  readonly height: number;
}

export const SHOWN_AT: Readonly<Record<Glass, Size>> = {
  upright: { width: 1080, height: 1920, kind: 'fixed', pixelsPerMm: 3.78 },
  wide: { width: 1920, height: 1080, kind: 'fixed', pixelsPerMm: 3.78 },
  tablet: { width: 1280, height: 800, kind: 'tablet', pixelsPerMm: 5.9 },
};

/** Shows the present window as it stands on another glass. */
export async function showOn(kiosk: KioskWindow, page: Page, glass: Glass): Promise<void> {
  const { width, height, kind, pixelsPerMm } = SHOWN_AT[glass];
  await page.evaluate(
    (panel) => {
      document.documentElement.dataset['panel'] = panel.kind;
      document.documentElement.style.setProperty('--mm', `${panel.pixelsPerMm}px`);
    },
    { kind, pixelsPerMm },
  );
  await kiosk.app.evaluate(
    ({ BrowserWindow }, size) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
}
