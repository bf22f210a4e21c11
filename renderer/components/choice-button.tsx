import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { TwoLines } from './two-lines.tsx';
import { useDeliberatePress } from './use-deliberate-press.ts';
import './choice-button.css';

interface ChoiceButtonProps {
  readonly label: Lines;
  readonly line?: Lines;
  readonly pictogram: string;
  /** `main` is the way that loses nothing; `quiet` something besides, in a smaller button. */
  readonly tone: 'main' | 'calm' | 'quiet' | 'grave';
  /** What it is for; tests go by it. */
  readonly does?: string;
  readonly onPress: () => void;
}

/** One large thing to do, with a line that says what happens. */
export function ChoiceButton({ label, line, pictogram, tone, does, onPress }: ChoiceButtonProps) {
  return (
    <button
      type="button"
      className="choice-button"
      data-tone={tone}
      data-does={does}
      onClick={useDeliberatePress(onPress)}
    >
      <Pictogram name={pictogram} />
      <span className="choice-button-text">
        <span className="choice-button-label">
          <TwoLines lines={label} secondClass="choice-button-second" />
        </span>
        {line && (
          <span className="choice-button-line">
            <TwoLines lines={line} secondClass="choice-button-second" />
          </span>
        )}
      </span>
    </button>
  );
}
