import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenLeft } from '../../../renderer/screens/citizen/when-left.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function waiting() {
  const target = new EventTarget();
  const onLeft = vi.fn();
  const stop = whenLeft({ target, afterMs: 60_000, onLeft });
  return { target, onLeft, stop };
}

test('A screen that nobody touches ends after its time', () => {
  const { onLeft } = waiting();
  vi.advanceTimersByTime(59_999);
  expect(onLeft).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onLeft).toHaveBeenCalledOnce();
});

test.each(['pointerdown', 'keydown'])('A %s begins the time anew', (sign) => {
  const { target, onLeft } = waiting();
  vi.advanceTimersByTime(59_000);
  target.dispatchEvent(new Event(sign));
  vi.advanceTimersByTime(59_999);
  expect(onLeft).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onLeft).toHaveBeenCalledOnce();
});

test('What could not end is asked again', () => {
  const { onLeft } = waiting();
  vi.advanceTimersByTime(120_000);
  expect(onLeft).toHaveBeenCalledTimes(2);
});

test('A stopped wait ends nothing, touched or not', () => {
  const { target, onLeft, stop } = waiting();
  stop();
  target.dispatchEvent(new Event('pointerdown'));
  vi.advanceTimersByTime(120_000);
  expect(onLeft).not.toHaveBeenCalled();
});
