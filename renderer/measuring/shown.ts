/** What is measured: the topmost dialog where one covers the rest, otherwise the whole page. */
export function measuredRoot(): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
}

/**
 * The staff's strip of a demo home is no part of a house, words for screen readers alone have no place, and the next
 * question stands ready behind the present one.
 */
const NOT_MEASURED = '[data-not-for-people], .only-spoken, [inert]';

/** Tells whether people see this element. */
export function isShown(element: Element): boolean {
  if (element.closest(NOT_MEASURED) !== null) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
}

/** Some words as they stand on the glass, and the element that holds them. */
export interface ShownText {
  readonly holder: Element;
  readonly node: Text;
  /** One for each line. */
  readonly lines: readonly DOMRect[];
}

/** All words on the screen, piece by piece. */
export function shownTexts(root: Element): readonly ShownText[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: ShownText[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!(node instanceof Text) || holder === null || (node.nodeValue ?? '').trim() === '' || !isShown(holder))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (lines.length > 0) texts.push({ holder, node, lines });
  }
  return texts;
}

/** Attributes that tell one element from its like; none of them holds what a person said. */
const TELLING = ['data-does', 'data-code', 'data-sheet', 'data-who', 'data-ring', 'data-days-ago', 'data-container'];

function ownName(element: Element): string {
  const classes = [...element.classList].filter((name) => name !== 'appears').map((name) => `.${name}`);
  const telling = TELLING.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [`[${name}="${value}"]`];
  });
  return `${element.localName}${classes.join('')}${telling.join('')}`;
}

/** Names an element for whoever has to find it: its own name, its place among its like, and where it stands. */
export function selectorOf(element: Element): string {
  const above: string[] = [];
  for (let parent = element.parentElement; parent !== null && above.length < 2; parent = parent.parentElement)
    if (parent.classList.length > 0) above.unshift(ownName(parent));
  const like = [...(element.parentElement?.children ?? [])].filter((each) => each.localName === element.localName);
  const place = like.length > 1 ? `:nth-of-type(${like.indexOf(element) + 1})` : '';
  return [...above, `${ownName(element)}${place}`].join(' ');
}
