import { expect, test } from 'vitest';
import type { EditionEntry } from '../../../core/translation/edition.ts';
import { voiceQueue } from '../../../core/translation/voice-queue.ts';

const entry = (key: string, text: string | null, status: EditionEntry['status'] = 'approved'): EditionEntry => ({
  ...{ key, text, status, danish: 'x', isSourceChanged: false, author: null, reviews: [], history: [] },
  isOvertaken: false,
});

const queueOf = (entries: readonly EditionEntry[], guarded: readonly string[] = [], said: readonly string[] = []) =>
  voiceQueue(new Map(entries.map((each) => [each.key, each])), {
    hasVoice: (text) => said.includes(text),
    guarded: new Set(guarded),
    hashOf: (text) => text.replaceAll('\u00AD', ''),
  }).map(({ key }) => key);

test('what cannot be shown without a voice comes first, then what is approved, each in the order of the screens', () => {
  const entries = [
    entry('a', 'one', 'draft'),
    entry('b', 'two'),
    entry('c', 'three', 'reviewed'),
    entry('d', 'four', 'draft'),
    entry('e', 'five'),
  ];
  expect(queueOf(entries, ['d', 'e'])).toEqual(['e', 'd', 'b', 'a', 'c']);
});

test('what is said, has no words, is of the desks or is filled in later is not asked for', () => {
  const entries = [
    entry('a', 'said'),
    entry('b', null, 'missing'),
    entry('desk.title', 'Personale'),
    entry('staff.call', 'Kom'),
    entry('c', 'Fra {{day}}'),
    entry('d', 'unsaid'),
  ];
  expect(queueOf(entries, [], ['said'])).toEqual(['d']);
});

test('words that stand in many places are said once, for the place that needs them most', () => {
  const entries = [entry('a', 'Skjul'), entry('b', 'Sk\u00ADjul'), entry('c', 'Skjul')];
  expect(queueOf(entries)).toEqual(['a']);
  expect(queueOf(entries, ['b', 'c'])).toEqual(['b']);
});
