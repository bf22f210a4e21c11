import { useState } from 'react';
import type { Result } from '../../../core/basics/result.ts';

/** What came of an act: words to show, and whether they are trouble. */
export interface Outcome {
  readonly text: string;
  readonly isTrouble: boolean;
}

/** One act at a time, and what came of the last. */
export interface Acting {
  readonly isBusy: boolean;
  readonly outcome: Outcome | null;
  readonly clear: () => void;
  /**
   * Does something.
   *
   * @param refused says what the kiosk need not be asked for; null lets it be asked
   * @param done gets what came of it, and returns what to say; null says nothing
   * @param failed returns what to say of an error; it gets null where the kiosk did not answer
   */
  readonly act: <T, E>(
    doing: () => Promise<Result<T, E>>,
    then: {
      readonly refused?: () => string | null;
      readonly done: (value: T) => string | null;
      readonly failed: (error: E | null) => string;
    },
  ) => Promise<void>;
}

/** Keeps a screen from doing two things at once, and remembers what to say of the last. */
export function useAct(): Acting {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return {
    isBusy,
    outcome,
    clear: () => setOutcome(null),
    act: async (doing, { refused = () => null, done, failed }) => {
      if (isBusy) return;
      const refusal = refused();
      if (refusal !== null) {
        setOutcome({ text: refusal, isTrouble: true });
        return;
      }
      setBusy(true);
      setOutcome(null);
      try {
        const result = await doing();
        const text = result.ok ? done(result.value) : failed(result.error);
        setOutcome(text === null ? null : { text, isTrouble: !result.ok });
      } catch {
        setOutcome({ text: failed(null), isTrouble: true });
      } finally {
        setBusy(false);
      }
    },
  };
}
