import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { Tick } from './tick.tsx';
import { TwoLines } from './two-lines.tsx';
import './answer-card.css';

export interface CardOption {
  readonly code: string;
  readonly label: Lines;
  /** A quieter line under the label. */
  readonly line?: Lines;
  readonly pictogram: string | null;
}

interface AnswerCardProps {
  readonly name: string;
  readonly option: CardOption;
  readonly isChosen: boolean;
  readonly type: 'radio' | 'checkbox';
  /** What the card stands for: `stop` gives it `data-stop="<code>"`, by which layouts and tests go. */
  readonly hook?: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** One answer as a card with its drawing; a native radio button or check box lies over all of it. */
export function AnswerCard({ name, option, isChosen, type, hook, onChoose }: AnswerCardProps) {
  return (
    <label className="answer-card" {...(hook === undefined ? {} : { [`data-${hook}`]: option.code })}>
      <input
        type={type}
        name={name}
        value={option.code}
        checked={isChosen}
        onChange={() => onChoose(option.code)}
        autoComplete="off"
      />
      {option.pictogram !== null && <Pictogram name={option.pictogram} />}
      <span className="answer-card-text">
        <span className="answer-card-label">
          <TwoLines lines={option.label} secondClass="answer-card-second" />
        </span>
        {option.line && (
          <span className="answer-card-line">
            <TwoLines lines={option.line} secondClass="answer-card-second" />
          </span>
        )}
      </span>
      {isChosen && <Tick />}
    </label>
  );
}
