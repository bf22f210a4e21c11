import { createContext, useContext } from 'react';
import type { KioskDescription } from '../../../ipc/contract.ts';
import type { BarButton } from '../../components/control-bar.tsx';
import type { DraftMarkProps } from '../../components/draft-mark.tsx';
import type { TopBarProps } from '../../components/top-bar.tsx';
import type { Speech } from '../../speech/speech-context.ts';
import type { Words } from '../../i18n/words.ts';
import type { Appearance } from '../../theme/use-appearance.ts';
import type { Selections } from './use-selections.ts';
import type { VisitStore } from './use-visit.ts';

/** What every screen of a citizen stands on. */
export interface Citizen {
  readonly description: KioskDescription;
  readonly words: Words;
  readonly visit: VisitStore;
  readonly selections: Selections;
  readonly appearance: Appearance;
  /** The page of the read back, which outlives the change of a line and the curtain. */
  readonly readBackPage: { readonly shown: number; readonly turnTo: (page: number) => void };
  readonly top: TopBarProps;
  readonly speech: Speech;
  readonly person: BarButton;
  /** Shows who can be called, and how far a call has come. */
  readonly fetch: () => void;
  readonly stop: BarButton;
  readonly mark: DraftMarkProps;
}

export const CitizenContext = createContext<Citizen | null>(null);

/** The surroundings of this screen. */
export function useCitizen(): Citizen {
  const citizen = useContext(CitizenContext);
  if (citizen === null) throw new Error('This screen stands outside a visit');
  return citizen;
}
