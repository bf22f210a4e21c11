import { useState } from 'react';
import type { ShownDestination } from '../../../../ipc/desk-contract.ts';
import { desk } from '../../../desk.ts';
import { useDeskWords } from '../desk-context.ts';
import { FileButton } from '../file-button.tsx';
import { OutcomeLine } from '../outcome-line.tsx';
import { useAct, type Acting } from '../use-act.ts';
import { useAsked } from '../use-asked.ts';
import { Line } from './line.tsx';

const askDestinations = () => desk['desk.destinations']({});

/** The places on the network where sealed intakes go by themselves. */
export function DestinationsSection() {
  const { say } = useDeskWords();
  const asked = useAsked(askDestinations);
  const acting = useAct();
  const [isAdding, setAdding] = useState(false);
  const { value: destinations, set } = asked;
  return (
    <section className="desk-card" data-part="destinations">
      <h2>{say('desk.destinations.title')}</h2>
      <p className="desk-quiet">{say('desk.destinations.hint')}</p>
      <ul className="desk-list">
        {(destinations ?? []).map((each) => (
          <Destination key={each.name} destination={each} acting={acting} onChange={set} />
        ))}
      </ul>
      <OutcomeLine outcome={acting.outcome} />
      {isAdding ? (
        <NewDestination acting={acting} onChange={set} onDone={() => setAdding(false)} />
      ) : (
        <button type="button" data-does="add-destination" onClick={() => setAdding(true)}>
          {say('desk.destinations.add')}
        </button>
      )}
    </section>
  );
}

interface DestinationProps {
  readonly destination: ShownDestination;
  readonly acting: Acting;
  readonly onChange: (destinations: readonly ShownDestination[]) => void;
}

function Destination({ destination: { name, where }, acting: { act, isBusy }, onChange }: DestinationProps) {
  const { say } = useDeskWords();
  const [isSure, setSure] = useState(false);
  const failed = (error: { readonly kind: string } | null): string =>
    say(error === null ? 'desk.noAnswer' : `desk.problem.${error.kind}`);
  const tryIt = (): void =>
    void act(() => desk['desk.tryDestination']({ name }), { done: () => say('desk.destinations.reached'), failed });
  const remove = (): void =>
    void act(() => desk['desk.removeDestination']({ name }), {
      done: (left) => {
        onChange(left);
        return say('desk.destinations.removed', { name });
      },
      failed,
    });
  return (
    <li data-destination={name}>
      <span>
        <strong>{name}</strong> {where}
      </span>
      <span className="desk-row">
        <button type="button" data-does="try" aria-disabled={isBusy} onClick={tryIt}>
          {say('desk.destinations.try')}
        </button>
        {isSure ? (
          <button type="button" className="desk-danger" data-does="remove-sure" onClick={remove}>
            {say('desk.destinations.sure', { name })}
          </button>
        ) : (
          <button type="button" data-does="remove" onClick={() => setSure(true)}>
            {say('desk.destinations.remove')}
          </button>
        )}
      </span>
    </li>
  );
}

const NOTHING = { name: '', to: '', user: '', password: '', hostKey: '' };
type Field = keyof typeof NOTHING;

interface NewDestinationProps extends Pick<DestinationProps, 'acting' | 'onChange'> {
  readonly onDone: () => void;
}

function NewDestination({ acting: { act, isBusy, clear }, onChange, onDone }: NewDestinationProps) {
  const { say } = useDeskWords();
  const [typed, setTyped] = useState(NOTHING);
  const [privateKey, setPrivateKey] = useState<string | null>(null);
  const isSftp = typed.to.trim().startsWith('sftp:');
  const line = (name: Field) => (
    <Line
      labelKey={`desk.destinations.${name}`}
      value={typed[name]}
      isSecret={name === 'password'}
      onChange={(text) => setTyped({ ...typed, [name]: text })}
    />
  );
  const add = (): void =>
    void act(
      () =>
        desk['desk.addDestination']({
          ...{ name: typed.name.trim(), to: typed.to.trim(), user: noneIfEmpty(typed.user.trim()) },
          ...{ password: noneIfEmpty(typed.password), privateKey, hostKey: noneIfEmpty(typed.hostKey.trim()) },
        }),
      {
        done: (destinations) => {
          onChange(destinations);
          onDone();
          return say('desk.destinations.added', { name: typed.name.trim() });
        },
        failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.problem.${error.kind}`),
      },
    );
  return (
    <form
      className="desk-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <p>{say('desk.destinations.how')}</p>
      {line('name')}
      {line('to')}
      {line('user')}
      {line('password')}
      {isSftp && line('hostKey')}
      {isSftp && (
        <FileButton
          label={say(privateKey === null ? 'desk.destinations.key' : 'desk.destinations.keyTaken')}
          accept=""
          isBusy={isBusy}
          onFile={(file) => void file.text().then(setPrivateKey)}
        />
      )}
      <div className="desk-row">
        <button type="submit" className="desk-primary" data-does="try-and-keep" aria-disabled={isBusy}>
          {isBusy ? say('desk.working') : say('desk.destinations.keep')}
        </button>
        <button
          type="button"
          data-does="cancel"
          onClick={() => {
            clear();
            onDone();
          }}
        >
          {say('desk.cancel')}
        </button>
      </div>
    </form>
  );
}

function noneIfEmpty(text: string): string | null {
  return text === '' ? null : text;
}
