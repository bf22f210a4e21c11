import { createContext, useContext, useMemo } from 'react';
import type { DraftMarkProps } from '../../components/draft-mark.tsx';
import type { Words } from '../../i18n/words.ts';
import type { Selection } from './selection.ts';
import { draftMark } from './surroundings.ts';
import type { Selections } from './use-selections.ts';
import type { VisitStore } from './use-visit.ts';

/**
 * What a question is asked with. It is the same while the question stands ready behind the present one and when it has
 * come forward, so that nothing of it is drawn anew then; what changes with each step is the screen's business.
 */
export interface Asking {
  readonly words: Words;
  readonly mark: DraftMarkProps;
  readonly select: (linkId: string, selection: Selection) => void;
  readonly showProblem: (key: string | null) => void;
}

export const AskingContext = createContext<Asking | null>(null);

/** What the question around this is asked with. */
export function useAsking(): Asking {
  const asking = useContext(AskingContext);
  if (asking === null) throw new Error('This field stands outside a visit');
  return asking;
}

interface AskingSource {
  readonly words: Words;
  readonly visit: Pick<VisitStore, 'write' | 'showProblem'>;
  readonly selections: Pick<Selections, 'set'>;
}

/** Keeps what questions are asked with for as long as the words stay the same. */
export function useNewAsking({ words, visit: { write, showProblem }, selections: { set } }: AskingSource): Asking {
  return useMemo(
    () => ({
      words,
      mark: draftMark(words),
      select: (linkId, selection) => {
        set(linkId, selection);
        // This window ends with the curtain; the kiosk does not.
        write({ linkId, value: selection.value, nonAnswer: selection.nonAnswer });
        showProblem(null);
      },
      showProblem,
    }),
    [words, write, showProblem, set],
  );
}
