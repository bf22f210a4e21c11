import type { Page } from '@playwright/test';
import { SHOWN_AT, type Glass } from './glass.ts';

/** What was found on a screen that a person could stumble over. */
export interface Measured {
  /** What scrolls, or is wider than its place, with by how many pixels. */
  readonly clipped: readonly string[];
  /** The smallest side of anything that can be tapped, in millimetres; keys of the keyboard apart. */
  readonly smallestTargetMm: number;
  readonly smallestKeyMm: number;
  /** Pairs of targets that lie closer than 3 mm. */
  readonly tooClose: readonly string[];
}

/** Measures what stands on the glass now. The strip of a demo home is for staff and is left out. */
export async function measure(page: Page, glass: Glass): Promise<Measured> {
  return page.evaluate(measureInPage, SHOWN_AT[glass].pixelsPerMm);
}

/** Runs in the window: nothing from outside is known here. */
function measureInPage(pixelsPerMm: number): Measured {
  const screen = document.querySelector('dialog[open]') ?? document.body;
  const inside = [...screen.querySelectorAll<HTMLElement>('*')];
  const clipped = inside
    .filter((element) => !element.matches('.only-spoken, .only-spoken *, svg *, textarea, input'))
    .filter((element) => getComputedStyle(element).overflow !== 'visible' || element.matches('p, h1, h2, span, button'))
    .filter((element) => getComputedStyle(element).display !== 'inline' && element.clientWidth > 0)
    .flatMap((element) => {
      const wide = element.scrollWidth - element.clientWidth;
      const high = getComputedStyle(element).overflowY === 'visible' ? 0 : element.scrollHeight - element.clientHeight;
      return wide > 1 || high > 1 ? [`${element.className || element.tagName} +${wide} +${high}`] : [];
    });
  const boxes = inside
    .filter((element) => element.matches('button, label:has(input), textarea') && !element.closest('.demo-strip'))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  const sides = (isKey: boolean) =>
    boxes
      .filter(({ element }) => (element.closest('.keyboard') !== null) === isKey)
      .map(({ box }) => Math.min(box.width, box.height) / pixelsPerMm);
  const targets = boxes.filter(({ element }) => element.closest('.keyboard') === null);
  const tooClose = targets.flatMap((one, index) =>
    targets.slice(index + 1).flatMap((other) => {
      const aside = Math.max(one.box.left - other.box.right, other.box.left - one.box.right);
      const below = Math.max(one.box.top - other.box.bottom, other.box.top - one.box.bottom);
      const apartMm = Math.max(aside, below) / pixelsPerMm;
      return apartMm < 2.95 ? [`${one.element.className} / ${other.element.className}: ${apartMm.toFixed(1)} mm`] : [];
    }),
  );
  return { clipped, smallestTargetMm: Math.min(...sides(false)), smallestKeyMm: Math.min(...sides(true)), tooClose };
}
