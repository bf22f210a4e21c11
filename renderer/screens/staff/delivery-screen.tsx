import { useEffect } from 'react';
import type { Delivered, DeskDelivery } from '../../../ipc/desk-contract.ts';
import { desk } from '../../desk.ts';
import { useDeskWords } from './desk-context.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { useAct } from './use-act.ts';
import { useAsked } from './use-asked.ts';

const askDelivery = () => desk['desk.delivery']({});

/** While something is on its way it is looked so often how far it has come. */
const LOOKS_EVERY_MS = 1_000;

const WAITING_STATES = ['sealed', 'sent', 'stored'] as const;

/** What waits for the centre, and bringing it there now. */
export function DeliveryScreen() {
  const { say, day } = useDeskWords();
  const { value, again } = useAsked(askDelivery);
  const { act, isBusy, outcome } = useAct();
  const isMoving = isBusy || value?.isUnderWay === true;
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(again, LOOKS_EVERY_MS);
    return () => clearInterval(timer);
  }, [isMoving, again]);
  if (value === null) return <p>{say('desk.working')}</p>;
  const deliver = (to: 'folder' | 'destinations'): void =>
    void act(() => desk['desk.deliver']({ to }), {
      done: (delivered) => doneText(delivered, to, say),
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.problem.${error.kind}`),
    }).then(again);
  const { counts, oldest, notice, problem, destinations } = value;
  const dayOfFourteen = oldest?.dayOfFourteen ?? null;
  const waiting = counts.sealed + counts.sent + counts.stored;
  return (
    <div className="desk-day">
      <header>
        <h1>{say('desk.delivery.title')}</h1>
        <div className="desk-ready" data-readiness={notice === 'none' ? 'ready' : 'late'}>
          <h2 data-waiting={waiting}>
            {waiting === 0 ? say('desk.delivery.none') : say('desk.delivery.waiting', { count: waiting })}
          </h2>
          {oldest !== null && <p>{say('desk.delivery.oldest', { date: day(oldest.day) })}</p>}
          {dayOfFourteen !== null && <p>{say('desk.delivery.dayOf14', { day: dayOfFourteen })}</p>}
          {notice !== 'none' && <p>{say(`desk.delivery.notice.${notice}`)}</p>}
        </div>
      </header>
      <section className="desk-card">
        <Ways value={value} isMoving={isMoving} onDeliver={deliver} />
        <OutcomeLine outcome={outcome} />
        {problem !== null && outcome === null && (
          <p className="desk-quiet">{say('desk.delivery.last', { problem: say(`desk.problem.${problem}`) })}</p>
        )}
        {destinations.length > 0 && (
          <p className="desk-quiet">{say('desk.delivery.goesTo', { names: destinations.join(', ') })}</p>
        )}
      </section>
      <section className="desk-card">
        <table className="desk-table">
          <tbody>
            {WAITING_STATES.map((state) => (
              <tr key={state} data-state={state}>
                <th scope="row">{say(`desk.delivery.state.${state}`)}</th>
                <td className="desk-number">{counts[state]}</td>
              </tr>
            ))}
            <tr data-state="receipted">
              <th scope="row">{say('desk.delivery.state.receipted')}</th>
              <td className="desk-number">{value.receipted}</td>
            </tr>
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface WaysProps {
  readonly value: DeskDelivery;
  readonly isMoving: boolean;
  readonly onDeliver: (to: 'folder' | 'destinations') => void;
}

function Ways({ value: { hasFolder, destinations }, isMoving, onDeliver }: WaysProps) {
  const { say } = useDeskWords();
  if (!hasFolder && destinations.length === 0) return <p>{say('desk.delivery.noWay')}</p>;
  if (isMoving) return <p role="status">{say('desk.delivery.underWay')}</p>;
  return (
    <div className="desk-row">
      {hasFolder && (
        <button type="button" className="desk-primary" data-does="folder" onClick={() => onDeliver('folder')}>
          {say('desk.delivery.byFolder')}
        </button>
      )}
      {destinations.length > 0 && (
        <button
          type="button"
          className={hasFolder ? undefined : 'desk-primary'}
          data-does="network"
          onClick={() => onDeliver('destinations')}
        >
          {say('desk.delivery.byNetwork')}
        </button>
      )}
    </div>
  );
}

/** A stick may be pulled out only when everything was read back from the stick itself. */
function doneText(
  { count, receipts, isReadBack }: Delivered,
  to: 'folder' | 'destinations',
  say: ReturnType<typeof useDeskWords>['say'],
): string {
  const done = say('desk.delivery.done', { count, receipts });
  if (to === 'destinations') return done;
  return `${done} ${say(isReadBack ? 'desk.delivery.pullOut' : 'desk.delivery.notYet')}`;
}
