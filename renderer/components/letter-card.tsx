import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import './letter-card.css';

/** The letter before it is sent: who gets it, when it is read, and what Send permits. */
export function LetterCard({ lines }: { readonly lines: readonly Lines[] }) {
  return (
    <div className="letter-card">
      <Pictogram name="sealed-letter" />
      <div className="letter-card-lines">
        {lines.map(({ first, second }) => (
          <div key={first.text} className="letter-card-line">
            <p lang={first.language}>{first.text}</p>
            {second !== null && (
              <p className="letter-card-second" lang={second.language}>
                {second.text}
              </p>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
