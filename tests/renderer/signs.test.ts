import { expect, test } from 'vitest';
import { hearSigns } from '../../renderer/signs.ts';

function listening() {
  const target = new EventTarget();
  const person = { nowMs: 0, told: 0 };
  const stop = hearSigns({ target, nowMs: () => person.nowMs, tell: () => (person.told += 1) });
  return { person, stop, does: (sign: string) => target.dispatchEvent(new Event(sign)) };
}

test.each(['pointerdown', 'keydown', 'wheel'])('%s is a sign of somebody', (sign) => {
  const { person, does } = listening();
  does(sign);
  expect(person.told).toBe(1);
});

test.each(['pointermove', 'mouseenter', 'focus', 'scroll'])('%s is none: it may come from the machine', (event) => {
  const { person, does } = listening();
  does(event);
  expect(person.told).toBe(0);
});

test('somebody who types is told of once a second', () => {
  const { person, does } = listening();
  for (person.nowMs = 0; person.nowMs < 10_000; person.nowMs += 90) does('keydown');
  expect(person.told).toBeGreaterThanOrEqual(9);
  expect(person.told).toBeLessThanOrEqual(10);
});

test('nobody is heard any more when it was stopped', () => {
  const { person, stop, does } = listening();
  stop();
  does('pointerdown');
  expect(person.told).toBe(0);
});
