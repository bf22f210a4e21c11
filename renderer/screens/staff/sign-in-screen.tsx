import { useState } from 'react';
import type { SignInRefusal } from '../../../ipc/desk-contract.ts';
import { desk } from '../../desk.ts';
import type { Translate } from '../../i18n/format.ts';
import { useDesk, useDeskWords } from './desk-context.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { PinField } from './pin-field.tsx';
import { RecoveryScreen } from './recovery-screen.tsx';
import { useAct } from './use-act.ts';

/** First who, then the PIN. */
export function SignInScreen() {
  const { view } = useDesk();
  const { say } = useDeskWords();
  const [person, setPerson] = useState<number | null>(null);
  const [isRecovering, setRecovering] = useState(false);
  if (isRecovering) return <RecoveryScreen onBack={() => setRecovering(false)} />;
  const chosen = view.people.find(({ id }) => id === person);
  if (chosen !== undefined) return <PinEntry {...chosen} onOther={() => setPerson(null)} />;
  return (
    <section className="desk-form">
      <h1>{say('desk.signIn.title')}</h1>
      <ul className="desk-names">
        {view.people.map(({ id, name }) => (
          <li key={id}>
            <button type="button" data-person={id} onClick={() => setPerson(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" data-does="recover" onClick={() => setRecovering(true)}>
        {say('desk.recovery.link')}
      </button>
    </section>
  );
}

interface PinEntryProps {
  readonly id: number;
  readonly name: string;
  readonly onOther: () => void;
}

function PinEntry({ id, name, onOther }: PinEntryProps) {
  const { show } = useDesk();
  const { say } = useDeskWords();
  const [pin, setPin] = useState('');
  const { act, isBusy, outcome } = useAct();
  const signIn = (): void =>
    void act(() => desk['desk.signIn']({ person: id, pin }), {
      done: (view) => {
        show(view);
        return null;
      },
      failed: (error) => {
        setPin('');
        return refusalText(error, say);
      },
    });
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        signIn();
      }}
    >
      <h1>{name}</h1>
      <PinField label={say('desk.signIn.pin')} value={pin} onChange={setPin} isActive onActive={() => undefined} />
      <OutcomeLine outcome={outcome} />
      <div className="desk-row">
        <button type="submit" className="desk-primary" aria-disabled={isBusy}>
          {say(isBusy ? 'desk.working' : 'desk.signIn.enter')}
        </button>
        <button type="button" data-does="other" onClick={onOther}>
          {say('desk.signIn.other')}
        </button>
      </div>
    </form>
  );
}

/** Why nobody was let in. */
export function refusalText(refusal: SignInRefusal | null, say: Translate): string {
  if (refusal === null) return say('desk.noAnswer');
  return refusal.kind === 'wait'
    ? say('desk.signIn.wait', { seconds: refusal.seconds })
    : say(`desk.signIn.${refusal.kind}`);
}
