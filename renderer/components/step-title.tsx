import { useEffect, useRef, useState } from 'react';
import type { Lines } from '../i18n/words.ts';
import { useIsReached } from './stage.tsx';
import { TwoLines } from './two-lines.tsx';
import './step-title.css';

interface StepTitleProps {
  readonly id: string;
  readonly lines: Lines;
  /** False where the question itself just took the focus. */
  readonly takesFocus: boolean;
  /** True where the question itself says the same. */
  readonly isOnlySpoken?: boolean;
}

/** The title of one step of a question that is answered in several. It takes the focus when the step begins. */
export function StepTitle({ id, lines, takesFocus, isOnlySpoken = false }: StepTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // As it was when the title appeared: later the focus is wherever the person works.
  const [tookFocus] = useState(takesFocus);
  const isReached = useIsReached();
  useEffect(() => {
    if (isReached && tookFocus) title.current?.focus({ preventScroll: true });
  }, [isReached, tookFocus]);
  return (
    <h2 ref={title} id={id} className={isOnlySpoken ? 'only-spoken' : 'step-title'} tabIndex={-1}>
      <TwoLines lines={lines} />
    </h2>
  );
}
