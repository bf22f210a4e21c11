import { useState } from 'react';
import type { Line } from '../i18n/words.ts';
import './draft-mark.css';

export interface DraftMarkProps {
  readonly label: string;
  /** What the mark means, in both languages. */
  readonly explanation: readonly Line[];
  /** Called when the mark is pressed, so that a screen can show more of the second language. */
  readonly onPress?: () => void;
}

/** The small "~" beside an unapproved text. A tap explains it. */
export function DraftMark({ label, explanation, onPress }: DraftMarkProps) {
  const [isOpen, setOpen] = useState(false);
  const press = (): void => {
    setOpen(!isOpen);
    onPress?.();
  };
  return (
    <>
      <button type="button" className="draft-mark" aria-label={label} aria-expanded={isOpen} onClick={press}>
        <span aria-hidden="true">
          <svg viewBox="0 0 24 12">
            <path d="M3 8c3-6 6-6 9-2s6 4 9-2" />
          </svg>
        </span>
      </button>
      {isOpen && (
        <div className="draft-explanation appears">
          {explanation.map(({ text, language }) => (
            <p key={`${language}${text}`} lang={language}>
              {text}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
