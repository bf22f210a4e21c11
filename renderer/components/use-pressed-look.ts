import { useEffect, useState } from 'react';

/** The next screen is there long before; this ends the look where there is none. */
const LASTS_MS = 250;

/** What a button gets that shows that it is pressed. */
interface PressedLook {
  readonly 'data-pressed': true | undefined;
  readonly onPointerDown: () => void;
  readonly onPointerUp: () => void;
  readonly onPointerLeave: () => void;
}

/**
 * The look of a pressed button, which lasts until the next screen stands. `:active` ends as the finger is lifted:
 * drawing that takes a frame of its own, and the next screen would have to wait for the frame after it.
 *
 * @param screen changes when the button stands on another screen
 */
export function usePressedLook(screen: string): PressedLook {
  const [pressed, setPressed] = useState<{ readonly on: string; readonly isHeld: boolean } | null>(null);
  const end = (): void => setPressed(null);
  const isReleased = pressed?.isHeld === false;
  useEffect(() => {
    if (!isReleased) return undefined;
    const timer = setTimeout(end, LASTS_MS);
    return () => clearTimeout(timer);
  }, [isReleased]);
  return {
    'data-pressed': pressed?.on === screen || undefined,
    onPointerDown: () => setPressed({ on: screen, isHeld: true }),
    onPointerUp: () => setPressed((now) => now && { ...now, isHeld: false }),
    onPointerLeave: end,
  };
}
