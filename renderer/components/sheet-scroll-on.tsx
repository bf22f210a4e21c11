import type { RefObject } from 'react';
import { useSpeechAround } from '../speech/speech-context.ts';
import { ScrollOn } from './scroll-on.tsx';

/** The visible way down on a sheet or page that covers the bar. */
export function SheetScrollOn({ sheet }: { readonly sheet: RefObject<HTMLElement | null> }) {
  const speech = useSpeechAround();
  return speech === null ? null : <ScrollOn label={speech.say('kiosk.scrollOn')} screen={() => sheet.current} />;
}
