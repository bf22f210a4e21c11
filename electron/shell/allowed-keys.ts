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

/** Undoing, doing again, all, copying, cutting and pasting, as whoever words texts all day is used to. */
const EDITING_KEYS = ['z', 'y', 'a', 'c', 'x', 'v'];

/**
 * Lets through what writing, moving about and listening needs, and no shortcut. AltGr writes letters on Nordic keyboards and
 * arrives as control with alt, so that pair is allowed where it writes.
 *
 * @param editsTexts the window of the texts, where words are edited; nobody's answers are ever shown in it
 */
export function isKeyAllowed({ key, control, alt, meta }: KeyPress, editsTexts = false): boolean {
  if (control && alt && !meta) return writes(key);
  if (control && !alt && !meta && editsTexts) return EDITING_KEYS.includes(key.toLowerCase()) || key === 'Control';
  if (control || alt || meta) return key === 'AltGraph';
  return writes(key) || MOVING_KEYS.has(key) || key === 'AltGraph';
}

/** A character, or the accent of the next one: the tilde of a Nordic keyboard is such an accent, behind AltGr. */
function writes(key: string): boolean {
  return [...key].length === 1 || key === 'Dead';
}
