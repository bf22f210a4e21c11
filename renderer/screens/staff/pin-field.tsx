import { useId, useState } from 'react';
import { useDeskWords } from './desk-context.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
/** One more than a PIN may have: a longer one is refused with words, not cut off in silence. */
const MOST_DIGITS = 13;

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  /** The keys on the glass stand under the field that is written in. */
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly hint?: string | undefined;
}

/** A PIN, covered until somebody asks to see it, with keys on the glass. A physical keyboard writes there as well. */
export function PinField({ label, value, onChange, isActive, onActive, hint }: PinFieldProps) {
  const { say } = useDeskWords();
  const id = useId();
  const [isShown, setShown] = useState(false);
  const write = (pin: string): void => onChange(pin.replace(/\D/g, '').slice(0, MOST_DIGITS));
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="desk-quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="desk-row">
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          inputMode="none"
          autoComplete="off"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          value={value}
          onFocus={onActive}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {say(isShown ? 'desk.pad.hide' : 'desk.pad.show')}
        </button>
      </div>
      {isActive && (
        <div className="desk-pad" role="group" aria-label={label}>
          {DIGITS.map((digit) => (
            <button key={digit} type="button" data-digit={digit} onClick={() => write(value + digit)}>
              {digit}
            </button>
          ))}
          <button type="button" data-digit="erase" onClick={() => write(value.slice(0, -1))}>
            {say('desk.pad.erase')}
          </button>
        </div>
      )}
    </div>
  );
}
