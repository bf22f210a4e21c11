import { useState } from 'react';
import type { ShownInstrument, ShownInstruments } from '../../../ipc/instruments-contract.ts';
import { ok } from '../../../core/basics/result.ts';
import { writtenNumber } from '../../../core/pack/typed-cut-offs.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import { useAct, type Acting } from '../staff/use-act.ts';
import { CutOffsForm } from './cut-offs-form.tsx';
import { InstrumentForm } from './instrument-form.tsx';
import { instrumentProblem } from './problem-texts.ts';
import { useTranslations } from './translations-context.ts';
import { useTold } from './use-told.ts';

const ask = async () => ok(await translations['translation.instruments']({}));

type Doing = { readonly kind: 'load' } | { readonly kind: 'cutOffs'; readonly instrument: ShownInstrument } | null;

/** Official questionnaires that belong to others, asked word for word in their slots. */
export function InstrumentsScreen() {
  const { say } = useDeskWords();
  const { value, set } = useTold(ask);
  const [doing, setDoing] = useState<Doing>(null);
  const acting = useAct();
  if (value === null) return <p>{say('desk.working')}</p>;
  const begin = (next: Doing): void => {
    acting.clear();
    setDoing(next);
  };
  const finish = (shown: ShownInstruments): void => {
    set(shown);
    setDoing(null);
  };
  const form = { acting, onCancel: () => begin(null), onDone: finish };
  if (doing?.kind === 'load') return <InstrumentForm {...form} slots={value.slots} />;
  if (doing?.kind === 'cutOffs') return <CutOffsForm {...form} instrument={doing.instrument} />;
  return (
    <div className="desk-day">
      <header>
        <h1>{say('desk.translation.tab.instruments')}</h1>
        <p>{say('desk.translation.instruments.what')}</p>
        <p>{say('desk.translation.instruments.when')}</p>
        <OutcomeLine outcome={acting.outcome} />
      </header>
      {value.damaged.map((name) => (
        <p key={name} className="desk-outcome" role="alert" data-trouble>
          {say('desk.translation.instruments.damaged', { name })}
        </p>
      ))}
      {value.instruments.length === 0 && <p>{say('desk.translation.instruments.none')}</p>}
      {value.instruments.map((instrument) => (
        <InstrumentCard
          key={`${instrument.slot} ${instrument.language}`}
          {...{ instrument, acting }}
          onCutOffs={() => begin({ kind: 'cutOffs', instrument })}
          onShown={set}
        />
      ))}
      <button type="button" className="desk-primary" data-does="load" onClick={() => begin({ kind: 'load' })}>
        {say('desk.translation.instruments.load')}
      </button>
    </div>
  );
}

interface InstrumentCardProps {
  readonly instrument: ShownInstrument;
  readonly acting: Acting;
  readonly onCutOffs: () => void;
  readonly onShown: (shown: ShownInstruments) => void;
}

function InstrumentCard({ instrument, acting, onCutOffs, onShown }: InstrumentCardProps) {
  const { say } = useDeskWords();
  const [isSure, setSure] = useState(false);
  const { slot, language, title } = instrument;
  const remove = (): void =>
    void acting.act(() => translations['translation.removeInstrument']({ slot, language }), {
      done: (shown) => {
        onShown(shown);
        return say('desk.translation.instruments.removed', { title });
      },
      failed: (error) => instrumentProblem(error, say),
    });
  return (
    <section className="desk-card" data-instrument={`${slot}.${language}`}>
      <h2 lang={language}>{title}</h2>
      <Standing instrument={instrument} />
      <p>
        {say(
          instrument.isPublished
            ? 'desk.translation.instruments.published'
            : 'desk.translation.instruments.notPublished',
        )}
      </p>
      <Facts instrument={instrument} />
      <div className="desk-row">
        <button
          type="button"
          data-does="cut-offs"
          aria-label={`${say('desk.translation.instruments.cutOffs')}: ${title}`}
          onClick={onCutOffs}
        >
          {say('desk.translation.instruments.cutOffs')}
        </button>
        {isSure ? (
          <button type="button" className="desk-danger" data-does="remove-sure" onClick={remove}>
            {say('desk.translation.instruments.removeSure', { title })}
          </button>
        ) : (
          <button
            type="button"
            data-does="remove"
            aria-label={`${say('desk.translation.instruments.remove')}: ${title}`}
            onClick={() => setSure(true)}
          >
            {say('desk.translation.instruments.remove')}
          </button>
        )}
      </div>
    </section>
  );
}

function Standing({ instrument: { standing, validUntil } }: { readonly instrument: ShownInstrument }) {
  const { say, day } = useDeskWords();
  const date = day(validUntil);
  if (standing.kind === 'valid') return <p>{say('desk.translation.instruments.valid', { date })}</p>;
  return (
    <p className="desk-outcome" data-trouble data-standing={standing.kind}>
      {say(`desk.translation.instruments.${standing.kind}`, { date })}
    </p>
  );
}

function Facts({ instrument }: { readonly instrument: ShownInstrument }) {
  const { say } = useDeskWords();
  const { language: deskLanguage } = useTranslations();
  const { slot, language, cutOffs, unitGrams } = instrument;
  const facts = [
    ['place', `${slot}, ${say(`desk.translation.tag.${language}`)}`],
    ['rightsHolder', instrument.rightsHolder],
    ['licence', instrument.licence],
    ['officialVersion', instrument.officialVersion],
    ['validated', say(`desk.translation.instruments.validated.${instrument.validated}`)],
    ['questions', instrument.questions],
    ['maxScore', writtenNumber(instrument.maxScore)],
    ...(unitGrams === null ? [] : ([['unitGrams', writtenNumber(unitGrams)]] as const)),
    ['loadedBy', instrument.loadedBy],
  ] as const;
  return (
    <table className="desk-table">
      <tbody>
        {facts.map(([name, value]) => (
          <tr key={name} data-fact={name}>
            <th scope="row">{say(`desk.translation.instruments.fact.${name}`)}</th>
            <td>{value}</td>
          </tr>
        ))}
        <tr data-fact="cutOffs">
          <th scope="row">{say('desk.translation.instruments.cutOffs')}</th>
          <td>
            {cutOffs.length === 0 && say('desk.translation.instruments.noCutOffs')}
            <ul>
              {cutOffs.map(({ from, label }, index) => (
                <li key={`${index} ${from}`}>
                  {say('desk.translation.instruments.cutOff', {
                    from: writtenNumber(from),
                    label: label[deskLanguage],
                  })}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
