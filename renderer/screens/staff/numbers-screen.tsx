import { useCallback, useState } from 'react';
import type { ShownPeriod } from '../../../core/numbers/report.ts';
import { desk } from '../../desk.ts';
import { useDesk, useDeskWords } from './desk-context.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { useAct } from './use-act.ts';
import { useAsked } from './use-asked.ts';

/** Numbers without people: of periods that are over, as bars and as figures. */
export function NumbersScreen() {
  const { language } = useDesk();
  const { say } = useDeskWords();
  const ask = useCallback(() => desk['desk.numbers']({ language }), [language]);
  const { value } = useAsked(ask);
  const [chosen, setChosen] = useState<number | null>(null);
  const { act, isBusy, outcome } = useAct();
  const save = (): void =>
    void act(() => desk['desk.saveNumbers']({ language }), {
      done: (name) => say('desk.numbers.saved', { name }),
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.numbers.${error.kind}`),
    });
  if (value === null) return <p>{say('desk.working')}</p>;
  const { periods, questions } = value;
  const place = chosen ?? periods.length - 1;
  const period = periods[place];
  return (
    <div className="desk-day">
      <header>
        <h1>{say('desk.numbers.title')}</h1>
        <p>{say('desk.numbers.explain')}</p>
        {period === undefined && <p data-none>{say('desk.numbers.none')}</p>}
        {period !== undefined && (
          <div className="desk-row">
            <label className="desk-second">
              {say('desk.numbers.choose')}
              <select value={place} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
                {periods.map(({ from, to }, index) => (
                  <option key={from} value={index}>
                    {say('desk.numbers.period', { from, to })}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" data-does="save" aria-disabled={isBusy} onClick={save}>
              {say('desk.numbers.save')}
            </button>
          </div>
        )}
        <OutcomeLine outcome={outcome} />
      </header>
      {period !== undefined && <Period period={period} questions={questions} />}
    </div>
  );
}

interface PeriodProps {
  readonly period: ShownPeriod;
  readonly questions: Readonly<Record<string, string>>;
}

function Period({ period, questions }: PeriodProps) {
  const { say } = useDeskWords();
  const nameOf = (name: string): string => questions[name] ?? say(`desk.numbers.row.${name}`);
  const nonAnswers = period.nonAnswers.flatMap(({ item, rows }) =>
    rows.map(({ name, count }) => ({ name: `${nameOf(item)} (${nameOf(name)})`, count })),
  );
  return (
    <>
      {period.tables.map(({ name, total, rows }) => (
        <Bars
          key={name}
          name={name}
          total={total}
          rows={rows.map((row) => ({ name: nameOf(row.name), count: row.count }))}
        />
      ))}
      <Bars name="nonAnswers" total={null} rows={nonAnswers} />
    </>
  );
}

interface BarsProps {
  readonly name: string;
  readonly total: number | null;
  readonly rows: readonly { readonly name: string; readonly count: number }[];
}

/** A table whose figures stand as bars, too; the longest is as long as there is room. */
function Bars({ name, total, rows }: BarsProps) {
  const { say } = useDeskWords();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section className="desk-card" data-table={name}>
      <h2>{say(`desk.numbers.table.${name}`)}</h2>
      {total !== null && <p>{`${say('desk.numbers.total')}: ${total}`}</p>}
      {rows.length === 0 && <p className="desk-quiet">{say('desk.numbers.tooFew')}</p>}
      {rows.length > 0 && (
        <table className="desk-table desk-bars">
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td className="desk-number">{row.count}</td>
                <td className="desk-bar" aria-hidden="true">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                    <rect width={(100 * row.count) / most} height="10" rx="1" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
