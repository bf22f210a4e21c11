import { describe, expect, test } from 'vitest';
import { isKeyAllowed } from '../../../electron/shell/allowed-keys.ts';

const BARE = { control: false, alt: false, meta: false };
const ALT_GR = { control: true, alt: true, meta: false };

describe('Without a modifier', () => {
  test.each(['a', 'Å', 'ĸ', 'ñ', '7', ' ', '.', '😀'])('%j is written', (key) => {
    expect(isKeyAllowed({ ...BARE, key })).toBe(true);
  });

  test.each(['Tab', 'Enter', 'Escape', 'Backspace', 'Delete', 'ArrowLeft', 'Home', 'End', 'Shift', 'CapsLock', 'Dead'])(
    '%s moves about or helps to write',
    (key) => {
      expect(isKeyAllowed({ ...BARE, key })).toBe(true);
    },
  );

  test.each(['F1', 'F2', 'F3', 'F4'])('%s is for who goes by ear', (key) => {
    expect(isKeyAllowed({ ...BARE, key })).toBe(true);
  });

  test.each(['F5', 'F11', 'F12', 'PrintScreen', 'ContextMenu', 'BrowserBack', 'LaunchApplication1', 'Insert', ''])(
    '%j leads nowhere',
    (key) => {
      expect(isKeyAllowed({ ...BARE, key })).toBe(false);
    },
  );
});

describe('AltGr, which arrives as control with alt', () => {
  test.each(['@', '€', '{', 'ĸ', 'Dead'])('writes %s', (key) => {
    expect(isKeyAllowed({ ...ALT_GR, key })).toBe(true);
  });

  test.each(['Delete', 'F4', 'Tab', 'ArrowLeft', 'Escape', 'Enter', ''])('does nothing with %j', (key) => {
    expect(isKeyAllowed({ ...ALT_GR, key })).toBe(false);
  });

  test('is a key that may be pressed', () => {
    expect(isKeyAllowed({ ...BARE, key: 'AltGraph' })).toBe(true);
    expect(isKeyAllowed({ ...BARE, alt: true, key: 'AltGraph' })).toBe(true);
  });
});

describe('Where texts are edited', () => {
  const CONTROL = { ...BARE, control: true };

  test.each(['z', 'Z', 'y', 'a', 'c', 'x', 'v'])('control and %s edits', (key) => {
    expect(isKeyAllowed({ ...CONTROL, key }, true)).toBe(true);
    expect(isKeyAllowed({ ...CONTROL, key })).toBe(false);
  });

  test.each(['r', 'w', 'p', 'n', 't', 's', 'u', 'i', 'o', '0', '+', 'F4', 'Tab', 'Delete', ' '])(
    'control and %j leads nowhere',
    (key) => {
      expect(isKeyAllowed({ ...CONTROL, key }, true)).toBe(false);
    },
  );

  test('nothing edits with another modifier', () => {
    for (const modifiers of [
      { ...BARE, alt: true },
      { ...BARE, meta: true },
      { ...CONTROL, meta: true },
    ])
      expect(isKeyAllowed({ ...modifiers, key: 'v' }, true)).toBe(false);
  });
});

describe('Shortcuts lead nowhere:', () => {
  test.each([
    ['control', { ...BARE, control: true }],
    ['alt', { ...BARE, alt: true }],
    ['meta', { ...BARE, meta: true }],
    ['control with meta', { ...BARE, control: true, meta: true }],
    ['AltGr with meta', { ...ALT_GR, meta: true }],
  ])('%s with any key', (_, modifiers) => {
    for (const key of ['r', 'w', 'p', '0', '+', 'Tab', 'F4', 'ArrowLeft', 'Home', 'Delete', 'Dead', ' ']) {
      expect(isKeyAllowed({ ...modifiers, key })).toBe(false);
    }
  });
});
