import { useEffect } from 'react';
import { useSpeechAround } from './speech-context.ts';

/**
 * Reads the screen as soon as it stands, to who has the headset on. Without one it waits for the Listen button: who
 * stands beside the person must not learn from the kiosk what was answered.
 */
export function useSpokenAtOnce(): void {
  const reader = useSpeechAround()?.reader;
  useEffect(() => {
    if (reader?.state().headset === 'confirmed') reader.readScreen();
  }, [reader]);
}
