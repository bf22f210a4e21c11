import type { CallOfToday, DeskDay } from '../../../ipc/desk-contract.ts';
import { desk } from '../../desk.ts';
import type { Translate } from '../../i18n/format.ts';
import { useDesk, useDeskWords, useSignedIn } from './desk-context.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { SelfTestPart } from './self-test-part.tsx';
import { useAct, type Acting } from './use-act.ts';
import { useAsked } from './use-asked.ts';

const askDay = () => desk['desk.day']({});

/** The day of the house: whom to ring for, who is on duty, whether the kiosk takes anybody in. */
export function TodayScreen() {
  const { say, day: dayText } = useDeskWords();
  const asked = useAsked(askDay);
  const acting = useAct();
  if (asked.value === null) return <p>{say('desk.working')}</p>;
  const day = asked.value;
  const own = { day, acting, onDay: asked.set };
  return (
    <div className="desk-day">
      <header>
        <h1>{dayText(day.today)}</h1>
        <Readiness day={day} />
        <OutcomeLine outcome={acting.outcome} />
      </header>
      {day.ringToday.length > 0 && <RingToday {...own} />}
      <Duty {...own} />
      <TestCall day={day} />
      <Calls day={day} />
      <SelfTestPart day={day} onDay={asked.set} />
      <section className="desk-card" data-part="unfinished">
        <p>{say('desk.today.unfinished', { count: day.unfinished })}</p>
        <p className="desk-quiet">{say('desk.today.byCode')}</p>
        {day.areNumbersDue && <p data-numbers-due>{say('desk.today.numbersDue')}</p>}
        {day.isDrillDue && <p data-drill-due>{say('desk.today.drillDue')}</p>}
        {day.endingLicences.map(({ title, validUntil, hasEnded }) => (
          <p key={`${title} ${dayText(validUntil)}`} data-licence-ends>
            {say(hasEnded ? 'desk.today.licenceEnded' : 'desk.today.licenceEnds', { title, date: dayText(validUntil) })}
          </p>
        ))}
      </section>
    </div>
  );
}

interface PartProps {
  readonly day: DeskDay;
  readonly acting: Acting;
  readonly onDay: (day: DeskDay) => void;
}

function Readiness({ day: { readiness } }: { readonly day: DeskDay }) {
  const { say } = useDeskWords();
  const isReady = readiness === 'ready';
  return (
    <div className="desk-ready" data-readiness={readiness}>
      <h2>{say(isReady ? 'desk.today.ready' : 'desk.today.notReady')}</h2>
      <p>{say(isReady ? 'desk.today.readyMore' : `desk.today.missing.${readiness}`)}</p>
    </div>
  );
}

function RingToday({ day: { ringToday }, acting, onDay }: PartProps) {
  const { say, day: dayText } = useDeskWords();
  const rung = (seq: number): void =>
    void acting.act(() => desk['desk.rung']({ seq }), {
      done: (day) => {
        onDay(day);
        return null;
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : 'desk.notSaved'),
    });
  return (
    <section className="desk-card desk-first" data-part="ring">
      <h2>{say('desk.today.ring.title')}</h2>
      <p>{say('desk.today.ring.why')}</p>
      <ul className="desk-list">
        {ringToday.map(({ seq, day }) => (
          <li key={seq} data-seq={seq}>
            <span>{say('desk.today.ring.letter', { number: seq, date: dayText(day) })}</span>
            <button type="button" onClick={() => rung(seq)}>
              {say('desk.today.ring.done')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Duty({ day, acting, onDay }: PartProps) {
  const { say } = useDeskWords();
  const { view } = useDesk();
  const { name } = useSignedIn();
  const { dutyName, secondName } = day;
  const isMine = dutyName === name;
  const then = {
    done: (next: DeskDay) => {
      onDay(next);
      return null;
    },
    failed: (error: unknown) => say(error === null ? 'desk.noAnswer' : 'desk.notSaved'),
  };
  const setDuty = (onDuty: boolean): void => void acting.act(() => desk['desk.setDuty']({ onDuty }), then);
  const setSecond = (person: number | null): void => void acting.act(() => desk['desk.setSecond']({ person }), then);
  const others = view.people.filter((person) => person.name !== dutyName);
  const present = others.find((person) => person.name === secondName);
  const who = dutyName === null ? say('desk.today.duty.nobody') : say('desk.today.duty.who', { name: dutyName });
  return (
    <section className="desk-card" data-part="duty">
      <h2>{say('desk.today.duty.title')}</h2>
      <p>{isMine ? say('desk.today.duty.you') : who}</p>
      <div className="desk-row">
        {!isMine && (
          <button type="button" className="desk-primary" data-does="take" onClick={() => setDuty(true)}>
            {say(dutyName === null ? 'desk.today.duty.take' : 'desk.today.duty.takeOver')}
          </button>
        )}
        {dutyName !== null && (
          <button type="button" data-does="end" onClick={() => setDuty(false)}>
            {say('desk.today.duty.end')}
          </button>
        )}
      </div>
      <p className="desk-quiet">{say('desk.today.duty.endHint')}</p>
      <label className="desk-second">
        {say('desk.today.second.title')}
        <select
          value={present?.id ?? (secondName === null ? '' : 'other')}
          onChange={(event) => setSecond(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
        >
          <option value="">{say('desk.today.second.none')}</option>
          {/* Set before there was a list of people. */}
          {secondName !== null && present === undefined && (
            <option value="other" disabled>
              {secondName}
            </option>
          )}
          {others.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

/** The calls of the day. Why somebody was called is nobody's matter here. */
function Calls({ day: { calls } }: { readonly day: DeskDay }) {
  const { say } = useDeskWords();
  return (
    <section className="desk-card" data-part="calls">
      <h2>{say('desk.today.calls.title')}</h2>
      {calls.length === 0 && <p>{say('desk.today.calls.none')}</p>}
      <ul className="desk-list">
        {calls.map((call) => (
          <li key={`${call.number} ${call.time}`} data-call={call.number}>
            <span>
              <strong>{call.time}</strong> {call.isTest && say('desk.today.calls.test')} {cameWords(call, say)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MINUTE_S = 60;

function cameWords(
  { hereAfterSeconds, wasSecondCalled, wereNumbersShown, isOver }: CallOfToday,
  say: Translate,
): string {
  const reached = wereNumbersShown
    ? say('desk.today.calls.numbers')
    : wasSecondCalled
      ? say('desk.today.calls.second')
      : '';
  const nobody = say(isOver ? 'desk.today.calls.calledOff' : 'desk.today.calls.nobodyYet');
  const came =
    hereAfterSeconds === null
      ? nobody
      : hereAfterSeconds < MINUTE_S
        ? say('desk.today.calls.withinMinute')
        : say('desk.today.calls.minutes', { count: Math.round(hereAfterSeconds / MINUTE_S) });
  return `${came} ${reached}`.trim();
}

function TestCall({ day: { isTestCallAnswered } }: { readonly day: DeskDay }) {
  const { say } = useDeskWords();
  return (
    <section className="desk-card" data-part="call">
      <h2>{say('desk.today.call.title')}</h2>
      <p>{say(isTestCallAnswered ? 'desk.today.call.answered' : 'desk.today.call.not')}</p>
      <p className="desk-quiet">{say('desk.today.call.how')}</p>
      <button
        type="button"
        className={isTestCallAnswered ? undefined : 'desk-primary'}
        data-does="call"
        onClick={() => void desk['desk.testCall']({})}
      >
        {say('desk.today.call.try')}
      </button>
    </section>
  );
}
