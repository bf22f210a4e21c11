import { useCallback, useState } from 'react';
import type { Selection } from './selection.ts';

/** What was touched and not yet confirmed, by question. It outlives Back and a change of language, not the window. */
export interface Selections {
  /** What was touched of this question; undefined where its answer stands as the kiosk has it. */
  readonly of: (linkId: string) => Selection | undefined;
  readonly set: (linkId: string, selection: Selection) => void;
  /** Forgets what was touched: the answer stands as the kiosk has it. */
  readonly clear: (linkId: string) => void;
}

/** Holds the selections of one visit, in this window's memory only. */
export function useSelections(): Selections {
  const [held, setHeld] = useState<ReadonlyMap<string, Selection>>(new Map());
  const set = useCallback((linkId: string, selection: Selection): void => {
    setHeld((now) => new Map(now).set(linkId, selection));
  }, []);
  const clear = useCallback((linkId: string): void => {
    setHeld((now) => new Map([...now].filter(([each]) => each !== linkId)));
  }, []);
  return { of: (linkId) => held.get(linkId), set, clear };
}
