import { useState, type KeyboardEvent } from 'react';
import type { CalendarCell } from './calendar-weeks.ts';
import { MoreCard, type MoreWords } from './more-card.tsx';
import { Tick } from './tick.tsx';
import { useListPages } from './use-list-pages.ts';
import './days-answer.css';

interface DaysAnswerProps {
  readonly labelledBy: string;
  /** From Monday to Sunday. */
  readonly weeks: readonly (readonly (CalendarCell | null)[])[];
  /** Short names from Monday to Sunday. */
  readonly weekdayNames: readonly string[];
  readonly nameOf: (day: CalendarCell) => string;
  readonly todayLabel: string;
  readonly marked: readonly number[];
  /** How many are marked, said as a sentence. */
  readonly said: string;
  readonly all: Shortcut;
  readonly none: Shortcut;
  /** Says the way to the weeks before those that stand there. */
  readonly more: MoreWords;
  readonly onToggle: (daysAgo: number) => void;
}

interface Shortcut {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** The last days as a calendar that ends today. A tap marks a day; two buttons mark all of them, or say "none". */
export function DaysAnswer(props: DaysAnswerProps) {
  const { labelledBy, weeks, weekdayNames, said, all, none, more, marked } = props;
  const pages = useListPages<HTMLDivElement>(weeks.length);
  // The last weeks stand on the first page.
  const shown = weeks.slice(weeks.length - pages.end, weeks.length - pages.first);
  const isShown = (daysAgo: number): boolean => shown.flat().some((day) => day?.daysAgo === daysAgo);
  return (
    <div ref={pages.list} className="days-answer">
      <div className="calendar">
        <div className="calendar-week calendar-names" aria-hidden="true">
          {weekdayNames.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <div role="group" aria-labelledby={labelledBy}>
          <Weeks key={pages.page} {...props} weeks={shown} />
        </div>
        {pages.pages > 1 && (
          <MoreCard
            words={more}
            page={pages.page}
            pages={pages.pages}
            hidesChosen={!marked.every(isShown)}
            onPress={pages.turn}
          />
        )}
      </div>
      <div className="days-beside">
        <p className="days-said" role="status">
          {said}
        </p>
        <ShortcutButton does="all-days" {...all} />
        <ShortcutButton does="no-days" {...none} />
      </div>
    </div>
  );
}

type WeeksProps = Pick<DaysAnswerProps, 'weeks' | 'nameOf' | 'todayLabel' | 'marked' | 'onToggle'>;

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: 1, ArrowRight: -1, ArrowUp: 7, ArrowDown: -7 };

/** One stop for the Tab key; the arrow keys lead from day to day. */
function Weeks({ weeks, nameOf, todayLabel, marked, onToggle }: WeeksProps) {
  const [reachable, setReachable] = useState(() => newest(weeks));
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = reachable + (STEPS[event.key] ?? 0);
    const day = event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-days-ago="${next}"]`);
    if (next === reachable || !day) return;
    event.preventDefault();
    setReachable(next);
    day.focus();
  };
  return weeks.map((week, index) => (
    <div key={index} className="calendar-week" onKeyDown={move}>
      {week.map((day, place) =>
        day === null ? (
          <span key={place} />
        ) : (
          <button
            key={place}
            type="button"
            data-days-ago={day.daysAgo}
            aria-pressed={marked.includes(day.daysAgo)}
            aria-current={day.daysAgo === 0 ? 'date' : undefined}
            tabIndex={day.daysAgo === reachable ? 0 : -1}
            onFocus={() => setReachable(day.daysAgo)}
            onClick={() => onToggle(day.daysAgo)}
          >
            <span className="only-spoken">{nameOf(day)}</span>
            <span aria-hidden="true">{day.day}</span>
            {day.daysAgo === 0 && <span className="calendar-today">{todayLabel}</span>}
            {marked.includes(day.daysAgo) && <Tick />}
          </button>
        ),
      )}
    </div>
  ));
}

function newest(weeks: WeeksProps['weeks']): number {
  return Math.min(...weeks.flat().map((day) => day?.daysAgo ?? Infinity));
}

function ShortcutButton({ does, label, isChosen, onPress }: Shortcut & { readonly does: string }) {
  return (
    <button type="button" data-does={does} aria-pressed={isChosen} onClick={onPress}>
      {label}
      {isChosen && <Tick />}
    </button>
  );
}
