import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';

const tapTimesSchema = z.strictObject({
  /** The next question stands in the document: everything of the program itself is done, the save included. */
  standsMs: z.number().positive(),
  /** The page has drawn the first frame with it. */
  drawnMs: z.number().positive(),
  /** That frame was on the screen, as Chromium says. */
  shownMs: z.number().positive(),
});
/** What followed one tap, in milliseconds since the finger or button was lifted. */
export type TapTimes = z.infer<typeof tapTimesSchema>;

/** How a page tells one question from another. */
export interface Naming {
  readonly selector: string;
  readonly attribute: string;
}

/** A person moves to the button, and presses it for a moment. What the page still had to do is done meanwhile. */
const BEFORE_THE_TAP_MS = 250;
const PRESS_MS = 60;
const GIVE_UP_MS = 20_000;

/** Puts the probe into a page. */
export async function putProbe(page: Page, naming: Naming): Promise<void> {
  const probe = readFileSync(join(import.meta.dirname, 'tap-probe.mjs'), 'utf8');
  await page.evaluate(`window.tapProbe = ${JSON.stringify(naming)}; (() => { ${probe} })()`);
}

/**
 * Taps a button with a real input event, and measures until the next question is seen.
 *
 * @throws when no other question comes
 */
export async function measureTap(page: Page, button: string): Promise<TapTimes> {
  const box = await page.locator(button).boundingBox();
  if (box === null) throw new Error(`There is no ${button} to tap`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await pause(BEFORE_THE_TAP_MS);
  const measured = page.evaluate('tapProbe.measure()');
  await page.mouse.down();
  await pause(PRESS_MS);
  await page.mouse.up();
  return tapTimesSchema.parse(await Promise.race([measured, pause(GIVE_UP_MS, null, { ref: false })]));
}
