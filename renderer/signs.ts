/** What shows that somebody is there. Keys that are pressed on the screen are touches; whoever is read to is listening. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'listening'] as const;

/** The kiosk counts in seconds; to hear of every key would tell it how fast somebody types. */
const AT_MOST_EVERY_MS = 1000;

interface Hearing {
  /** Where touches and keys arrive. */
  readonly target: EventTarget;
  readonly nowMs: () => number;
  /** Called with the first sign, and about once a second while there are more. */
  readonly tell: () => void;
}

/**
 * Tells that a person is there: that they touch, not what.
 *
 * @returns what stops it
 */
export function hearSigns({ target, nowMs, tell }: Hearing): () => void {
  let toldAt = -Infinity;
  const hear = (): void => {
    if (nowMs() - toldAt < AT_MOST_EVERY_MS) return;
    toldAt = nowMs();
    tell();
  };
  // Before anything on the page can keep the event for itself.
  for (const sign of SIGNS) target.addEventListener(sign, hear, { capture: true, passive: true });
  return () => {
    for (const sign of SIGNS) target.removeEventListener(sign, hear, { capture: true });
  };
}
