import { useId } from 'react';
import { Keyboard } from '../../components/keyboard/keyboard.tsx';
import { useDesk, useDeskWords } from './desk-context.ts';

const LONGEST_NAME = 40;

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly isActive: boolean;
  readonly onActive: () => void;
}

/** The first name of somebody of the house, with keys on the glass while it is written. */
export function NameField({ value, onChange, isActive, onActive }: NameFieldProps) {
  const { say } = useDeskWords();
  const { language } = useDesk();
  const id = useId();
  const write = (name: string): void => onChange(name.slice(0, LONGEST_NAME));
  return (
    <div className="desk-field">
      <label htmlFor={id} id={`${id}-label`}>
        {say('desk.person.name')}
      </label>
      <p className="desk-quiet" id={`${id}-hint`}>
        {say('desk.person.nameHint')}
      </p>
      <input
        id={id}
        type="text"
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={value}
        onFocus={onActive}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {isActive && (
        <Keyboard
          words={{
            language,
            shift: say('keyboard.shift'),
            erase: say('keyboard.erase'),
            space: say('keyboard.space'),
            layer: { letters: say('keyboard.letters'), signs: say('keyboard.signs') },
            sign: say,
          }}
          controls={id}
          labelledBy={`${id}-label`}
          kind={null}
          isAtStart={value === ''}
          onType={(character) => write(value + character)}
          onErase={() => write([...value].slice(0, -1).join(''))}
        />
      )}
    </div>
  );
}
