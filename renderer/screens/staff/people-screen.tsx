import { useState } from 'react';
import { STAFF_ROLES, type StaffRole } from '../../../core/staff/person.ts';
import { REVIEWER_ROLES, type ReviewerRole } from '../../../core/translation/review.ts';
import type { DeskPerson } from '../../../ipc/desk-contract.ts';
import { desk } from '../../desk.ts';
import { useDeskWords } from './desk-context.ts';
import { NameField } from './name-field.tsx';
import { missingText, NewPin, NO_PIN, useActiveField } from './new-pin.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { PortraitScreen } from './portrait-screen.tsx';
import { useAct, type Acting } from './use-act.ts';
import { useAsked } from './use-asked.ts';

type Doing =
  { readonly kind: 'add' } | { readonly kind: 'pin' | 'remove' | 'portrait'; readonly person: DeskPerson } | null;

const askPeople = () => desk['desk.people']({});

/** Who may open this desk; for administrators. */
export function PeopleScreen() {
  const { say } = useDeskWords();
  const people = useAsked(askPeople);
  const [doing, setDoing] = useState<Doing>(null);
  const acting = useAct();
  const begin = (next: Doing): void => {
    acting.clear();
    setDoing(next);
  };
  const own = { acting, onCancel: () => begin(null) };
  const finish = (list: readonly DeskPerson[] | null): void => {
    if (list !== null) people.set(list);
    setDoing(null);
  };
  if (doing?.kind === 'add') return <AddPerson {...own} onDone={finish} />;
  if (doing?.kind === 'pin') return <SetPin {...own} person={doing.person} onDone={finish} />;
  if (doing?.kind === 'remove') return <RemovePerson {...own} person={doing.person} onDone={finish} />;
  if (doing?.kind === 'portrait') {
    const person = people.value?.find(({ id }) => id === doing.person.id) ?? doing.person;
    return <PortraitScreen person={person} onPeople={people.set} onDone={() => begin(null)} />;
  }
  return (
    <section className="desk-form desk-wide">
      <h1>{say('desk.people.title')}</h1>
      <OutcomeLine outcome={acting.outcome} />
      <table className="desk-table">
        <tbody>
          {(people.value ?? []).map((person) => (
            <tr key={person.id} data-person={person.id}>
              <th scope="row">{person.name}</th>
              <td className="desk-roles">
                {say(`desk.role.${person.role}`)}
                <ReviewerChoice person={person} acting={acting} onPeople={people.set} />
              </td>
              <td className="desk-acts">
                <button type="button" data-does="portrait" onClick={() => begin({ kind: 'portrait', person })}>
                  {say('desk.people.portrait')}
                </button>
                <button type="button" data-does="pin" onClick={() => begin({ kind: 'pin', person })}>
                  {say('desk.people.newPin')}
                </button>
                <button type="button" data-does="remove" onClick={() => begin({ kind: 'remove', person })}>
                  {say('desk.people.remove')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="desk-primary" data-does="add" onClick={() => begin({ kind: 'add' })}>
        {say('desk.people.add')}
      </button>
    </section>
  );
}

interface ReviewerChoiceProps {
  readonly person: DeskPerson;
  readonly acting: Acting;
  readonly onPeople: (people: readonly DeskPerson[]) => void;
}

/** In which role somebody judges texts. */
function ReviewerChoice({ person: { id, name, reviewer }, acting: { act }, onPeople }: ReviewerChoiceProps) {
  const { say } = useDeskWords();
  const set = (next: ReviewerRole | null): void =>
    void act(() => desk['desk.setReviewer']({ person: id, reviewer: next }), {
      done: (people) => {
        onPeople(people);
        return say('desk.reviewer.saved', { name });
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.person.${error.kind}`),
    });
  return (
    <select
      aria-label={`${name}: ${say('desk.reviewer.question')}`}
      value={reviewer ?? 'none'}
      onChange={({ currentTarget }) => set(REVIEWER_ROLES.find((each) => each === currentTarget.value) ?? null)}
    >
      {(['none', ...REVIEWER_ROLES] as const).map((each) => (
        <option key={each} value={each}>
          {say(`desk.reviewer.${each}`)}
        </option>
      ))}
    </select>
  );
}

interface PersonFormProps {
  readonly acting: Acting;
  readonly onCancel: () => void;
  /** Gets the list as it is now; null where it is as before. */
  readonly onDone: (people: readonly DeskPerson[] | null) => void;
}

function AddPerson({ acting: { act, isBusy, outcome }, onCancel, onDone }: PersonFormProps) {
  const { say } = useDeskWords();
  const [name, setName] = useState('');
  const [role, setRole] = useState<StaffRole>('staff');
  const [pins, setPins] = useState(NO_PIN);
  const [active, setActive] = useActiveField('name');
  const add = (): void =>
    void act(() => desk['desk.addPerson']({ name: name.trim(), role, pin: pins.pin }), {
      refused: () => missingText({ name, pins }, say),
      done: (people) => {
        onDone(people);
        return say('desk.people.added', { name: name.trim() });
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.person.${error.kind}`),
    });
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h1>{say('desk.people.add')}</h1>
      <NameField value={name} onChange={setName} isActive={active === 'name'} onActive={() => setActive('name')} />
      <fieldset className="desk-choices">
        <legend>{say('desk.people.role')}</legend>
        <p className="desk-quiet">{say('desk.people.roleHint')}</p>
        {STAFF_ROLES.map((each) => (
          <label key={each}>
            <input type="radio" name="role" checked={role === each} onChange={() => setRole(each)} />
            {say(`desk.role.${each}`)}
          </label>
        ))}
      </fieldset>
      <NewPin value={pins} onChange={setPins} active={active} onActive={setActive} />
      <OutcomeLine outcome={outcome} />
      <FormButtons label={say('desk.people.add')} isBusy={isBusy} onCancel={onCancel} />
    </form>
  );
}

interface OnePersonProps extends PersonFormProps {
  readonly person: DeskPerson;
}

function SetPin({ person: { id, name }, acting: { act, isBusy, outcome }, onCancel, onDone }: OnePersonProps) {
  const { say } = useDeskWords();
  const [pins, setPins] = useState(NO_PIN);
  const [active, setActive] = useActiveField('pin');
  const set = (): void =>
    void act(() => desk['desk.setPin']({ person: id, next: pins.pin }), {
      refused: () => missingText({ pins }, say),
      done: () => {
        onDone(null);
        return say('desk.people.pinSet', { name });
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.person.${error.kind}`),
    });
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <h1>{say('desk.people.newPinFor', { name })}</h1>
      <NewPin value={pins} onChange={setPins} active={active} onActive={setActive} />
      <OutcomeLine outcome={outcome} />
      <FormButtons label={say('desk.save')} isBusy={isBusy} onCancel={onCancel} />
    </form>
  );
}

function RemovePerson({ person: { id, name }, acting: { act, isBusy, outcome }, onCancel, onDone }: OnePersonProps) {
  const { say } = useDeskWords();
  const remove = (): void =>
    void act(() => desk['desk.removePerson']({ person: id }), {
      done: (people) => {
        onDone(people);
        return say('desk.people.removed', { name });
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.person.${error.kind}`),
    });
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        remove();
      }}
    >
      <h1>{say('desk.people.removeSure', { name })}</h1>
      <OutcomeLine outcome={outcome} />
      <FormButtons label={say('desk.people.remove')} isBusy={isBusy} onCancel={onCancel} isDangerous />
    </form>
  );
}

interface FormButtonsProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly isDangerous?: boolean;
  readonly onCancel: () => void;
}

function FormButtons({ label, isBusy, isDangerous = false, onCancel }: FormButtonsProps) {
  const { say } = useDeskWords();
  return (
    <div className="desk-row">
      <button type="submit" className={isDangerous ? 'desk-danger' : 'desk-primary'} aria-disabled={isBusy}>
        {isBusy ? say('desk.working') : label}
      </button>
      <button type="button" data-does="cancel" onClick={onCancel}>
        {say('desk.cancel')}
      </button>
    </div>
  );
}
