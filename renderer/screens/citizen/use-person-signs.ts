import { useEffect } from 'react';
import { kiosk } from '../../kiosk.ts';
import { hearSigns } from '../../signs.ts';

/** Lets the kiosk know that somebody is there, as long as they touch anything. */
export function usePersonSigns(): void {
  useEffect(
    () =>
      hearSigns({
        target: window,
        nowMs: () => performance.now(),
        // A sign that is lost is followed by the next one.
        tell: () => void kiosk['visit.seen']({}).catch(() => undefined),
      }),
    [],
  );
}
