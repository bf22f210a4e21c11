import { useId } from 'react';
import { useDeskWords } from '../desk-context.ts';

interface LineProps {
  readonly labelKey: string;
  readonly value: string;
  /** Nobody who stands beside can read it. */
  readonly isSecret?: boolean;
  readonly onChange: (text: string) => void;
}

/** One line to type. */
export function Line({ labelKey, value, isSecret = false, onChange }: LineProps) {
  const { say } = useDeskWords();
  const id = useId();
  return (
    <div className="desk-field desk-line">
      <label htmlFor={id}>{say(labelKey)}</label>
      <input
        id={id}
        type={isSecret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        placeholder={say('desk.settings.none')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
