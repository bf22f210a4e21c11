import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for as long as the component stands; calling it calls what was given last. */
export function useSteady(act: () => void): () => void {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback(() => newest.current(), []);
}
