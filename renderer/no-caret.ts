/**
 * Lets no tap leave a caret behind, unless somebody writes. Chromium keeps the caret of a field that is gone and looks
 * for its place anew at each layout; in a page whose texts cannot be selected it looks through all of it and finds none.
 * From the first written answer on that was 3.6 ms of processor for each tap.
 */
export function leaveNoCaret(): void {
  document.addEventListener('click', forgetCaret, { capture: true });
}

function forgetCaret(): void {
  if (!(document.activeElement instanceof HTMLTextAreaElement)) getSelection()?.removeAllRanges();
}
