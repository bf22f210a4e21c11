import { useState } from 'react';
import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { TwoLines } from './two-lines.tsx';
import './staff-here.css';

interface StaffHereProps {
  /** "I am here", said so that nobody else takes it for their own button. */
  readonly label: Lines;
  readonly sure: { readonly title: Lines; readonly yes: Lines; readonly no: Lines };
  readonly onHere: () => void;
}

/**
 * "I am here", for whoever has come. It takes two presses in different places, so that a trembling hand does not end a
 * call: the first stands on the right, the answer to the second appears on the left, above it.
 */
export function StaffHere({ label, sure, onHere }: StaffHereProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <div className="staff-here" data-asked={isAsked}>
      {isAsked && (
        <div className="staff-here-sure" role="group" aria-labelledby="staff-here-title">
          <p id="staff-here-title">
            <TwoLines lines={sure.title} />
          </p>
          <button type="button" className="staff-here-yes" data-does="staff-yes" onClick={onHere}>
            <Pictogram name="staff-here" />
            <span>
              <TwoLines lines={sure.yes} />
            </span>
          </button>
        </div>
      )}
      <button
        type="button"
        className="staff-here-button"
        data-does={isAsked ? 'staff-no' : 'staff-here'}
        onClick={() => setAsked(!isAsked)}
      >
        <Pictogram name={isAsked ? 'no' : 'staff-here'} />
        <span>
          <TwoLines lines={isAsked ? sure.no : label} />
        </span>
      </button>
    </div>
  );
}
