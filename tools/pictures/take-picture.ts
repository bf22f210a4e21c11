import type { Page } from '@playwright/test';

/** Waits until everything stands as it will stay: drawings are there, letters are the right ones, nothing moves. */
export async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // The sheet of drawings may still be on its way: what is not there yet has no extent.
    const isMissing = (drawing: SVGGraphicsElement): boolean =>
      drawing.getClientRects().length > 0 && drawing.getBBox().width === 0 && drawing.getBBox().height === 0;
    while ([...document.querySelectorAll<SVGGraphicsElement>('.pictogram')].some(isMissing))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
