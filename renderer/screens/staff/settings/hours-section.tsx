import { useState } from 'react';
import { nextOpening, type OpeningHours } from '../../../../core/site/opening-hours.ts';
import { formatDayWithWeekday, formatTime } from '../../../i18n/format.ts';
import { useDeskWords } from '../desk-context.ts';
import { Preview } from './preview.tsx';
import { Section } from './section.tsx';
import type { SectionProps } from './section-props.ts';

type Opening = OpeningHours[number];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Every half hour of a day. */
const TIMES = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});
const NEW_OPENING: Opening = { weekday: 1, from: '09:00', to: '15:00' };
const MOST = 21;

/** When the house is open in an ordinary week. */
export function HoursSection({ value, onChange }: SectionProps) {
  const { say } = useDeskWords();
  const [hours, setHours] = useState<OpeningHours>(value.settings.openingHours);
  const put = (place: number, opening: Opening): void =>
    setHours(hours.map((each, index) => (index === place ? opening : each)));
  const opens = nextOpening(hours, Date.now(), value.timeZone);
  const closed =
    opens !== null &&
    say('kiosk.closed.opens', { date: formatDayWithWeekday(opens.day, say), time: formatTime(opens.time, say) });
  return (
    <Section
      name="hours"
      change={() => ({ openingHours: hours })}
      refused={() => (hours.every(({ from, to }) => from < to) ? null : say('desk.settings.hours.wrong'))}
      onChange={onChange}
    >
      <ul className="desk-list">
        {hours.map((opening, place) => (
          <li key={place}>
            <OpeningRow opening={opening} onChange={(changed) => put(place, changed)} />
            <button
              type="button"
              data-does="remove"
              onClick={() => setHours(hours.filter((_, index) => index !== place))}
            >
              {say('desk.settings.hours.remove')}
            </button>
          </li>
        ))}
      </ul>
      {hours.length < MOST && (
        <button type="button" data-does="add" onClick={() => setHours([...hours, nextOf(hours)])}>
          {say('desk.settings.hours.add')}
        </button>
      )}
      {hours.length > 0 && (
        <Preview>
          <p>{closed || say('desk.settings.hours.openNow')}</p>
        </Preview>
      )}
    </Section>
  );
}

/** The day after the last one, with its times: a week is mostly one day five times. */
function nextOf(hours: OpeningHours): Opening {
  const last = hours.at(-1);
  return last === undefined ? NEW_OPENING : { ...last, weekday: Math.min(7, last.weekday + 1) };
}

interface OpeningRowProps {
  readonly opening: Opening;
  readonly onChange: (opening: Opening) => void;
}

function OpeningRow({ opening, onChange }: OpeningRowProps) {
  const { say } = useDeskWords();
  const { weekday, from, to } = opening;
  return (
    <div className="desk-row">
      <select
        aria-label={say('desk.settings.hours.weekday')}
        value={weekday}
        onChange={(event) => onChange({ ...opening, weekday: Number(event.currentTarget.value) })}
      >
        {WEEKDAYS.map((each) => (
          <option key={each} value={each}>
            {say(`desk.weekday.${each}`)}
          </option>
        ))}
      </select>
      <TimeChoice
        label={say('desk.settings.hours.from')}
        value={from}
        onChange={(time) => onChange({ ...opening, from: time })}
      />
      <TimeChoice
        label={say('desk.settings.hours.to')}
        value={to}
        onChange={(time) => onChange({ ...opening, to: time })}
      />
    </div>
  );
}

interface TimeChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}

/** A time that is no half hour was set elsewhere, and stays one of the choices. */
function TimeChoice({ label, value, onChange }: TimeChoiceProps) {
  const times = TIMES.includes(value) ? TIMES : [...TIMES, value].sort();
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {times.map((time) => (
        <option key={time} value={time}>
          {time}
        </option>
      ))}
    </select>
  );
}
