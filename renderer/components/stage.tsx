import { createContext, useContext, useRef, type ReactNode } from 'react';
import { useFitting } from './use-fitting.ts';
import './stage.css';

interface StageProps {
  /** It stands ready behind the present one: laid out and drawn, and out of everybody's reach. */
  readonly isAhead?: boolean;
  /** How much of a person it concerns, from 0 to 3: what is private is read to the headset alone. */
  readonly sensitivity: number;
  readonly children: ReactNode;
}

const AheadContext = createContext(false);

/** What a screen asks or tells, between its edges. */
export function Stage({ isAhead = false, sensitivity, children }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  useFitting(stage);
  return (
    <AheadContext value={isAhead}>
      <div
        ref={stage}
        className="stage appears"
        inert={isAhead}
        aria-hidden={isAhead || undefined}
        data-sensitivity={sensitivity}
      >
        <div className="stage-content">{children}</div>
      </div>
    </AheadContext>
  );
}

/** The stage that a person sees, in this part of the page. */
export function presentStage(within: ParentNode | null): HTMLElement | null {
  return within?.querySelector<HTMLElement>('.stage:not([inert])') ?? null;
}

/** The id of the title that names the fields of this stage. */
export function useTitleId(): string {
  return useContext(AheadContext) ? 'next-title' : 'screen-title';
}

/** Whether this stands in the stage that a person sees: only there may it take the focus or hear keys. */
export function useIsPresent(): boolean {
  return !useContext(AheadContext);
}
