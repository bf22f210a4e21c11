/** So long after a screen appeared, a touch may still be the second half of a double tap on the screen before. */
const SETTLING_MS = 400;

/** What is known of a press. */
export interface Press {
  /** How many presses in quick succession this one ends; 0 from a keyboard. */
  readonly count: number;
  readonly isTouch: boolean;
  readonly sinceAppearedMs: number;
}

/**
 * Tells whether a press was meant for the screen before. Shaking hands tap twice, and the button that goes on lies
 * where it lay before: the second tap must not send, or pass an offer that nobody saw.
 */
export function isSecondTap({ count, isTouch, sinceAppearedMs }: Press): boolean {
  return count > 1 || (isTouch && sinceAppearedMs < SETTLING_MS);
}
