import { useEffect, useRef } from 'react';
import type { Line, Lines } from '../i18n/words.ts';
import { DraftMark, type DraftMarkProps } from './draft-mark.tsx';
import { useIsReached, useTitleId } from './stage.tsx';
import './heading.css';

interface HeadingProps {
  readonly lines: Lines;
  /** Explains why a second language stands there. */
  readonly mark?: DraftMarkProps;
  readonly hint?: Lines | null;
  /** A quieter line after the hint, such as how many may be chosen. */
  readonly note?: Line | null;
}

/** The question or title of a screen. It takes the focus when the screen appears. */
export function Heading({ lines, mark, hint, note }: HeadingProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const isReached = useIsReached();
  useEffect(() => {
    if (isReached) title.current?.focus({ preventScroll: true });
  }, [isReached]);
  return (
    <div className="heading">
      <h1 ref={title} id={useTitleId()} tabIndex={-1} lang={lines.first.language}>
        {lines.first.text}
      </h1>
      {lines.second !== null && (
        <div className="heading-second">
          <p lang={lines.second.language}>{lines.second.text}</p>
          {mark && <DraftMark {...mark} />}
        </div>
      )}
      {(hint ?? note) && (
        <div className="heading-details">
          {hint && <HintLine lines={hint} />}
          {note && (
            <p className="heading-note" lang={note.language}>
              {note.text}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function HintLine({ lines }: { readonly lines: Lines }) {
  return (
    <div className="heading-hint">
      <p lang={lines.first.language}>{lines.first.text}</p>
      {lines.second !== null && <p lang={lines.second.language}>{lines.second.text}</p>}
    </div>
  );
}
