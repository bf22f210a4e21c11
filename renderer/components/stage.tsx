import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { afterFrame } from '../after-frame.ts';
import { useFitting } from './use-fitting.ts';
import './stage.css';

interface StageProps {
  /** It stands ready behind the present one: laid out and drawn, and out of everybody's reach. */
  readonly isAhead?: boolean;
  /** The id of its title, which names the fields in it. */
  readonly titleId?: string | undefined;
  /** How much of a person it concerns, from 0 to 3: what is private is read to the headset alone. */
  readonly sensitivity: number;
  readonly children: ReactNode;
}

const ReachContext = createContext(true);
const TitleContext = createContext('screen-title');

/** What a screen asks or tells, between its edges. */
export function Stage({ isAhead = false, titleId = 'screen-title', sensitivity, children }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  useFitting(stage);
  const isReached = useReach(isAhead);
  return (
    <ReachContext value={isReached}>
      <div
        ref={stage}
        className="stage appears"
        inert={!isReached}
        aria-hidden={!isReached || undefined}
        data-ahead={isAhead || undefined}
        data-sensitivity={sensitivity}
      >
        <TitleContext value={titleId}>
          <div className="stage-content">{children}</div>
        </TitleContext>
      </div>
    </ReachContext>
  );
}

/** The stage that a person sees, in this part of the page. */
export function presentStage(within: ParentNode | null): HTMLElement | null {
  return within?.querySelector<HTMLElement>('.stage:not([data-ahead])') ?? null;
}

/** The id of the title that names the fields of this stage. */
export function useTitleId(): string {
  return useContext(TitleContext);
}

/** Whether a person reaches the stage that this stands in: only there may it take the focus or hear keys. */
export function useIsReached(): boolean {
  return useContext(ReachContext);
}

/**
 * A stage that comes forward is seen one frame before it can be reached. To let people reach it, all that stands in it is
 * styled anew, and the focus moves: nobody sees that, and the question would come later for it.
 */
function useReach(isAhead: boolean): boolean {
  const [wasReached, setReached] = useState(!isAhead);
  useEffect(() => (isAhead || wasReached ? undefined : afterFrame(() => setReached(true))), [isAhead, wasReached]);
  return wasReached && !isAhead;
}
