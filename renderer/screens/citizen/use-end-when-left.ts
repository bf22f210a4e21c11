import { useEffect, useRef } from 'react';
import type { VisitStore } from './use-visit.ts';
import { whenLeft } from './when-left.ts';

/** The proof of a letter stands long enough to be copied; the other last words are read at a glance. */
const SENT_STAYS_MS = 60_000;
const ENDED_STAYS_MS = 30_000;

/** Ends a visit whose last screen nobody touches, also behind the curtain: the next person finds an open door. */
export function useEndWhenLeft({ view, place, finish }: VisitStore): void {
  const present = useRef(finish);
  useEffect(() => {
    present.current = finish;
  });
  const afterMs = place.kind === 'ended' ? ENDED_STAYS_MS : view.sent === null ? null : SENT_STAYS_MS;
  const hasFinished = place.kind === 'finished';
  useEffect(() => {
    if (afterMs === null || hasFinished) return;
    return whenLeft({ target: window, afterMs, onLeft: () => void present.current() });
  }, [afterMs, hasFinished]);
}
