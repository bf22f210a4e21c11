import { expect, test } from 'vitest';
import type { PathPlace, Scene } from '../../../core/intake/scene.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { canTellBack } from '../../../renderer/screens/citizen/can-tell-back.ts';

const item = {
  linkId: 'helper',
  sensitivity: 1,
  titleKey: 'title',
  hintKey: null,
  noticeKey: null,
  field: { kind: 'number', minValue: 0, maxValue: 9 },
  nonAnswers: [],
} as const;
const question = (answer: Answer | null = null): Scene => ({ kind: 'question', item, answer });
const first: readonly PathPlace[] = [
  { section: 'start', state: 'here' },
  { section: 'readBack', state: 'ahead' },
];
const second: readonly PathPlace[] = [
  { section: 'start', state: 'done' },
  { section: 'you', state: 'here' },
];

test.each<[string, Scene, readonly PathPlace[], boolean, boolean]>([
  ['at the first question', question(), first, false, false],
  ['at the first question when it is answered', question({ kind: 'notNow' }), first, false, true],
  ['after an answer', question(), first, true, true],
  ['in a later part, also in a window that is new', question(), second, false, true],
  ['where questions are offered alone', { kind: 'offerAlone', questions: 2 }, first, false, true],
  ['at the read back itself', { kind: 'readBack', lines: [], open: 0 }, second, true, false],
  ['before the questions', { kind: 'track' }, [], false, false],
  ['where a person takes over', { kind: 'underAge' }, second, true, false],
])('Going to the end early is offered or not %s', (_, scene, path, hasAnswered, offered) => {
  expect(canTellBack({ scene, path }, hasAnswered)).toBe(offered);
});
