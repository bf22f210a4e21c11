import { expect, test } from 'vitest';
import { panelSchema, USUAL_PANEL } from '../../../core/site/panel.ts';
import { timingsSchema, USUAL_TIMINGS } from '../../../core/site/timings.ts';

test('the usual settings are allowed', () => {
  expect(timingsSchema.parse(USUAL_TIMINGS)).toEqual(USUAL_TIMINGS);
  expect(panelSchema.parse(USUAL_PANEL)).toEqual(USUAL_PANEL);
});

test('answers stay behind the cover for at least five minutes', () => {
  const { curtainAfter, askAfter, answerWithin } = USUAL_TIMINGS;
  expect(askAfter + answerWithin - curtainAfter).toBeGreaterThanOrEqual(300);
});

test.each([
  ['a curtain that falls at once', { curtainAfter: 5 }],
  ['a question that waits less than a minute', { answerWithin: 59 }],
  ['fewer than ten extensions', { extensions: 9 }],
  ['a question before the curtain', { curtainAfter: 180, askAfter: 180 }],
  ['numbers before the second person', { secondPersonAfter: 120, numbersAfter: 120 }],
  ['half seconds', { curtainAfter: 90.5 }],
])('refuses %s', (_, changed) => {
  expect(timingsSchema.safeParse({ ...USUAL_TIMINGS, ...changed }).success).toBe(false);
});
