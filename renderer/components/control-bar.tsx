import { Pictogram } from './pictogram.tsx';
import { usePressedLook } from './use-pressed-look.ts';
import { useDeliberatePress } from './use-deliberate-press.ts';
import type { Line } from '../i18n/words.ts';
import './control-bar.css';

export interface BarButton {
  readonly label: string;
  readonly onPress: () => void;
}

/** The way forward. `second` says the label in another language, where what it permits must be understood. */
export interface ForwardButton extends BarButton {
  readonly pictogram: string;
  readonly second?: Line | null;
  /** False while there is nothing to go on with: it looks quiet, and a press says why. */
  readonly isReady?: boolean;
}

interface ForwardProps extends ForwardButton {
  readonly screen: string;
}

/** Reads the screen aloud, or ends the reading. */
export interface ListenButton extends BarButton {
  readonly pictogram: string;
}

export interface ControlBarProps {
  /** Which screen it stands on. */
  readonly screen: string;
  readonly back: BarButton | null;
  readonly listen: ListenButton | null;
  readonly person: BarButton | null;
  readonly stop: BarButton | null;
  readonly forward: ForwardButton | null;
}

/** The lower edge. Every button has its own place on every screen; where one would do nothing, its place is empty. */
export function ControlBar({ screen, back, listen, person, stop, forward }: ControlBarProps) {
  return (
    <footer className="control-bar">
      {back !== null && <Control className="at-back" pictogram="back" button={back} />}
      {listen !== null && <Control className="at-listen" pictogram={listen.pictogram} button={listen} />}
      {person !== null && <Control className="at-person" pictogram="person" button={person} />}
      {stop !== null && <Control className="at-stop" pictogram="stop-square" button={stop} />}
      {forward !== null && <Forward screen={screen} {...forward} />}
    </footer>
  );
}

function Forward({ screen, label, second, pictogram, isReady = true, onPress }: ForwardProps) {
  const pressed = usePressedLook(screen);
  return (
    <button
      type="button"
      className="control at-forward"
      aria-disabled={!isReady}
      {...pressed}
      onClick={useDeliberatePress(onPress, screen)}
      // A key that is held down goes on once.
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
    >
      <Pictogram name={pictogram} />
      <span>
        {label}
        {second && (
          <span className="control-second" lang={second.language}>
            {second.text}
          </span>
        )}
      </span>
    </button>
  );
}

interface ControlProps {
  readonly className: string;
  readonly pictogram: string;
  readonly button: BarButton;
}

function Control({ className, pictogram, button }: ControlProps) {
  return (
    <button type="button" className={`control ${className}`} onClick={button.onPress}>
      <Pictogram name={pictogram} />
      <span>{button.label}</span>
    </button>
  );
}
