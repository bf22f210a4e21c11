import type { Track } from '../../core/questionnaire/flow.ts';
import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { TwoLines } from './two-lines.tsx';
import { useDeliberatePress } from './use-deliberate-press.ts';
import './track-choice.css';

interface TrackChoiceProps {
  readonly track: Track;
  readonly label: Lines;
  readonly line: Lines;
  readonly pictogram: string;
  readonly onChoose: () => void;
}

/** One of the two ways through the questions, as a large card. A tap takes it. */
export function TrackChoice({ track, label, line, pictogram, onChoose }: TrackChoiceProps) {
  return (
    <button type="button" className="track-choice" data-track={track} onClick={useDeliberatePress(onChoose)}>
      <Pictogram name={pictogram} />
      <span className="track-choice-text">
        <span className="track-choice-label">
          <TwoLines lines={label} secondClass="track-choice-second" />
        </span>
        <span className="track-choice-line">
          <TwoLines lines={line} secondClass="track-choice-second" />
        </span>
      </span>
    </button>
  );
}
