import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../core/basics/result.ts';

/** What the kiosk told when it was asked; nothing of either before it has answered. */
export interface Told<T, E> {
  readonly value: T | null;
  readonly error: E | null;
  readonly set: (value: T) => void;
  readonly again: () => void;
}

/**
 * Asks the kiosk at once, and again when something was changed.
 *
 * @param ask the same function as long as the same is asked
 */
export function useTold<T, E>(ask: () => Promise<Result<T, E>>): Told<T, E> {
  const [told, setTold] = useState<{ readonly value: T | null; readonly error: E | null }>({
    value: null,
    error: null,
  });
  const set = useCallback((value: T) => setTold({ value, error: null }), []);
  const again = useCallback(() => {
    ask().then(
      (result) => (result.ok ? set(result.value) : setTold({ value: null, error: result.error })),
      // The window of somebody who was signed out is about to close.
      () => undefined,
    );
  }, [ask, set]);
  useEffect(again, [again]);
  return { ...told, set, again };
}
