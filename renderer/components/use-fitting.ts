import { useLayoutEffect, useRef, type RefObject } from 'react';
import { loosen, tighten } from './fit-screen.ts';
import { useLayoutKey } from './use-layout-key.ts';

/** Draws a screen closer together where its content does not fit, and looks again when the layout changes. */
export function useFitting(screen: RefObject<HTMLElement | null>): void {
  const key = useLayoutKey();
  const seen = useRef(key);
  useLayoutEffect(() => {
    if (screen.current === null) return;
    if (seen.current !== key) loosen(screen.current);
    seen.current = key;
    tighten(screen.current);
  });
}
