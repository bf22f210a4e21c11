import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { TwoLines } from './two-lines.tsx';
import './choice-button.css';

interface ChoiceButtonProps {
  readonly label: Lines;
  readonly line?: Lines;
  readonly pictogram: string;
  /** `main` is the way that loses nothing. */
  readonly tone: 'main' | 'calm' | 'grave';
  readonly onPress: () => void;
}

/** One large thing to do, with a line that says what happens. */
export function ChoiceButton({ label, line, pictogram, tone, onPress }: ChoiceButtonProps) {
  return (
    <button type="button" className="choice-button" data-tone={tone} onClick={onPress}>
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
