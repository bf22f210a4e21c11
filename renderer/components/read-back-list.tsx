import type { Lines } from '../i18n/words.ts';
import { TwoLines } from './two-lines.tsx';
import './read-back-list.css';

/** Things that were said together, such as who stands in one ring. */
export interface SaidGroup {
  readonly label: Lines | null;
  readonly parts: readonly Lines[];
  /** `own`: the person's own words, for the headset alone. `never`: a number that names somebody. */
  readonly spoken?: 'own' | 'never';
}

export interface ToldLine {
  readonly linkId: string;
  readonly question: Lines;
  readonly said: readonly SaidGroup[];
}

/** A line, and how much of it stays closed. */
export interface ShownLine extends ToldLine {
  readonly closed: 'none' | 'answer' | 'all';
}

/** Lines of one part of the questions, under its name. */
export interface ShownSection {
  readonly id: string;
  readonly title: Lines;
  readonly lines: readonly ShownLine[];
}

interface ReadBackListProps {
  readonly sections: readonly ShownSection[];
  readonly labels: { readonly change: string; readonly open: string; readonly closed: string };
  readonly onChange: (linkId: string) => void;
  readonly onOpen: (linkId: string) => void;
}

/** What was told, part by part. */
export function ReadBackList({ sections, ...rest }: ReadBackListProps) {
  return (
    <div className="read-back">
      {sections.map(({ id, title, lines }) => (
        <section key={id} aria-labelledby={`part-${id}`}>
          <h2 id={`part-${id}`} className="read-back-part">
            <TwoLines lines={title} secondClass="read-back-second" />
          </h2>
          <SectionLines lines={lines} {...rest} />
        </section>
      ))}
    </div>
  );
}

/** The question small, the answer large. A tap anywhere on a line opens it again. */
function SectionLines({
  lines,
  labels,
  onChange,
  onOpen,
}: Omit<ReadBackListProps, 'sections'> & Pick<ShownSection, 'lines'>) {
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
          {line.closed === 'none' ? (
            <LineButton linkId={line.linkId} label={labels.change} onPress={onChange} />
          ) : (
            <LineButton linkId={line.linkId} label={labels.open} onPress={onOpen} />
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

/** Things that were said together, with dots between. */
export function Said({ label, parts, spoken }: SaidGroup) {
  return (
    <div className="read-back-group">
      {label !== null && (
        <p className="read-back-label">
          <TwoLines lines={label} secondClass="read-back-second" />
        </p>
      )}
      <ul
        className="read-back-said"
        data-own-words={spoken === 'own' || undefined}
        data-unspoken={spoken === 'never' || undefined}
      >
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
