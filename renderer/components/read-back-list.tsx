import type { Lines } from '../i18n/words.ts';
import { TwoLines } from './two-lines.tsx';
import './read-back-list.css';

/** Things that were said together, such as who stands in one ring. */
export interface SaidGroup {
  readonly label: Lines | null;
  readonly parts: readonly Lines[];
}

export interface ToldLine {
  readonly linkId: string;
  /** What was said in another version or language is told back, and changed there. */
  readonly isEditable: boolean;
  readonly question: Lines;
  readonly said: readonly SaidGroup[];
}

/** A line, and how much of it stays closed. */
export interface ShownLine extends ToldLine {
  readonly closed: 'none' | 'answer' | 'all';
}

interface ReadBackListProps {
  readonly lines: readonly ShownLine[];
  readonly labels: { readonly change: string; readonly open: string; readonly closed: string };
  readonly onChange: (linkId: string) => void;
  readonly onOpen: (linkId: string) => void;
}

/** What was told: the question small, the answer large. A tap anywhere on a line opens it again. */
export function ReadBackList({ lines, labels, onChange, onOpen }: ReadBackListProps) {
  return (
    <ul className="read-back-list">
      {lines.map((line) => (
        <li key={line.linkId} data-link-id={line.linkId} data-closed={line.closed}>
          <div>
            {line.closed === 'all' ? (
              <p className="read-back-closed" id={`told-${line.linkId}`}>
                {labels.closed}
              </p>
            ) : (
              <p className="read-back-question" id={`told-${line.linkId}`}>
                <TwoLines lines={line.question} secondClass="read-back-second" />
              </p>
            )}
            {line.closed === 'answer' && <p className="read-back-closed">{labels.closed}</p>}
            {line.closed === 'none' && line.said.map((group, index) => <Said key={index} {...group} />)}
          </div>
          {line.closed !== 'none' && <LineButton linkId={line.linkId} label={labels.open} onPress={onOpen} />}
          {line.closed === 'none' && line.isEditable && (
            <LineButton linkId={line.linkId} label={labels.change} onPress={onChange} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface LineButtonProps {
  readonly linkId: string;
  readonly label: string;
  readonly onPress: (linkId: string) => void;
}

function LineButton({ linkId, label, onPress }: LineButtonProps) {
  const id = `at-${linkId}`;
  return (
    <button type="button" id={id} aria-labelledby={`${id} told-${linkId}`} onClick={() => onPress(linkId)}>
      {label}
    </button>
  );
}

function Said({ label, parts }: SaidGroup) {
  return (
    <div className="read-back-group">
      {label !== null && (
        <p className="read-back-label">
          <TwoLines lines={label} secondClass="read-back-second" />
        </p>
      )}
      <ul className="read-back-said">
        {parts.map(({ first, second }, index) => (
          <li key={index} lang={first.language}>
            {first.text}
            {second !== null && (
              <span className="read-back-second" lang={second.language}>
                {second.text}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
