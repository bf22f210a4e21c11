import { useEffect, useRef } from 'react';
import { soundCall } from '../../alert-sound.ts';

/** Sounds the call while it should; `onFailed` hears when there is no sound to be had. */
export function useAlertSound(isSounding: boolean, onFailed: () => void): void {
  const present = useRef(onFailed);
  useEffect(() => {
    present.current = onFailed;
  });
  useEffect(() => (isSounding ? soundCall(() => present.current()) : undefined), [isSounding]);
}
