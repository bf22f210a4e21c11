import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFresh } from '../../renderer/keep-fresh.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('What stands is refreshed every minute', () => {
  const refresh = vi.fn();
  keepFresh(refresh);
  expect(refresh).not.toHaveBeenCalled();
  vi.advanceTimersByTime(180_000);
  expect(refresh).toHaveBeenCalledTimes(3);
});

test('What goes is refreshed once more, and then left alone', () => {
  const refresh = vi.fn();
  keepFresh(refresh)();
  vi.advanceTimersByTime(180_000);
  expect(refresh).toHaveBeenCalledOnce();
});
