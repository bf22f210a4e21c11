import { useEffect, useRef } from 'react';
import type { AlertView } from '../../../ipc/contract.ts';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { DutyPerson } from '../../components/duty-person.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { needsNumbers, safeSaid } from './alert-state.ts';
import { useCitizen } from './citizen-context.ts';
import { CallState, HereForStaff, HouseNumbers } from './safety-parts.tsx';
import './person-sheet.css';

/** Who is there, and how to call them. */
export function PersonSheet({ onClose }: { readonly onClose: () => void }) {
  const { words, description, visit } = useCitizen();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { alert } = visit.view;
  const { onDuty } = description;
  return (
    <Sheet name="person" labelledBy="person-title" onClose={onClose}>
      <div className="sheet-content">
        <h2 id="person-title" ref={title} tabIndex={-1}>
          {words.say(onDuty ? 'safety.fetch.title' : 'kiosk.closed.noDuty')}
        </h2>
        {onDuty && (
          <DutyPerson
            text={words.say('safety.duty', { name: description.dutyName })}
            picture={description.dutyPicture}
          />
        )}
        <p>{words.say('safety.fetch.body')}</p>
        {alert === null ? <WhomToCall /> : <Calling alert={alert} onHere={onClose} />}
        {!onDuty && alert === null && <HouseNumbers hasEmergency={false} />}
        <ChoiceButton
          does="close-person"
          label={words.lines('safety.fetch.close', 'plain')}
          pictogram="done-check"
          tone={alert === null ? 'calm' : 'main'}
          onPress={onClose}
        />
      </div>
    </Sheet>
  );
}

/** The person on duty, and somebody else where there is one. Who has no wish to be heard is told whether it sounds. */
function WhomToCall() {
  const { words, description, visit } = useCitizen();
  const { onDuty, dutyName, secondDutyName, callsInSilence } = description;
  const line = words.lines(callsInSilence ? 'safety.fetch.silentLine' : 'safety.fetch.soundLine', 'plain');
  // The second person is called by a sound, too.
  const secondLine = words.lines('safety.fetch.soundLine', 'plain');
  return (
    <>
      {onDuty && (
        <ChoiceButton
          does="fetch"
          label={words.lines('safety.fetch.call', 'plain', { name: dutyName })}
          line={line}
          pictogram="person-coming"
          tone="main"
          onPress={() => void visit.alert({ kind: 'fetch', who: 'onDuty' })}
        />
      )}
      {secondDutyName !== null && (
        <ChoiceButton
          does="fetch-second"
          label={words.lines('safety.fetch.second', 'plain', { name: secondDutyName })}
          line={secondLine}
          pictogram="person"
          tone="calm"
          onPress={() => void visit.alert({ kind: 'fetch', who: 'second' })}
        />
      )}
    </>
  );
}

function Calling({ alert, onHere }: { readonly alert: AlertView; readonly onHere: () => void }) {
  const { words, description, visit } = useCitizen();
  const here = (): void => {
    onHere();
    void visit.alert({ kind: 'here' });
  };
  return (
    <>
      <CallState alert={alert} />
      {needsNumbers(alert, description) && <HouseNumbers hasEmergency={alert.why === 'danger'} />}
      {alert.saidSafe && (
        <p>
          <TwoLines lines={safeSaid(alert, words)} />
        </p>
      )}
      <HereForStaff onHere={here} />
      {alert.why !== 'danger' && (
        <ChoiceButton
          does="call-off"
          label={words.lines('safety.fetch.callOff', 'plain')}
          pictogram="no"
          tone="calm"
          onPress={() => void visit.alert({ kind: 'callOff' })}
        />
      )}
    </>
  );
}
