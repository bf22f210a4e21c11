/** What scrolls when its content does not fit. */
const SCREENS = '.stage, .sheet';

/** How often a screen can draw closer together; theme/tokens.css says by how much. */
const TIGHTEST = 3;

/** The screen or sheet that something stands on. */
export function screenOf(part: Element | null): HTMLElement | null {
  return part?.closest<HTMLElement>(SCREENS) ?? null;
}

/** Tells whether a screen holds more than can be seen of it at once. */
export function overflows(screen: HTMLElement): boolean {
  return screen.scrollHeight > screen.clientHeight + 1;
}

/** Lets a screen stand as it was drawn. */
export function loosen(screen: HTMLElement): void {
  delete screen.dataset['tight'];
}

/**
 * Draws a screen closer together while it overflows: a smaller title, lower cards, less air. What a finger must hit
 * never becomes smaller than it has to be.
 *
 * @returns whether everything can be seen now
 */
export function tighten(screen: HTMLElement): boolean {
  for (let tight = Number(screen.dataset['tight'] ?? 0); overflows(screen);) {
    if (tight === TIGHTEST) return false;
    tight += 1;
    screen.dataset['tight'] = String(tight);
  }
  return true;
}
