import { useId } from 'react';
import './text-answer.css';

interface TextAnswerProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Shown as dots while it is not being written. */
  readonly isMasked: boolean;
  /** The id of what should be known before writing. */
  readonly describedBy?: string | undefined;
  readonly onWrite: (text: string) => void;
  /** The Enter key of a physical keyboard. */
  readonly onEnter: () => void;
}

/** Names fit on one line; whatever may be longer gets two, so that a person sees all of what was written. */
const ONE_LINE_LENGTH = 60;

/** A place to write. The question names it; the label only says what to do. Enter goes on instead of breaking lines. */
export function TextAnswer({ label, value, maxLength, isMasked, describedBy, onWrite, onEnter }: TextAnswerProps) {
  const id = useId();
  return (
    <div className="text-answer">
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <textarea
        id={id}
        rows={maxLength > ONE_LINE_LENGTH ? 2 : 1}
        aria-labelledby={`screen-title ${id}-label`}
        aria-describedby={describedBy}
        data-masked={isMasked || undefined}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onWrite(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (!event.repeat) onEnter();
        }}
      />
    </div>
  );
}
