import { useEffect, useRef, useState } from 'react';
import { Pictogram } from './pictogram.tsx';
import './scroll-on.css';

interface ScrollOnProps {
  readonly label: string;
  /** Finds what may hold more than can be seen of it. Its first child is its content; the button may stand behind that or outside. */
  readonly screen: () => HTMLElement | null;
}

/** How much of a page stands there again after a step, so that nobody loses the line. */
const STEP = 0.8;

/** The visible way to what lies below the edge, where very large words leave no other way. It leads round. */
export function ScrollOn({ label, screen }: ScrollOnProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isNeeded, setNeeded] = useState(false);
  // Found when this is mounted; another screen gets another of this.
  const find = useRef(screen);
  useEffect(() => {
    const whole = find.current();
    const content = whole?.firstElementChild;
    if (!whole || !content) return undefined;
    const look = new ResizeObserver(() => {
      // The button takes room itself: without it everything might fit.
      const own = button.current?.offsetHeight ?? 0;
      setNeeded(whole.scrollHeight > whole.clientHeight + own + 1);
    });
    look.observe(whole);
    look.observe(content);
    return () => look.disconnect();
  }, []);
  const press = (): void => {
    const whole = screen();
    if (whole === null) return;
    const isAtEnd = whole.scrollTop + whole.clientHeight >= whole.scrollHeight - 1;
    whole.scrollTo({ top: isAtEnd ? 0 : whole.scrollTop + whole.clientHeight * STEP });
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
