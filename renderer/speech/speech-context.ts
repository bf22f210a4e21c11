import { createContext, useContext } from 'react';
import type { Reader } from './reader.ts';
import type { SpeechState } from './speech-state.ts';

/** The speech of this window, and what it is doing. */
export interface Speech {
  readonly reader: Reader;
  readonly state: SpeechState;
  readonly say: (key: string) => string;
}

export const SpeechContext = createContext<Speech | null>(null);

/** The speech around this component; null where nothing is read aloud. */
export function useSpeechAround(): Speech | null {
  return useContext(SpeechContext);
}
