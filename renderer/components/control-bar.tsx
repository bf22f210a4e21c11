import { useEffect, useRef, type MouseEvent } from 'react';
import { Pictogram } from './pictogram.tsx';
import { isSecondTap } from './second-tap.ts';
import './control-bar.css';

export interface BarButton {
  readonly label: string;
  readonly onPress: () => void;
}

export interface ControlBarProps {
  readonly back: BarButton | null;
  readonly person: BarButton | null;
  readonly stop: BarButton | null;
  readonly forward: (BarButton & { readonly pictogram: string }) | null;
}

/** The lower edge. Every button has its own place on every screen; where one would do nothing, its place is empty. */
export function ControlBar({ back, person, stop, forward }: ControlBarProps) {
  return (
    <footer className="control-bar">
      <Control className="at-back" pictogram="back" button={back} />
      <Control className="at-person" pictogram="person" button={person} />
      <Control className="at-stop" pictogram="stop-square" button={stop} />
      <Forward forward={forward} />
    </footer>
  );
}

function Forward({ forward }: Pick<ControlBarProps, 'forward'>) {
  const appearedAt = useRef(0);
  useEffect(() => {
    appearedAt.current = performance.now();
  }, []);
  if (forward === null) return null;
  const press = ({ detail, nativeEvent }: MouseEvent): void => {
    const isTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
    const sinceAppearedMs = performance.now() - appearedAt.current;
    if (!isSecondTap({ count: detail, isTouch, sinceAppearedMs })) forward.onPress();
  };
  return (
    <button
      type="button"
      className="control at-forward"
      onClick={press}
      // A key that is held down goes on once.
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
    >
      <Pictogram name={forward.pictogram} />
      <span>{forward.label}</span>
    </button>
  );
}

interface ControlProps {
  readonly className: string;
  readonly pictogram: string;
  readonly button: BarButton | null;
}

function Control({ className, pictogram, button }: ControlProps) {
  if (button === null) return null;
  return (
    <button type="button" className={`control ${className}`} onClick={button.onPress}>
      <Pictogram name={pictogram} />
      <span>{button.label}</span>
    </button>
  );
}
