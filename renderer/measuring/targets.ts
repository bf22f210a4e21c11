import { isShown, measuredRoot, selectorOf } from './shown.ts';

/** Something to touch. */
export interface Target {
  readonly selector: string;
  /** A key of the keyboard on the screen, which may be smaller. */
  readonly isKey: boolean;
  /** The shorter side of what can be hit, in millimetres. */
  readonly mm: number;
  /** To the nearest neighbour, in millimetres; null without one. Keys may touch each other. */
  readonly gapMm: number | null;
}

/** The glass that is measured on. */
export interface Glass {
  readonly pixelsPerMm: number;
  /** How large something to touch has to be. */
  readonly leastMm: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Found extends Pick<Target, 'selector' | 'isKey'> {
  readonly element: Element;
  readonly box: Box;
}

const TOUCHED =
  'button, a[href], input, textarea, select, summary, [role="button"], [tabindex]:not([tabindex^="-"]), [contenteditable="true"]';
const KEYS = '.keyboard button, [data-key]';
const STEP_PX = 0.25;

/** Everything on the screen that can be touched, and how large it is. */
export function targets({ pixelsPerMm, leastMm }: Glass): readonly Target[] {
  const found = [...measuredRoot().querySelectorAll(TOUCHED)].flatMap((element) => {
    const box = targetBox(element, leastMm * pixelsPerMm);
    return box === null ? [] : [{ element, box, selector: selectorOf(element), isKey: element.matches(KEYS) }];
  });
  const mm = (pixels: number): number => Math.round((pixels / pixelsPerMm) * 100) / 100;
  return found.map((one) => {
    const gap = nearest(one, found);
    const shorter = Math.min(one.box.right - one.box.left, one.box.bottom - one.box.top);
    return { selector: one.selector, isKey: one.isKey, mm: mm(shorter), gapMm: gap === null ? null : mm(gap) };
  });
}

/** Where a finger may aim: what is drawn, with its labels; a small drawing as far as it can be felt, up to `leastPx`. */
function targetBox(element: Element, leastPx: number): Box | null {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const boxes = [element, ...labels].filter((part) => isShown(part)).map((part) => part.getBoundingClientRect());
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  const wide = half(
    (right - left) / 2,
    leastPx / 2,
    (far) => isFelt(element, x - far, y) && isFelt(element, x + far, y),
  );
  const high = half(
    (bottom - top) / 2,
    leastPx / 2,
    (far) => isFelt(element, x, y - far) && isFelt(element, x, y + far),
  );
  return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
}

/** How far from the middle it reaches: to its drawn edge, or farther as long as it is felt and still too small. */
function half(drawn: number, least: number, isFeltAt: (far: number) => boolean): number {
  if (drawn < least && isFeltAt(least - STEP_PX)) return least;
  let far = drawn;
  while (far < least && isFeltAt(far + STEP_PX)) far += STEP_PX;
  return far;
}

function isFelt(element: Element, x: number, y: number): boolean {
  const hit = document.elementFromPoint(x, y);
  return hit !== null && (element.contains(hit) || hit.closest('label')?.contains(element) === true);
}

function nearest(one: Found, all: readonly Found[]): number | null {
  const gaps = all
    .filter((other) => other !== one && !(one.isKey && other.isKey))
    // A field and the button inside of it are one place to touch.
    .filter(({ element }) => !element.contains(one.element) && !one.element.contains(element))
    .map(({ box }) => distance(one.box, box));
  return gaps.length === 0 ? null : Math.min(...gaps);
}

function distance(one: Box, other: Box): number {
  const wide = Math.max(0, other.left - one.right, one.left - other.right);
  const high = Math.max(0, other.top - one.bottom, one.top - other.bottom);
  return Math.hypot(wide, high);
}
