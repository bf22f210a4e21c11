import { useEffect } from 'react';
import './digit-pad.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;
const GROUP_SIZE = 4;

interface DigitPadProps {
  /** What the field is called aloud. */
  readonly label: string;
  readonly eraseLabel: string;
  readonly digits: string;
  readonly length: number;
  readonly onChange: (digits: string) => void;
  readonly onEnter: () => void;
}

/** Places for the digits of a code, and large keys under them. A physical keyboard writes there as well. */
export function DigitPad({ label, eraseLabel, digits, length, onChange, onEnter }: DigitPadProps) {
  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => {
      if (/^[1-8]$/.test(key) && digits.length < length) onChange(digits + key);
      else if (key === 'Backspace') onChange(digits.slice(0, -1));
      else if (key === 'Enter' && document.activeElement?.tagName !== 'BUTTON') onEnter();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [digits, length, onChange, onEnter]);
  return (
    <div className="digit-pad">
      <DigitPlaces label={label} digits={digits} length={length} />
      <div className="digit-keys">
        {DIGITS.map((digit) => (
          <button key={digit} type="button" onClick={() => digits.length < length && onChange(digits + digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className="digit-erase" onClick={() => onChange(digits.slice(0, -1))}>
          <svg viewBox="0 0 48 48" aria-hidden="true">
            <path d="M18 10h22v28H18L6 24zM23 19l10 10M33 19 23 29" />
          </svg>
          {eraseLabel}
        </button>
      </div>
    </div>
  );
}

interface DigitPlacesProps {
  readonly label: string;
  readonly digits: string;
  readonly length: number;
}

function DigitPlaces({ label, digits, length }: DigitPlacesProps) {
  const groups = Array.from({ length: length / GROUP_SIZE }, (_, group) =>
    Array.from({ length: GROUP_SIZE }, (__, place) => digits[group * GROUP_SIZE + place] ?? ''),
  );
  return (
    <div className="digit-places" role="group" aria-label={label}>
      {groups.map((group, groupIndex) => (
        <span key={groupIndex} className="digit-group">
          {group.map((digit, place) => (
            <span key={place} data-next={groupIndex * GROUP_SIZE + place === digits.length || undefined}>
              {digit}
            </span>
          ))}
        </span>
      ))}
    </div>
  );
}
