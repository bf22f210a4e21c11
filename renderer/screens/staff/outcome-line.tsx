import type { Outcome } from './use-act.ts';

/** Says what came of the last act. It stands there empty, so that a screen reader hears it change. */
export function OutcomeLine({ outcome }: { readonly outcome: Outcome | null }) {
  return (
    <p className="desk-outcome" role="status" data-trouble={outcome?.isTrouble === true || undefined}>
      {outcome?.text}
    </p>
  );
}
