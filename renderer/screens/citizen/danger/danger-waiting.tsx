import type { AlertView } from '../../../../ipc/contract.ts';
import { ChoiceButton } from '../../../components/choice-button.tsx';
import { DutyPerson } from '../../../components/duty-person.tsx';
import { Pictogram } from '../../../components/pictogram.tsx';
import { TwoLines } from '../../../components/two-lines.tsx';
import { needsNumbers, safeSaid } from '../alert-state.ts';
import { useCitizen } from '../citizen-context.ts';
import { CallState, HereForStaff, HouseNumbers } from '../safety-parts.tsx';
import { DangerFrame } from './danger-frame.tsx';

/** "Stay here. Somebody is called. You have done nothing wrong." Only what is true now. */
export function DangerWaiting({ alert }: { readonly alert: AlertView }) {
  const { words, description } = useCitizen();
  const safety = (key: string) => words.lines(`safety.${key}`, 'privacy');
  return (
    <DangerFrame
      name="danger"
      stage={alert.stage}
      title={safety('danger.title')}
      pictures={<Pictures />}
      said={
        <>
          <CallState alert={alert} />
          <p className="danger-blameless">
            <TwoLines lines={safety('danger.blameless')} />
          </p>
          {description.onDuty && (
            <DutyPerson
              text={words.say('safety.duty', { name: description.dutyName })}
              picture={description.dutyPicture}
            />
          )}
        </>
      }
    >
      {needsNumbers(alert, description) ? (
        <HouseNumbers hasEmergency />
      ) : (
        <p className="danger-call">
          <TwoLines lines={safety('danger.emergency')} />
        </p>
      )}
      {/* Who has said to be safe is told below that the call goes on. */}
      {!alert.saidSafe && <Wanted />}
      <Safe alert={alert} />
    </DangerFrame>
  );
}

/** Somebody sits and stays, somebody is called, and nothing is wrong with anybody. */
function Pictures() {
  return (
    <div className="danger-pictures">
      {['coffee-chair', 'person-coming', 'mood-okay'].map((name) => (
        <span key={name} className="danger-picture">
          <Pictogram name={name} />
        </span>
      ))}
    </div>
  );
}

/** The button that the kiosk has pressed for the person already. */
function Wanted() {
  const { words } = useCitizen();
  const safety = (key: string) => words.lines(`safety.danger.${key}`, 'privacy');
  return (
    <div className="danger-wanted" data-does="wanted">
      <Pictogram name="done-check" />
      <span>
        <TwoLines lines={safety('wanted')} />
        <span className="danger-wanted-done">
          <TwoLines lines={safety('wantedDone')} />
        </span>
      </span>
    </div>
  );
}

function Safe({ alert }: { readonly alert: AlertView }) {
  const { words, visit } = useCitizen();
  const safety = (key: string) => words.lines(`safety.danger.${key}`, 'privacy');
  return (
    <>
      {alert.saidSafe ? (
        <>
          <p role="status">
            <TwoLines lines={safeSaid(alert, words)} />
          </p>
          <ChoiceButton
            does="go-on-waiting"
            // Who is not called is not waited for.
            label={alert.isUnheard ? words.lines('kiosk.bar.continue', 'privacy') : safety('goOn')}
            pictogram="go-on"
            tone="calm"
            onPress={() => void visit.alert({ kind: 'setAside' })}
          />
        </>
      ) : (
        <ChoiceButton
          does="safe"
          label={safety('safe')}
          pictogram="hand-wave"
          tone="calm"
          onPress={() => void visit.alert({ kind: 'saySafe' })}
        />
      )}
      <HereForStaff onHere={() => void visit.alert({ kind: 'here' })} />
    </>
  );
}
