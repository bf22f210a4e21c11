import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Hand } from './hand.ts';

/** From one place to the next a finger takes its time; what comes faster, the kiosk takes for the shaking of a hand. */
const REACHES_AFTER_MS = 450;

/** A person who has a finger only: touches at the middle of what is wanted, and nothing else. */
export async function finger(page: Page): Promise<Hand> {
  const glass = await page.context().newCDPSession(page);
  await glass.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const tap = async (target: Locator): Promise<void> => {
    await target.waitFor();
    await page.waitForTimeout(REACHES_AFTER_MS);
    await touch(glass, target);
  };
  return {
    tap,
    write: async (field, text) => {
      await tap(field);
      for (const letter of text) await writeLetter(page, glass, letter);
    },
  };
}

/** Writes one letter on the keys on the glass. */
async function writeLetter(page: Page, glass: CDPSession, letter: string): Promise<void> {
  const keyOf = (name: string): Locator => page.locator(`.stage:not([inert]) .keyboard [data-key="${name}"]`);
  const key = keyOf(letter === ' ' ? 'space' : letter.toLowerCase());
  if ((await key.count()) === 0) await touch(glass, keyOf('layer'));
  await key.waitFor();
  const shift = keyOf('shift');
  const isUpper = (await shift.count()) > 0 && (await shift.getAttribute('aria-pressed')) === 'true';
  const hasTwoForms = letter.toLowerCase() !== letter.toUpperCase();
  if (hasTwoForms && isUpper !== (letter === letter.toUpperCase())) await touch(glass, shift);
  await touch(glass, key);
}

/** @throws when it cannot be touched where it stands: it is off the glass, or something lies over it */
async function touch(glass: CDPSession, target: Locator): Promise<void> {
  const middle = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const place = { x: left + width / 2, y: top + height / 2 };
    const hit = document.elementFromPoint(place.x, place.y);
    const isHit = hit !== null && (element.contains(hit) || hit.closest('label') === element);
    return isHit ? place : null;
  });
  if (middle === null) throw new Error(`No finger reaches ${String(target)}`);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [middle] });
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
