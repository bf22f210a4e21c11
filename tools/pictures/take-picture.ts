import type { Page } from '@playwright/test';

/** Waits until everything stands as it will stay: drawings are there, letters are the right ones, nothing moves. */
export async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const shapes = [...document.querySelectorAll('.pictogram')].map((pictogram) =>
      getComputedStyle(pictogram).getPropertyValue('--shape').slice(5, -2),
    );
    const loaded = [...new Set(shapes)].map((url) => {
      const drawing = new Image();
      drawing.src = url;
      return drawing.decode().catch(() => undefined);
    });
    await Promise.all([document.fonts.ready, ...loaded]);
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
