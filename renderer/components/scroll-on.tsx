import { useEffect, useRef, useState, type RefObject } from 'react';
import { Pictogram } from './pictogram.tsx';
import { presentStage } from './stage.tsx';
import './scroll-on.css';

interface ScrollOnProps {
  readonly label: string;
  /** What holds the stage, which may hold more than can be seen of it. */
  readonly stages: RefObject<HTMLElement | null>;
}

/** How much of a page stands there again after a step, so that nobody loses the line. */
const STEP = 0.8;

/** The visible way to what lies below the edge, where very large words leave no other way. It leads round. */
export function ScrollOn({ label, stages }: ScrollOnProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => {
    const stage = presentStage(stages.current);
    const content = stage?.firstElementChild;
    if (!stage || !content) return undefined;
    const look = new ResizeObserver(() => {
      // The button takes room itself: without it everything might fit.
      const own = button.current?.offsetHeight ?? 0;
      setNeeded(stage.scrollHeight > stage.clientHeight + own + 1);
    });
    look.observe(stage);
    look.observe(content);
    return () => look.disconnect();
  }, [stages]);
  const press = (): void => {
    const stage = presentStage(stages.current);
    if (stage === null) return;
    const isAtEnd = stage.scrollTop + stage.clientHeight >= stage.scrollHeight - 1;
    stage.scrollTo({ top: isAtEnd ? 0 : stage.scrollTop + stage.clientHeight * STEP });
  };
  if (!isNeeded) return null;
  return (
    <div className="scroll-on">
      <button ref={button} type="button" data-does="scroll-on" onClick={press}>
        <Pictogram name="more" />
        {label}
      </button>
    </div>
  );
}
