import { CONTROL, isTextField } from './control-words.ts';
import { readScope } from './screen-reading.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Moves from control to control by the arrow keys, where neither the control nor Chromium does: among radio buttons,
 * in text and in a calendar an arrow has a meaning of its own.
 */
export function moveByArrow(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = document.activeElement;
  if (step === undefined || event.defaultPrevented || hasOwnArrows(from)) return;
  const controls = reachable();
  const at = controls.findIndex((control) => control === from);
  const next = at >= 0 ? controls[at + step] : nearest(controls, from, step);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function hasOwnArrows(element: Element | null): boolean {
  return isTextField(element) || (element instanceof HTMLInputElement && element.type === 'radio');
}

/** What the Tab key reaches, in its order; of radio buttons the chosen one, or the first. */
function reachable(): readonly HTMLElement[] {
  const sheet = readScope()?.closest('dialog');
  const all = [...(sheet ?? document).querySelectorAll<HTMLElement>(CONTROL)];
  return all.filter((element) => isReachable(element) && isStopOfGroup(element));
}

function isReachable(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.checkVisibility() && element.closest('[inert]') === null;
}

function isStopOfGroup(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
  const group = [
    ...document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${CSS.escape(element.name)}"]`),
  ];
  return (group.find(({ checked }) => checked) ?? group[0]) === element;
}

/** From a heading, or from nowhere: to what comes after or before it. */
function nearest(controls: readonly HTMLElement[], from: Element | null, step: number): HTMLElement | undefined {
  if (from === null || from === document.body) return step > 0 ? controls[0] : controls.at(-1);
  const after = Node.DOCUMENT_POSITION_FOLLOWING;
  const isAfter = (control: HTMLElement): boolean => (from.compareDocumentPosition(control) & after) !== 0;
  return step > 0 ? controls.find(isAfter) : controls.findLast((control) => !isAfter(control));
}
