interface Waiting {
  /** Where touches and keys arrive. */
  readonly target: EventTarget;
  readonly afterMs: number;
  readonly onLeft: () => void;
}

const SIGNS_OF_SOMEONE = ['pointerdown', 'keydown'] as const;

/**
 * Calls `onLeft` when there was no touch and no key for `afterMs`; each one begins the time anew. What cannot end at
 * once is asked to end again after the same time.
 *
 * @returns what stops the waiting
 */
export function whenLeft({ target, afterMs, onLeft }: Waiting): () => void {
  let timer = setInterval(onLeft, afterMs);
  const beginAnew = (): void => {
    clearInterval(timer);
    timer = setInterval(onLeft, afterMs);
  };
  for (const sign of SIGNS_OF_SOMEONE) target.addEventListener(sign, beginAnew);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_SOMEONE) target.removeEventListener(sign, beginAnew);
  };
}
