import { useState } from 'react';
import { LANGUAGES, type Language } from '../../../core/basics/language.ts';
import { LOST_KIOSK_STEPS } from '../../../core/site/lost-kiosk.ts';
import { desk } from '../../desk.ts';
import { useDesk, useDeskWords } from './desk-context.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { useAct } from './use-act.ts';
import { useAsked } from './use-asked.ts';

/** What the house puts on paper: cards for people who hesitate, and the sheet for the day on which the kiosk is gone. */
export function PapersScreen() {
  const { say } = useDeskWords();
  return (
    <div className="desk-day">
      <h1>{say('desk.tab.papers')}</h1>
      <Cards />
      <LostKiosk />
    </div>
  );
}

function Cards() {
  const { say } = useDeskWords();
  const { view } = useDesk();
  const [language, setLanguage] = useState<Language>(view.siteLanguage);
  const { outcome, isBusy, print } = usePrinting();
  return (
    <section className="desk-card" data-part="cards">
      <h2>{say('desk.papers.cards.title')}</h2>
      <p>{say('desk.papers.cards.why')}</p>
      <label className="desk-second">
        {say('desk.papers.cards.language')}
        <select value={language} onChange={(event) => setLanguage(languageOf(event.currentTarget.value))}>
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {say(`desk.numbers.row.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <OutcomeLine outcome={outcome} />
      <button
        type="button"
        className="desk-primary"
        data-does="print"
        aria-disabled={isBusy}
        onClick={() => print(() => desk['desk.printCards']({ language }))}
      >
        {say(isBusy ? 'desk.working' : 'desk.papers.cards.print')}
      </button>
    </section>
  );
}

const askPapers = () => desk['desk.papers']({});

function LostKiosk() {
  const { say, day } = useDeskWords();
  const { language } = useDesk();
  const asked = useAsked(askPapers);
  const { outcome, isBusy, print } = usePrinting();
  const drilling = useAct();
  if (asked.value === null) return <p>{say('desk.working')}</p>;
  const { kiosk, lastSeq, drilled, isDrillDue } = asked.value;
  const drill = (): void =>
    void drilling.act(() => desk['desk.drilled']({}), {
      done: (papers) => {
        asked.set(papers);
        return null;
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : 'desk.notSaved'),
    });
  return (
    <section className="desk-card" data-part="lost">
      <h2>{say('desk.papers.lost.title')}</h2>
      <p>{say('desk.papers.lost.why')}</p>
      <ol className="desk-steps">
        {LOST_KIOSK_STEPS.map((step) => (
          <li key={step}>{say(`desk.papers.lost.step.${step}`)}</li>
        ))}
      </ol>
      <OutcomeLine outcome={outcome} />
      <button
        type="button"
        data-does="print"
        aria-disabled={isBusy}
        onClick={() => print(() => desk['desk.printLostKiosk']({ language }))}
      >
        {say(isBusy ? 'desk.working' : 'desk.papers.lost.print')}
      </button>
      <h3>{say('desk.papers.drill.title')}</h3>
      <p>{say('desk.papers.drill.how')}</p>
      <table className="desk-table">
        <tbody>
          <tr data-fact="kiosk">
            <th scope="row">{say('desk.papers.lost.kiosk')}</th>
            <td>{kiosk}</td>
          </tr>
          <tr data-fact="last">
            <th scope="row">{say('desk.papers.drill.last')}</th>
            <td>{lastSeq}</td>
          </tr>
        </tbody>
      </table>
      <p data-due={isDrillDue}>
        {drilled === null ? say('desk.papers.drill.never') : say('desk.papers.drill.on', { date: day(drilled) })}
        {isDrillDue && ` ${say('desk.papers.drill.due')}`}
      </p>
      <OutcomeLine outcome={drilling.outcome} />
      <button type="button" data-does="drilled" aria-disabled={drilling.isBusy} onClick={drill}>
        {say('desk.papers.drill.done')}
      </button>
    </section>
  );
}

function usePrinting() {
  const { say } = useDeskWords();
  const { act, isBusy, outcome } = useAct();
  const print = (printing: () => ReturnType<(typeof desk)['desk.printCards']>): void =>
    void act(printing, {
      done: () => say('desk.papers.printed'),
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.papers.${error.kind}`),
    });
  return { outcome, isBusy, print };
}

/** What the list of languages says; it holds no other. */
function languageOf(value: string): Language {
  return LANGUAGES.find((each) => each === value) ?? 'da';
}
