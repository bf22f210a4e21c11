import { useEffect, useRef, type MouseEvent } from 'react';
import { isSecondTap } from './second-tap.ts';

/**
 * Hears a press only when it was meant for this button: never the second half of a tap on the screen before.
 *
 * @param screen changes when the button stands on another screen, for a button that outlives a screen
 */
export function useDeliberatePress(onPress: () => void, screen = ''): (event: MouseEvent) => void {
  const appearedAt = useRef(0);
  useEffect(() => {
    appearedAt.current = performance.now();
  }, [screen]);
  return ({ detail, nativeEvent }) => {
    const isTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
    const sinceAppearedMs = performance.now() - appearedAt.current;
    if (!isSecondTap({ count: detail, isTouch, sinceAppearedMs })) onPress();
  };
}
