import { useState } from 'react';
import type { PackageConflict } from '../../../core/translation/packaged-texts.ts';
import type { ReadPackage, ShownTaking, TakenPackage } from '../../../ipc/packages-contract.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import type { Acting } from '../staff/use-act.ts';
import { EightWords } from './eight-words.tsx';
import { packageProblem } from './problem-texts.ts';

/** What a package view works with. */
export interface PackageViewProps {
  readonly read: ReadPackage;
  readonly acting: Acting;
  /** Somebody goes back; null where nothing was taken. */
  readonly onLeave: (taken: TakenPackage | null) => void;
}

/** What is in a package and what would come of it; where it meets words of this house, somebody decides, one by one. */
export function PackageView({ read, acting, onLeave }: PackageViewProps) {
  const { say, day } = useDeskWords();
  const [hasCompared, setCompared] = useState(false);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, isTheirs: boolean): void => {
    const next = new Set(theirs);
    if (isTheirs) next.add(key);
    else next.delete(key);
    setTheirs(next);
  };
  const take = (): void =>
    void acting.act(
      () =>
        translations['translation.importPackage']({
          ...{ name: read.name, sha256: read.sha256, hasCompared },
          decisions: read.conflicts
            .filter(({ key }) => theirs.has(key))
            .map(({ key, danish, text }) => ({ key, danish, text })),
        }),
      {
        refused: () => (read.isKnown || hasCompared ? null : say('desk.translation.packages.problem.unknownKey')),
        done: (taken) => {
          onLeave(taken);
          const { changed, voices } = taken;
          return say('desk.translation.packages.taken', { changed, voices, kept: taken.conflicts.length });
        },
        failed: (error) => packageProblem(error, say),
      },
    );
  return (
    <form
      className="desk-day"
      data-part="package"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <header>
        <h1>
          {say('desk.translation.packages.from', {
            name: read.siteName,
            language: say(`desk.translation.tag.${read.language}`),
          })}
        </h1>
        <p>
          {say('desk.translation.packages.made', {
            date: day(read.madeOn),
            texts: read.texts,
            recordings: read.recordings,
          })}
        </p>
      </header>
      {!read.isKnown && (
        <section className="desk-card desk-first" data-part="words">
          <h2>{say('desk.translation.packages.unknown')}</h2>
          <p>{say('desk.translation.packages.compare')}</p>
          <EightWords words={read.words} label={say('desk.translation.packages.theirWords')} />
          <p className="desk-choices">
            <label>
              <input
                type="checkbox"
                checked={hasCompared}
                onChange={({ currentTarget }) => setCompared(currentTarget.checked)}
              />
              {say('desk.translation.packages.compared')}
            </label>
          </p>
        </section>
      )}
      <Coming taking={read} />
      {read.conflicts.length > 0 && (
        <section className="desk-card" data-part="conflicts">
          <h2>{say('desk.translation.packages.conflicts')}</h2>
          <p>{say('desk.translation.packages.conflictsHow')}</p>
          {read.conflicts.map((conflict) => (
            <Conflict
              key={conflict.key}
              conflict={conflict}
              lang={read.language}
              isTheirs={theirs.has(conflict.key)}
              onChoose={(isTheirs) => choose(conflict.key, isTheirs)}
            />
          ))}
        </section>
      )}
      <OutcomeLine outcome={acting.outcome} />
      <div className="desk-row">
        <button type="submit" className="desk-primary" data-does="take" aria-disabled={acting.isBusy}>
          {say(acting.isBusy ? 'desk.working' : 'desk.translation.packages.takeThis')}
        </button>
        <button type="button" data-does="cancel" onClick={() => onLeave(null)}>
          {say('desk.cancel')}
        </button>
      </div>
    </form>
  );
}

function Coming({ taking: { changed, unchanged, unknown, refused } }: { readonly taking: ShownTaking }) {
  const { say } = useDeskWords();
  return (
    <section className="desk-card" data-part="coming">
      <h2>{say('desk.translation.packages.coming')}</h2>
      <ul>
        <li>{say('desk.translation.packages.changes', { count: changed })}</li>
        <li>{say('desk.translation.packages.unchanged', { count: unchanged })}</li>
        {unknown.length > 0 && <li>{say('desk.translation.packages.unknownTexts', { count: unknown.length })}</li>}
      </ul>
      {refused.length > 0 && (
        <>
          <h3>{say('desk.translation.packages.refused')}</h3>
          <ul data-list="refused">
            {refused.map(({ key, reason }) => (
              <li key={key}>
                <bdi>{key}</bdi>: {say(`desk.translation.fault.${reason}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ConflictProps {
  readonly conflict: PackageConflict;
  readonly lang: string;
  readonly isTheirs: boolean;
  readonly onChoose: (isTheirs: boolean) => void;
}

function Conflict({ conflict: { key, danish, text, theirDanish, theirText, changed }, ...choice }: ConflictProps) {
  const { say } = useDeskWords();
  const { lang, isTheirs, onChoose } = choice;
  return (
    <fieldset className="desk-choices" data-conflict={key}>
      <legend>{key}</legend>
      <p>
        {say('desk.translation.packages.danish')} <bdi lang="da">{danish}</bdi>
      </p>
      {changed.includes('source') && (
        <p>
          {say('desk.translation.packages.theirDanish')} <bdi lang="da">{theirDanish}</bdi>
        </p>
      )}
      <label>
        <input type="radio" name={key} checked={!isTheirs} onChange={() => onChoose(false)} />
        <span>
          {say('desk.translation.packages.ours')} <bdi lang={lang}>{text ?? '–'}</bdi>
        </span>
      </label>
      <label>
        <input type="radio" name={key} checked={isTheirs} onChange={() => onChoose(true)} />
        <span>
          {say('desk.translation.packages.theirs')} <bdi lang={lang}>{theirText}</bdi>
        </span>
      </label>
    </fieldset>
  );
}
