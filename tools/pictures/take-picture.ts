import type { Page } from '@playwright/test';

/** What is not there by then is missing, and is measured so. */
const PATIENCE_MS = 3_000;

/** Waits until everything stands as it will stay: drawings are there, letters are the right ones, nothing moves. */
export async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async (patience) => {
    const until = performance.now() + patience;
    await document.fonts.ready;
    // The sheet of drawings may still be on its way: what is not there yet has no extent.
    for (;;) {
      const areMissing = [...document.querySelectorAll<SVGGraphicsElement>('svg.pictogram')]
        .filter((drawing) => drawing.getClientRects().length > 0)
        .some((drawing) => drawing.getBBox().width === 0 && drawing.getBBox().height === 0);
      if (!areMissing || performance.now() > until) break;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    const still = Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)));
    await Promise.race([still, new Promise((resolve) => setTimeout(resolve, until - performance.now()))]);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, PATIENCE_MS);
}
