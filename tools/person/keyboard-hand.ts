import type { Locator, Page } from '@playwright/test';
import type { Hand } from './hand.ts';

/** More steps than this are no way to anything on one screen. */
const MOST_STEPS = 200;

/** Where the focus is, seen from what is looked for. */
type Nearness = 'there' | 'amongItsLike' | 'elsewhere';

/** A person who has keys only: Tab and arrows lead to what is wanted, Space chooses and Enter presses. */
export function keyboardHand(page: Page): Hand {
  return {
    tap: async (target) => {
      await reach(page, target);
      await page.keyboard.press(await pressingKey(target));
    },
    write: async (field, text) => {
      await reach(page, field);
      await page.keyboard.type(text);
    },
  };
}

/** @throws when the keys do not lead there */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const nearness = await target.evaluate(nearnessOf);
    if (nearness === 'there') return;
    // One stop for a group of which one is chosen; arrows lead from one to the next inside of it.
    await page.keyboard.press(nearness === 'amongItsLike' ? 'ArrowRight' : 'Tab');
  }
  throw new Error(`The keys do not lead to ${String(target)}`);
}

function nearnessOf(target: Element): Nearness {
  const control = target instanceof HTMLLabelElement ? target.control : target;
  const focused = document.activeElement;
  if (control === null || focused === null) return 'elsewhere';
  if (focused === control || control.contains(focused)) return 'there';
  const areRadios = [control, focused].every((each) => each instanceof HTMLInputElement && each.type === 'radio');
  if (areRadios && control.getAttribute('name') === focused.getAttribute('name')) return 'amongItsLike';
  const group = control.closest('[role="radiogroup"], [role="group"], [role="grid"], [role="listbox"]');
  const isRoving = control.getAttribute('tabindex') === '-1' && group !== null && group.contains(focused);
  return isRoving ? 'amongItsLike' : 'elsewhere';
}

async function pressingKey(target: Locator): Promise<'Space' | 'Enter'> {
  const isChosen = await target.evaluate(
    (element) => (element instanceof HTMLLabelElement ? element.control : element) instanceof HTMLInputElement,
  );
  return isChosen ? 'Space' : 'Enter';
}
