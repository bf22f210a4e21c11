import { expect, test } from 'vitest';
import { keptBegunAnswerSchema } from '../../../core/questionnaire/begun-answer.ts';

test('What a draft kept when only words were kept is read as words', () => {
  const kept = { linkId: 'call-name', text: 'Malik' };
  const begun = { linkId: 'call-name', value: { kind: 'text', text: 'Malik' }, nonAnswer: null };
  expect(keptBegunAnswerSchema.parse(kept)).toEqual(begun);
  expect(keptBegunAnswerSchema.parse(begun)).toEqual(begun);
});

test.each([
  { linkId: 'it', value: { kind: 'number', digits: '1a' }, nonAnswer: null },
  { linkId: 'it', value: { kind: 'days', daysAgo: [90], saidNone: false }, nonAnswer: null },
  { linkId: 'it', value: { kind: 'codes', codes: ['a'], more: true }, nonAnswer: null },
  { linkId: 'it', value: { kind: 'nothing' }, nonAnswer: 'never' },
  { linkId: 'it', text: 'Malik', value: { kind: 'nothing' }, nonAnswer: null },
])('What no screen can begin is refused: %j', (begun) => {
  expect(keptBegunAnswerSchema.safeParse(begun).success).toBe(false);
});
