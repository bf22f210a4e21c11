import type { AlertView } from '../../../ipc/contract.ts';
import { PhoneNumbers } from '../../components/phone-numbers.tsx';
import { StaffHere } from '../../components/staff-here.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { callState } from './alert-state.ts';
import { useCitizen } from './citizen-context.ts';

/** The house's numbers; with 112 first where somebody may be in danger. */
export function HouseNumbers({ hasEmergency }: { readonly hasEmergency: boolean }) {
  const { words, description } = useCitizen();
  const emergency = {
    label: words.say('safety.numbers.emergencyLabel'),
    number: words.say('safety.numbers.emergency'),
  };
  return (
    <PhoneNumbers
      title={words.say('safety.numbers.title')}
      emergency={hasEmergency ? emergency : null}
      numbers={description.phoneNumbers}
    />
  );
}

/** What is true of the call now. It changes by itself, and is said then. */
export function CallState({ alert }: { readonly alert: AlertView }) {
  const { words, description } = useCitizen();
  return (
    <p className="call-state" role="status">
      <TwoLines lines={callState(alert, description, words)} />
    </p>
  );
}

/** "I am here", for whoever comes. */
export function HereForStaff({ onHere }: { readonly onHere: () => void }) {
  const { words } = useCitizen();
  const safety = (key: string) => words.lines(`safety.staff.${key}`, 'privacy');
  return (
    <StaffHere
      label={safety('here')}
      sure={{ title: safety('sureTitle'), yes: safety('sureYes'), no: safety('sureNo') }}
      onHere={onHere}
    />
  );
}
