import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import './point-list.css';

export interface Point {
  readonly id: string;
  readonly lines: Lines;
  readonly pictogram: string;
}

/** Things to know, each with a drawing. Nothing here is for touching. */
export function PointList({ points }: { readonly points: readonly Point[] }) {
  return (
    <ul className="point-list">
      {points.map(({ id, lines, pictogram }) => (
        <li key={id}>
          <Pictogram name={pictogram} />
          <div>
            <p lang={lines.first.language}>{lines.first.text}</p>
            {lines.second !== null && (
              <p className="point-second" lang={lines.second.language}>
                {lines.second.text}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
