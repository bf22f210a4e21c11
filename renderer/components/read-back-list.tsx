import type { Lines } from '../i18n/words.ts';
import './read-back-list.css';

export interface ToldLine {
  readonly linkId: string;
  readonly question: Lines;
  readonly said: readonly Lines[];
}

interface ReadBackListProps {
  readonly lines: readonly ToldLine[];
  readonly changeLabel: string;
  readonly onChange: (linkId: string) => void;
}

/** What was told: the question small, the answer large. A tap anywhere on a line opens it again. */
export function ReadBackList({ lines, changeLabel, onChange }: ReadBackListProps) {
  return (
    <ul className="read-back-list">
      {lines.map(({ linkId, question, said }) => (
        <li key={linkId} data-link-id={linkId}>
          <div>
            <p className="read-back-question" id={`told-${linkId}`} lang={question.first.language}>
              {question.first.text}
            </p>
            {question.second !== null && (
              <p className="read-back-second" lang={question.second.language}>
                {question.second.text}
              </p>
            )}
            <Said lines={said} />
          </div>
          <button
            type="button"
            id={`change-${linkId}`}
            aria-labelledby={`change-${linkId} told-${linkId}`}
            onClick={() => onChange(linkId)}
          >
            {changeLabel}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Said({ lines }: { readonly lines: readonly Lines[] }) {
  return (
    <ul className="read-back-said">
      {lines.map(({ first, second }) => (
        <li key={first.text} lang={first.language}>
          {first.text}
          {second !== null && (
            <span className="read-back-second" lang={second.language}>
              {second.text}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
