import type { NextOpening } from '../../../core/site/opening-hours.ts';
import { Heading } from '../../components/heading.tsx';
import type { BarButton } from '../../components/control-bar.tsx';
import { CodeButton } from '../../components/code-button.tsx';
import { StaffButton } from '../../components/staff-button.tsx';
import { Statement } from '../../components/statement.tsx';
import { formatDayWithWeekday, formatTime } from '../../i18n/format.ts';
import { LANGUAGES } from '../../i18n/language.ts';
import type { Values, Words } from '../../i18n/words.ts';
import './closed-screen.css';

const TEXTS = {
  notReady: { title: 'kiosk.closed.title', body: 'kiosk.closed.body' },
  noDuty: { title: 'kiosk.closed.noDuty', body: null },
  notOpened: { title: 'kiosk.closed.title', body: null },
  noRoom: { title: 'kiosk.closed.title', body: 'kiosk.closed.body' },
  noTestCall: { title: 'safety.closed.noTestCall', body: null },
} as const;

interface ClosedScreenProps {
  readonly words: Words;
  readonly why: keyof typeof TEXTS;
  /** When somebody will be there again, where the house has said so. */
  readonly opensNext?: NextOpening | null;
  /** The way to what was kept under a code. */
  readonly code?: BarButton;
  /** The way to the staff's window, where there is one. */
  readonly staff?: BarButton | null;
}

/** A kiosk that is closed offers nothing but a person, in every language: nobody can choose one here. */
export function ClosedScreen({ words, why, opensNext = null, code, staff = null }: ClosedScreenProps) {
  const { title, body } = TEXTS[why];
  const others = LANGUAGES.filter((language) => language !== words.language);
  return (
    <main className="closed appears" data-scene="closed" data-why={why}>
      <Statement pictogram="coffee-chair">
        <Heading lines={words.lines(title, 'plain')} hint={body && words.lines(body, 'plain')} />
        {opensNext && <p data-opens>{words.say('kiosk.closed.opens', openingValues(opensNext))}</p>}
        {others.map((language) => (
          <div key={language} lang={language}>
            <p className="large">{words.sayIn(language, title)}</p>
            {body !== null && <p>{words.sayIn(language, body)}</p>}
            {opensNext && <p data-opens>{words.sayIn(language, 'kiosk.closed.opens', openingValues(opensNext))}</p>}
          </div>
        ))}
        {code && <CodeButton {...code} />}
      </Statement>
      {staff !== null && <StaffButton {...staff} />}
    </main>
  );
}

function openingValues({ day, time }: NextOpening): Values {
  return {
    date: (_, translate) => formatDayWithWeekday(day, translate),
    time: (_, translate) => formatTime(time, translate),
  };
}
