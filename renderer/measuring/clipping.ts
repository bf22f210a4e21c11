import { contrastOf, groundOf } from './contrast.ts';
import { isShown, measuredRoot, selectorOf, shownTexts, type ShownText } from './shown.ts';

/** Something of the screen that is cut, hidden or in another's place. */
export interface Clipping {
  /**
   * - `scrolls`: the whole screen or sheet is longer than its place
   * - `cut`: a box hides a part of what is in it
   * - `textOutside`: words stand beyond the edge of their box
   * - `offScreen`: beyond the edge of the glass
   * - `covered`: something lies over words or a drawing; `overlap`: words over words
   * - `brokenWord`: a word goes on in the next line without a hyphen
   * - `noDrawing`: a pictogram's place is empty; `faintDrawing`: it hardly differs from its ground
   */
  readonly kind:
    | 'scrolls'
    | 'cut'
    | 'textOutside'
    | 'offScreen'
    | 'covered'
    | 'overlap'
    | 'brokenWord'
    | 'noDrawing'
    | 'faintDrawing';
  readonly selector: string;
  /** How far, in CSS pixels. */
  readonly pixels: number;
  /** What lies over it. */
  readonly by?: string;
}

/** Rounding of half pixels is no fault. */
const SLACK_PX = 1;
/** A line's box is higher than its letters, so boxes of two lines may meet. */
const LINE_SLACK = 0.25;
const SCREENS = '.stage, dialog, .curtain, .danger-page';
const PRESSED = 'button, label, a[href], [role="button"]';

/** Everything on the screen that is not whole. */
export function clippings(): readonly Clipping[] {
  const root = measuredRoot();
  const elements = [root, ...root.querySelectorAll('*')].filter((element) => isShown(element));
  const texts = shownTexts(root);
  return [
    ...elements.flatMap(cutBoxes),
    ...texts.flatMap(outsideItsBox),
    ...texts.flatMap(outsideTheGlass),
    ...texts.flatMap(coveredText),
    ...texts.flatMap(brokenWord),
    ...overlappingTexts(texts),
    ...elements.flatMap(emptyDrawing),
    ...elements.flatMap(faintDrawing),
    ...elements.flatMap(coveredDrawing),
  ];
}

function cutBoxes(element: Element): readonly Clipping[] {
  const style = getComputedStyle(element);
  // A field for words scrolls with what is written; the other replaced elements have nothing inside.
  if (style.display === 'inline' || element.matches('svg, svg *, input, textarea')) return [];
  const hides = { wide: style.overflowX !== 'visible', high: style.overflowY !== 'visible' };
  const wide = hides.wide ? element.scrollWidth - element.clientWidth : 0;
  const high = hides.high ? element.scrollHeight - element.clientHeight : 0;
  const pixels = Math.max(wide, high);
  if (pixels <= SLACK_PX) return [];
  return [{ kind: element.matches(SCREENS) ? 'scrolls' : 'cut', selector: selectorOf(element), pixels }];
}

function emptyDrawing(element: Element): readonly Clipping[] {
  if (!(element instanceof SVGGraphicsElement) || !element.matches('.pictogram')) return [];
  const { width, height } = element.getBBox();
  return width === 0 && height === 0 ? [{ kind: 'noDrawing', selector: selectorOf(element), pixels: 0 }] : [];
}

/** Lines that carry meaning. Source: WCAG 2.2, 1.4.11 */
const LEAST_CONTRAST = 3;

/** axe looks at words alone. What cannot be pressed now may be faint. */
function faintDrawing(element: Element): readonly Clipping[] {
  if (!element.matches('svg.pictogram') || element.closest(':disabled, [aria-disabled="true"]') !== null) return [];
  const isSeen = contrastOf(getComputedStyle(element).color, groundOf(element)) >= LEAST_CONTRAST;
  return isSeen ? [] : [{ kind: 'faintDrawing', selector: selectorOf(element), pixels: 0 }];
}

/** Where a drawing is looked at, as parts of its box. */
const SPOTS = [0.15, 0.5, 0.85] as const;

function coveredDrawing(element: Element): readonly Clipping[] {
  if (!element.matches('svg.pictogram') || isInScrolling(element)) return [];
  const { left, top, width, height } = element.getBoundingClientRect();
  for (const spot of SPOTS.flatMap((x) => SPOTS.map((y) => ({ x: left + x * width, y: top + y * height })))) {
    const by = coverAt(element, spot);
    if (by !== null) return [{ kind: 'covered', selector: selectorOf(element), pixels: Math.round(width), by }];
  }
  return [];
}

/** What lies over something at a place: the first thing painted there must be itself, what holds it, or inside of it. */
function coverAt(holder: Element, at: { readonly x: number; readonly y: number }): string | null {
  const found = document
    .elementsFromPoint(at.x, at.y)
    .find((element) => belongTogether(element, holder) || paintsAt(element, at));
  return found === undefined || belongTogether(found, holder) ? null : selectorOf(found);
}

/** The box that a person sees around words: what is pressed, or the nearest block. */
function boxOf(holder: Element): Element {
  const pressed = holder.closest(PRESSED);
  if (pressed !== null) return pressed;
  let box = holder;
  while (getComputedStyle(box).display.startsWith('inline') && box.parentElement !== null) box = box.parentElement;
  return box;
}

function outsideItsBox({ holder, lines }: ShownText): readonly Clipping[] {
  const box = boxOf(holder);
  const place = box.getBoundingClientRect();
  const beside = lines.map(({ left, right }) => Math.max(place.left - left, right - place.right));
  // A block grows with its lines; only what is pressed has a height that words could leave.
  const above = box.matches(PRESSED)
    ? lines.map(({ top, bottom, height }) => Math.max(place.top - top, bottom - place.bottom) - height * LINE_SLACK)
    : [];
  const pixels = Math.round(Math.max(...beside, ...above));
  return pixels > SLACK_PX ? [{ kind: 'textOutside', selector: selectorOf(holder), pixels }] : [];
}

/** What scrolls is told once, as a whole. */
function isInScrolling(element: Element): boolean {
  for (let parent: Element | null = element; parent !== null; parent = parent.parentElement)
    if (parent.scrollHeight > parent.clientHeight + SLACK_PX && getComputedStyle(parent).overflowY !== 'visible')
      return true;
  return false;
}

function outsideTheGlass({ holder, lines }: ShownText): readonly Clipping[] {
  if (isInScrolling(holder)) return [];
  const beyond = lines.map(({ left, top, right, bottom }) =>
    Math.max(-left, -top, right - window.innerWidth, bottom - window.innerHeight),
  );
  const pixels = Math.round(Math.max(...beyond));
  return pixels > SLACK_PX ? [{ kind: 'offScreen', selector: selectorOf(holder), pixels }] : [];
}

/** Looks at the middle of each line. */
function coveredText({ holder, lines }: ShownText): readonly Clipping[] {
  if (isInScrolling(holder)) return [];
  for (const line of lines) {
    const middle = { x: line.left + line.width / 2, y: line.top + line.height / 2 };
    const by = coverAt(holder, middle);
    if (by !== null) return [{ kind: 'covered', selector: selectorOf(holder), pixels: Math.round(line.height), by }];
  }
  return [];
}

function brokenWord({ node, holder, lines }: ShownText): readonly Clipping[] {
  if (lines.length < 2) return [];
  const mayBePartedAt = getComputedStyle(holder).hyphens === 'manual' ? /[\s\u00ad-]/ : /[\s-]/;
  const range = document.createRange();
  for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
    if (mayBePartedAt.test(word)) continue;
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
    if (new Set(tops).size > 1) return [{ kind: 'brokenWord', selector: selectorOf(holder), pixels: word.length }];
  }
  return [];
}

/** A button can be felt beyond its drawing, and a frame may be empty: there they cover nothing. */
function paintsAt(element: Element, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (x < left || x > right || y < top || y > bottom) return false;
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
}

/** A button lies over its own words on purpose, as a radio button does over its card. */
function belongTogether(found: Element, holder: Element): boolean {
  const label = holder.closest(PRESSED);
  return found.contains(holder) || holder.contains(found) || (label !== null && label.contains(found));
}

function overlappingTexts(texts: readonly ShownText[]): readonly Clipping[] {
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => {
      const pixels = Math.max(0, ...one.lines.flatMap((line) => other.lines.map((next) => overlap(line, next))));
      if (pixels <= SLACK_PX) return [];
      return [{ kind: 'overlap' as const, selector: selectorOf(one.holder), pixels, by: selectorOf(other.holder) }];
    }),
  );
}

function overlap(one: DOMRect, other: DOMRect): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.round(Math.min(wide, high - Math.min(one.height, other.height) * LINE_SLACK));
}
