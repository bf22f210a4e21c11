import type { ReactNode } from 'react';
import { Pictogram } from './pictogram.tsx';
import './statement.css';

interface StatementProps {
  readonly pictogram: string;
  readonly children: ReactNode;
}

/** A screen that says one thing: a large drawing, and words under it. */
export function Statement({ pictogram, children }: StatementProps) {
  return (
    <div className="statement">
      <span className="statement-picture">
        <Pictogram name={pictogram} />
      </span>
      <div className="statement-words">{children}</div>
    </div>
  );
}
