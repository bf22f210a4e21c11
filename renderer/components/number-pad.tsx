import { useEffect } from 'react';
import { Sign } from './sign.tsx';
import { useIsReached } from './stage.tsx';
import './number-pad.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

interface NumberPadProps {
  /** What stands there, said as a sentence. */
  readonly said: string;
  readonly digits: string;
  /** How far one can count. */
  readonly limit: string;
  readonly clearLabel: string;
  /** What could not become an allowed number cannot be typed. */
  readonly allows: (digit: string) => boolean;
  readonly onDigit: (digit: string) => void;
  readonly onClear: () => void;
  readonly onEnter: () => void;
}

/** A number, large, and keys to type it with. A physical keyboard writes there as well. */
export function NumberPad({ said, digits, limit, clearLabel, allows, onDigit, onClear, onEnter }: NumberPadProps) {
  const isReached = useIsReached();
  useEffect(() => {
    if (!isReached) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
      if (/^\d$/.test(event.key) && allows(event.key)) onDigit(event.key);
      else if (event.key === 'Backspace' || event.key === 'Delete') onClear();
      else if (event.key === 'Enter' && !event.repeat) onEnter();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isReached, allows, onDigit, onClear, onEnter]);
  return (
    <div className="number-pad">
      <div className="number-said">
        <p role="status">{said}</p>
        <p className="number-limit">{limit}</p>
      </div>
      <div className="number-keys">
        {DIGITS.map((digit) => (
          <button
            key={digit}
            type="button"
            data-number-key={digit}
            // Not `disabled`: the key that was pressed last keeps the focus.
            aria-disabled={!allows(digit)}
            onClick={() => onDigit(digit)}
          >
            {digit}
          </button>
        ))}
        <button type="button" data-number-key="clear" aria-disabled={digits === ''} onClick={onClear}>
          <Sign shape="erase" />
          {clearLabel}
        </button>
      </div>
    </div>
  );
}
