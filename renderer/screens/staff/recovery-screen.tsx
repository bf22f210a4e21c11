import { desk } from '../../desk.ts';
import { useDesk, useDeskWords } from './desk-context.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { useAct } from './use-act.ts';
import { useAsked } from './use-asked.ts';

const askRecovery = () => desk['desk.askRecovery']({});
/** As people read it out. */
const GROUPS = /.{4}(?=.)/g;
/** Names a kiosk on the telephone, as it does on people's slips. */
const SHORT_ID = 8;

/** For a house whose only administrator has forgotten their PIN: the centre permits another one. */
export function RecoveryScreen({ onBack }: { readonly onBack: () => void }) {
  const { show } = useDesk();
  const { say } = useDeskWords();
  const { value } = useAsked(askRecovery);
  const { act, isBusy, outcome } = useAct();
  const take = (): void =>
    void act(() => desk['desk.takeRecovery']({}), {
      done: (view) => {
        show(view);
        return null;
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.recovery.${error.kind}`),
    });
  return (
    <section className="desk-form" data-part="recovery">
      <h1>{say('desk.recovery.title')}</h1>
      <p>{say('desk.recovery.how')}</p>
      {value?.ok === false && <p role="alert">{say(`desk.recovery.${value.error.kind}`)}</p>}
      {value?.ok === true && (
        <table className="desk-table">
          <tbody>
            <tr>
              <th scope="row">{say('desk.recovery.kiosk')}</th>
              <td>{value.value.kioskId.slice(0, SHORT_ID)}</td>
            </tr>
            <tr>
              <th scope="row">{say('desk.recovery.challenge')}</th>
              <td data-challenge={value.value.challenge}>{value.value.challenge.replace(GROUPS, '$& ')}</td>
            </tr>
          </tbody>
        </table>
      )}
      <OutcomeLine outcome={outcome} />
      <div className="desk-row">
        <button type="button" className="desk-primary" data-does="take" aria-disabled={isBusy} onClick={take}>
          {say('desk.recovery.take')}
        </button>
        <button type="button" data-does="cancel" onClick={onBack}>
          {say('desk.cancel')}
        </button>
      </div>
    </section>
  );
}
