import type { Lines } from '../i18n/words.ts';
import './two-lines.css';

interface TwoLinesProps {
  readonly lines: Lines;
  readonly secondClass?: string;
}

/** A text, and under it the same in a second language where there is one. */
export function TwoLines({ lines, secondClass = 'second-line' }: TwoLinesProps) {
  return (
    <>
      <span lang={lines.first.language}>{lines.first.text}</span>
      {lines.second !== null && (
        <span className={secondClass} lang={lines.second.language}>
          {lines.second.text}
        </span>
      )}
    </>
  );
}
