import { useState } from 'react';
import { desk } from '../../desk.ts';
import { useDesk, useDeskWords } from './desk-context.ts';
import { NameField } from './name-field.tsx';
import { missingText, NewPin, NO_PIN, useActiveField } from './new-pin.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { useAct } from './use-act.ts';

/** Nobody administers this kiosk yet: the first one does from now on. */
export function SetUpScreen() {
  const { show } = useDesk();
  const { say } = useDeskWords();
  const [name, setName] = useState('');
  const [pins, setPins] = useState(NO_PIN);
  const [active, setActive] = useActiveField('name');
  const { act, isBusy, outcome } = useAct();
  const setUp = (): void =>
    void act(() => desk['desk.setUp']({ name: name.trim(), pin: pins.pin }), {
      refused: () => missingText({ name, pins }, say),
      done: (view) => {
        show(view);
        return null;
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.person.${error.kind}`),
    });
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        setUp();
      }}
    >
      <h1>{say('desk.setUp.title')}</h1>
      <p>{say('desk.setUp.why')}</p>
      <NameField value={name} onChange={setName} isActive={active === 'name'} onActive={() => setActive('name')} />
      <NewPin value={pins} onChange={setPins} active={active} onActive={setActive} />
      <OutcomeLine outcome={outcome} />
      <button type="submit" className="desk-primary" aria-disabled={isBusy}>
        {say(isBusy ? 'desk.working' : 'desk.setUp.done')}
      </button>
    </form>
  );
}
