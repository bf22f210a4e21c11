import type { CardOption } from './answer-card.tsx';
import { Tick } from './tick.tsx';
import { TwoLines } from './two-lines.tsx';
import './scale-answer.css';

/** A step of a scale: its number, and the words that go with it. */
export interface ScaleStep extends CardOption {
  readonly number: string;
}

interface ScaleAnswerProps {
  readonly name: string;
  readonly labelledBy: string;
  /** From the lowest to the highest. */
  readonly steps: readonly ScaleStep[];
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}

/** Numbers to choose one from, with the words of the lowest and of the highest under them. */
export function ScaleAnswer({ name, labelledBy, steps, chosen, onChoose }: ScaleAnswerProps) {
  const ends = [steps[0], steps.at(-1)].filter((step) => step !== undefined);
  return (
    <div className="scale-answer">
      <fieldset aria-labelledby={labelledBy}>
        {steps.map((step) => (
          <label key={step.code} data-stop={step.code}>
            <input
              type="radio"
              name={name}
              value={step.code}
              checked={chosen === step.code}
              onChange={() => onChoose(step.code)}
              autoComplete="off"
            />
            <span>{step.number}</span>
            {step.label.first.text !== step.number && (
              <span className="only-spoken" lang={step.label.first.language}>
                {step.label.first.text}
              </span>
            )}
            {chosen === step.code && <Tick />}
          </label>
        ))}
      </fieldset>
      <div className="scale-ends" aria-hidden="true">
        {ends.map((step) => (
          <p key={step.code}>
            <TwoLines lines={step.label} />
          </p>
        ))}
      </div>
    </div>
  );
}
