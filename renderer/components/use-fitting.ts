import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { loosen, tighten } from './fit-screen.ts';
import { useLayoutKey } from './use-layout-key.ts';

/**
 * Draws a screen closer together where its content does not fit, and looks again when the layout changes, or when a part
 * of the content comes later than the rest.
 */
export function useFitting(screen: RefObject<HTMLElement | null>): void {
  const key = useLayoutKey();
  const seen = useRef(key);
  useLayoutEffect(() => {
    if (screen.current === null) return;
    if (seen.current !== key) loosen(screen.current);
    seen.current = key;
    tighten(screen.current);
  });
  useEffect(() => {
    const content = screen.current?.firstElementChild;
    if (!content) return undefined;
    const look = new ResizeObserver(() => {
      if (screen.current !== null) tighten(screen.current);
    });
    look.observe(content);
    return () => look.disconnect();
  }, [screen]);
}
