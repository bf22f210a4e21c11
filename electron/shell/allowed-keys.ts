/** A key press, as far as the decision needs it. */
export interface KeyPress {
  /** As the window would hear it: the character that is written, or the key's name. */
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** Keys for who goes by ear: read again, slower, silence, a person. */
const LISTENING_KEYS = ['F1', 'F2', 'F3', 'F4'];

const MOVING_KEYS = new Set([
  ...LISTENING_KEYS,
  'Tab',
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Shift',
  'CapsLock',
]);

/**
 * Lets through what writing, moving about and listening needs, and no shortcut. AltGr writes letters on Nordic keyboards and
 * arrives as control with alt, so that pair is allowed where it writes.
 */
export function isKeyAllowed({ key, control, alt, meta }: KeyPress): boolean {
  if (control && alt && !meta) return writes(key);
  if (control || alt || meta) return key === 'AltGraph';
  return writes(key) || MOVING_KEYS.has(key) || key === 'AltGraph';
}

/** A character, or the accent of the next one: the tilde of a Nordic keyboard is such an accent, behind AltGr. */
function writes(key: string): boolean {
  return [...key].length === 1 || key === 'Dead';
}
