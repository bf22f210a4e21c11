import { useState } from 'react';
import type { Line } from '../i18n/words.ts';
import './draft-mark.css';

export interface DraftMarkWords {
  readonly label: string;
  /** What the mark means, in both languages. */
  readonly explanation: readonly Line[];
}

/** The small "~" beside an unapproved text. A tap explains it. */
export function DraftMark({ words }: { readonly words: DraftMarkWords }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="draft-mark"
        aria-label={words.label}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 24 12" aria-hidden="true">
          <path d="M3 8c3-6 6-6 9-2s6 4 9-2" />
        </svg>
      </button>
      {isOpen && (
        <div className="draft-explanation appears">
          {words.explanation.map(({ text, language }) => (
            <p key={`${language}${text}`} lang={language}>
              {text}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
