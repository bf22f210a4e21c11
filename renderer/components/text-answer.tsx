import { useId } from 'react';
import './text-answer.css';

interface TextAnswerProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onWrite: (text: string) => void;
  /** The Enter key of a physical keyboard. */
  readonly onEnter: () => void;
}

/** One line to write on. The question names it; the label only says what to do. */
export function TextAnswer({ label, value, maxLength, onWrite, onEnter }: TextAnswerProps) {
  const id = useId();
  return (
    <div className="text-answer">
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        aria-labelledby={`screen-title ${id}-label`}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onWrite(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat) onEnter();
        }}
      />
    </div>
  );
}
