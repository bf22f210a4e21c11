import { useState } from 'react';
import { calendarWeeks } from '../../../components/calendar-weeks.ts';
import { DaysAnswer } from '../../../components/days-answer.tsx';
import { formatDayWithWeekday, formatNumber } from '../../../i18n/format.ts';
import { useAsking } from '../use-asking.ts';
import { moreWords } from '../more-words.ts';
import { allDays, noDays, NO_MARKED_DAYS, toggleDay } from '../selections/days.ts';
import { useTitleId } from '../../../components/stage.tsx';
import type { FieldProps } from './field-props.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The last days, to be marked one by one. */
export function DaysField({ field, value, onValue }: FieldProps<'days'>) {
  const { words } = useAsking();
  // Held for as long as the question stands: past midnight the days would move under the finger.
  const [today] = useState(dayOnThisClock);
  const marked = value.kind === 'days' ? value : NO_MARKED_DAYS;
  const count = marked.daysAgo.length;
  return (
    <DaysAnswer
      labelledBy={useTitleId()}
      weeks={calendarWeeks(today, field.lastDays)}
      weekdayNames={WEEKDAYS.map((weekday) => words.say(`kiosk.days.weekday.${weekday}`))}
      nameOf={(day) => formatDayWithWeekday(day, (key, values) => words.say(key, values))}
      todayLabel={words.say('kiosk.days.today')}
      marked={marked.daysAgo}
      said={words.say('kiosk.days.said', { count: formatNumber(count, words.language) })}
      all={{
        label: words.say('kiosk.days.all'),
        isChosen: count === field.lastDays,
        onPress: () => onValue(allDays(field)),
      }}
      none={{
        label: words.say('kiosk.days.none'),
        isChosen: marked.saidNone,
        onPress: () => onValue(noDays()),
      }}
      more={moreWords(words)}
      onToggle={(day) => onValue(toggleDay(marked, day))}
    />
  );
}

/** Today where the kiosk stands: its clock runs in the zone of the house. */
function dayOnThisClock(): { readonly year: number; readonly month: number; readonly day: number } {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
