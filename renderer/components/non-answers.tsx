import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { Tick } from './tick.tsx';
import { TwoLines } from './two-lines.tsx';
import './non-answers.css';

export interface NonAnswerOption<Code extends string> {
  readonly code: Code;
  readonly label: Lines;
  readonly pictogram: string;
}

interface NonAnswersProps<Code extends string> {
  readonly label: string;
  readonly options: readonly NonAnswerOption<Code>[];
  readonly chosen: Code | null;
  readonly onChoose: (code: Code) => void;
}

/** The answers that are no answers, in a row of their own. A second tap takes one back. */
export function NonAnswers<Code extends string>({ label, options, chosen, onChoose }: NonAnswersProps<Code>) {
  return (
    <div className="non-answers">
      <p id="non-answers-label">{label}</p>
      <div role="group" aria-labelledby="non-answers-label">
        {options.map(({ code, label: name, pictogram }) => (
          <button
            key={code}
            type="button"
            aria-pressed={chosen === code}
            data-code={code}
            onClick={() => onChoose(code)}
          >
            <Pictogram name={pictogram} />
            <span>
              <TwoLines lines={name} />
            </span>
            {chosen === code && <Tick />}
          </button>
        ))}
      </div>
    </div>
  );
}
