import { expect, test } from 'vitest';
import {
  fingerprintOf,
  takeReturned,
  type ReturnedText,
  type Taking,
} from '../../../core/translation/returned-texts.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { editionAfter, entryIn, hashOf } from './an-edition.ts';

const edition = editionAfter();

/** A text as the file has it that was exported from the edition of now, with other words. */
function back(key: string, text: string, changed: Partial<ReturnedText> = {}): ReturnedText {
  return { key, text, fingerprint: fingerprintOf(entryIn(edition, key), nodeHasher), problem: null, ...changed };
}

function take(...returned: readonly ReturnedText[]): Taking {
  return takeReturned(edition, returned, { by: 'E. F.', atMs: 5, tag: 'sv', hasher: nodeHasher });
}

const NOTHING: Taking = { taken: [], unchanged: 0, conflicts: [], unknown: [], refused: [] };

test('words that changed in the file are taken with their author', () => {
  expect(take(back('kiosk.hide', 'Göm'), back('kiosk.send', 'Skicka'))).toEqual({
    ...NOTHING,
    taken: [
      {
        kind: 'worded',
        key: 'kiosk.hide',
        text: 'Göm',
        source: hashOf('Skjul'),
        instead: hashOf('Dölj'),
        by: 'E. F.',
        atMs: 5,
      },
      expect.objectContaining({ key: 'kiosk.send', instead: hashOf('') }),
    ],
  });
});

test('words that nobody touched are unchanged, whatever has become of them in the home', () => {
  const older = { source: hashOf('Skjul'), target: hashOf('Gömma') };
  expect(take(back('kiosk.hide', 'Gömma', { fingerprint: older }), back('kiosk.send', ''))).toEqual({
    ...NOTHING,
    unchanged: 2,
  });
});

test('words that the home has by now are unchanged', () => {
  const older = { source: hashOf('Skjul'), target: hashOf('Gömma') };
  expect(take(back('kiosk.hide', 'Dölj', { fingerprint: older }))).toEqual({ ...NOTHING, unchanged: 1 });
});

test.each([
  ['source', { source: hashOf('Gem'), target: hashOf('Dölj') }, ['source']],
  ['words', { source: hashOf('Skjul'), target: hashOf('Gömma') }, ['target']],
  ['source and words', { source: hashOf('Gem'), target: hashOf('Gömma') }, ['source', 'target']],
])('a changed %s in the home is a conflict with both texts', (_, fingerprint, changed) => {
  expect(take(back('kiosk.hide', 'Göm', { fingerprint }))).toEqual({
    ...NOTHING,
    conflicts: [{ key: 'kiosk.hide', returned: 'Göm', danish: 'Skjul', text: 'Dölj', changed }],
  });
});

test.each<[string, ReturnedText, string]>([
  ['removed words', back('kiosk.hide', ''), 'empty'],
  ['bad characters', back('kiosk.hide', 'Göm\u202E'), 'bidiControl'],
  ['a formula', back('kiosk.hide', '', { problem: 'formula' }), 'formula'],
  ['a lost fingerprint', back('kiosk.hide', 'Göm', { fingerprint: null }), 'noFingerprint'],
])('%s are refused with the reason', (_, returned, reason) => {
  expect(take(returned)).toEqual({ ...NOTHING, refused: [{ key: 'kiosk.hide', reason }] });
});

test('a text without its fingerprint that says what the home says is unchanged', () => {
  expect(take(back('kiosk.hide', 'Dölj', { fingerprint: null }))).toEqual({ ...NOTHING, unchanged: 1 });
});

test('a key that stands twice is refused once, and none of its words is taken', () => {
  expect(take(back('kiosk.hide', 'Göm'), back('kiosk.hide', 'Gömma'))).toEqual({
    ...NOTHING,
    refused: [{ key: 'kiosk.hide', reason: 'twice' }],
  });
});

test('unknown keys are named, and keys that no text of ours can have are refused', () => {
  const stranger = (key: string): ReturnedText => back('kiosk.hide', 'Göm', { key });
  expect(take(stranger('kiosk.gone'), stranger('toString'), stranger('__proto__'), stranger('a\u202Eb'))).toEqual({
    ...NOTHING,
    unknown: ['kiosk.gone', 'toString'],
    refused: [
      { key: '__proto__', reason: 'reservedKey' },
      { key: 'a?b', reason: 'badKey' },
    ],
  });
});
