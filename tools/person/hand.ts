import type { Locator } from '@playwright/test';

/** How a person uses the screen. Everything that a scripted person does goes through one of these. */
export interface Hand {
  /** Presses a button, or chooses a card. Returns when it was done, not when it had its effect. */
  readonly tap: (target: Locator) => Promise<void>;
  /** Writes into a field that is empty. */
  readonly write: (field: Locator, text: string) => Promise<void>;
}

/** The quickest: a pointer, and words put into their field at once. */
export const pointer: Hand = {
  tap: (target) => target.click(),
  write: (field, text) => field.fill(text),
};
