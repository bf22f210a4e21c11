import { useState } from 'react';
import type { PinRefusal, SignInRefusal } from '../../../ipc/desk-contract.ts';
import { desk } from '../../desk.ts';
import type { Translate } from '../../i18n/format.ts';
import { useDeskWords } from './desk-context.ts';
import { missingText, NewPin, NO_PIN, useActiveField } from './new-pin.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { PinField } from './pin-field.tsx';
import { refusalText } from './sign-in-screen.tsx';
import { useAct } from './use-act.ts';

/** Changing one's own PIN. */
export function PinScreen() {
  const { say } = useDeskWords();
  const [present, setPresent] = useState('');
  const [pins, setPins] = useState(NO_PIN);
  const [active, setActive] = useActiveField('present');
  const { act, isBusy, outcome } = useAct();
  const change = (): void =>
    void act(() => desk['desk.changePin']({ present, next: pins.pin }), {
      refused: () => missingText({ pins }, say),
      done: () => {
        setPresent('');
        setPins(NO_PIN);
        return say('desk.pin.changed');
      },
      failed: (error) => changeText(error, say),
    });
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        change();
      }}
    >
      <h1>{say('desk.pin.title')}</h1>
      <PinField
        label={say('desk.person.presentPin')}
        value={present}
        onChange={setPresent}
        isActive={active === 'present'}
        onActive={() => setActive('present')}
      />
      <NewPin value={pins} onChange={setPins} active={active} onActive={setActive} />
      <OutcomeLine outcome={outcome} />
      <button type="submit" className="desk-primary" aria-disabled={isBusy}>
        {say(isBusy ? 'desk.working' : 'desk.pin.change')}
      </button>
    </form>
  );
}

function changeText(error: SignInRefusal | PinRefusal | null, say: Translate): string {
  switch (error?.kind) {
    case 'notDigits':
    case 'tooShort':
    case 'tooLong':
    case 'sameDigit':
    case 'straightRun':
    case 'notSaved':
      return say(`desk.person.${error.kind}`);
    default:
      return refusalText(error, say);
  }
}
