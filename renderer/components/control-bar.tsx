import { Pictogram } from './pictogram.tsx';
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
      <Control className="at-forward" pictogram={forward?.pictogram ?? 'continue'} button={forward} />
    </footer>
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
