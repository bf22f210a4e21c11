import { useCallback, useEffect, useState } from 'react';
import { desk } from '../../desk.ts';

/** What was asked of the kiosk; null as long as there is no answer. */
export interface Asked<T> {
  readonly value: T | null;
  readonly set: (value: T) => void;
  readonly again: () => void;
}

/**
 * Asks the kiosk for something at once, and again whenever it says that something changed. Where it does not answer, what it
 * said before stands.
 *
 * @param ask the same function as long as the same is asked
 */
export function useAsked<T>(ask: () => Promise<T>): Asked<T> {
  const [value, setValue] = useState<T | null>(null);
  const again = useCallback(() => {
    ask().then(setValue, () => undefined);
  }, [ask]);
  useEffect(() => {
    again();
    return desk.onChange(again);
  }, [again]);
  return { value, set: setValue, again };
}
