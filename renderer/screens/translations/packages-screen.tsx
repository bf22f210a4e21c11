import { useState } from 'react';
import type { LanguageTag } from '../../../core/basics/language.ts';
import type { ReadPackage, ShownPackages, ShownSource, TakenPackage } from '../../../ipc/packages-contract.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import { useAct, type Acting } from '../staff/use-act.ts';
import { EightWords } from './eight-words.tsx';
import { packageProblem } from './problem-texts.ts';
import { PackageView } from './package-view.tsx';
import { useTranslations } from './translations-context.ts';
import { useTold } from './use-told.ts';

const ask = () => translations['translation.packages']({});

/** Approved words that houses give each other, on a stick. */
export function PackagesScreen() {
  const { say } = useDeskWords();
  const { texts } = useTranslations();
  const told = useTold(ask);
  const [opened, setOpened] = useState<ReadPackage | null>(null);
  const acting = useAct();
  if (told.error !== null)
    return (
      <p className="desk-outcome" role="alert" data-trouble>
        {say(`desk.translation.packages.problem.${told.error.kind}`)}
      </p>
    );
  if (told.value === null) return <p>{say('desk.working')}</p>;
  const own = { shown: told.value, acting };
  const leave = (taken: TakenPackage | null): void => {
    if (taken === null) acting.clear();
    else {
      told.again();
      // The table of all texts stands behind this screen.
      texts.again();
    }
    setOpened(null);
  };
  if (opened !== null) return <PackageView read={opened} acting={acting} onLeave={leave} />;
  return (
    <div className="desk-day">
      <header>
        <h1>{say('desk.translation.tab.packages')}</h1>
        <p>{say('desk.translation.packages.what')}</p>
        {told.value.folder === null && <p data-no-folder>{say('desk.translation.packages.problem.noFolder')}</p>}
        <OutcomeLine outcome={acting.outcome} />
      </header>
      <Give {...own} onWritten={told.again} />
      <Take {...own} onLook={told.again} onRead={setOpened} />
      <Sources {...own} onSources={(sources) => told.set({ ...own.shown, sources })} />
    </div>
  );
}

interface PartProps {
  readonly shown: ShownPackages;
  readonly acting: Acting;
}

function Give({ shown, acting, onWritten }: PartProps & { readonly onWritten: () => void }) {
  const { say } = useDeskWords();
  const give = (language: LanguageTag): void =>
    void acting.act(() => translations['translation.exportPackage']({ language }), {
      done: ({ name, texts, recordings }) => {
        onWritten();
        return say('desk.translation.packages.written', { name, texts, recordings });
      },
      failed: (error) => packageProblem(error, say),
    });
  return (
    <section className="desk-card" data-part="give">
      <h2>{say('desk.translation.packages.give')}</h2>
      <p>{say('desk.translation.packages.giveHow')}</p>
      <EightWords words={shown.ownWords} label={say('desk.translation.packages.ownWords')} />
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('desk.translation.packages.language')}</th>
            <th scope="col">{say('desk.translation.packages.approved')}</th>
            <th scope="col">{say('desk.translation.packages.recorded')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.languages.map(({ language, approved, recorded }) => (
            <tr key={language} data-language={language}>
              <th scope="row">{say(`desk.translation.tag.${language}`)}</th>
              <td>{approved}</td>
              <td>{recorded}</td>
              <td className="package-act">
                {approved > 0 && shown.folder !== null && (
                  <button
                    type="button"
                    data-does="give"
                    aria-label={`${say('desk.translation.packages.write')}: ${say(`desk.translation.tag.${language}`)}`}
                    aria-disabled={acting.isBusy}
                    onClick={() => give(language)}
                  >
                    {say('desk.translation.packages.write')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TakeProps extends PartProps {
  readonly onLook: () => void;
  readonly onRead: (read: ReadPackage) => void;
}

function Take({ shown: { folder, isFolderThere, files }, acting, onLook, onRead }: TakeProps) {
  const { say } = useDeskWords();
  const read = (name: string): void =>
    void acting.act(() => translations['translation.readPackage']({ name }), {
      done: (value) => {
        onRead(value);
        return null;
      },
      failed: (error) => packageProblem(error, say),
    });
  if (folder === null) return null;
  return (
    <section className="desk-card" data-part="take">
      <h2>{say('desk.translation.packages.take')}</h2>
      <p>{say('desk.translation.packages.takeHow')}</p>
      {!isFolderThere && <p>{say('desk.translation.packages.problem.missing')}</p>}
      {isFolderThere && files.length === 0 && <p>{say('desk.translation.packages.noFiles')}</p>}
      <ul className="desk-list">
        {files.map((name) => (
          <li key={name} data-file={name}>
            <span>{name}</span>
            <button
              type="button"
              data-does="read"
              aria-label={`${say('desk.translation.packages.look')}: ${name}`}
              aria-disabled={acting.isBusy}
              onClick={() => read(name)}
            >
              {say('desk.translation.packages.look')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" data-does="look-again" onClick={onLook}>
        {say('desk.translation.packages.lookAgain')}
      </button>
    </section>
  );
}

interface SourcesProps extends PartProps {
  readonly onSources: (sources: readonly ShownSource[]) => void;
}

function Sources({ shown: { sources }, acting, onSources }: SourcesProps) {
  const { say, day } = useDeskWords();
  const [sure, setSure] = useState<string | null>(null);
  const forget = ({ kioskId, siteName }: ShownSource): void =>
    void acting.act(() => translations['translation.forgetSource']({ kioskId }), {
      done: (left) => {
        onSources(left);
        setSure(null);
        return say('desk.translation.packages.forgotten', { name: siteName });
      },
      failed: (error) => packageProblem(error, say),
    });
  if (sources.length === 0) return null;
  return (
    <section className="desk-card" data-part="sources">
      <h2>{say('desk.translation.packages.sources')}</h2>
      <p>{say('desk.translation.packages.sourcesWhat')}</p>
      <ul className="desk-list">
        {sources.map((source) => (
          <li key={source.kioskId} data-source={source.kioskId}>
            <span>
              <strong>{source.siteName}</strong>{' '}
              {say('desk.translation.packages.trusted', { name: source.trustedBy, date: day(source.trustedOn) })}
            </span>
            {sure === source.kioskId ? (
              <button type="button" className="desk-danger" data-does="forget-sure" onClick={() => forget(source)}>
                {say('desk.translation.packages.forgetSure', { name: source.siteName })}
              </button>
            ) : (
              <button
                type="button"
                data-does="forget"
                aria-label={`${say('desk.translation.packages.forget')}: ${source.siteName}`}
                onClick={() => setSure(source.kioskId)}
              >
                {say('desk.translation.packages.forget')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
