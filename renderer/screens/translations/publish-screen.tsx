import { LANGUAGE_TAGS, type LanguageTag } from '../../../core/basics/language.ts';
import type { Result } from '../../../core/basics/result.ts';
import { dayAndTime } from '../../../core/translation/dates.ts';
import { LEFT_OUT } from '../../../core/translation/publication.ts';
import type {
  LanguageToPublish,
  PublicationFault,
  PublishingProblem,
  PublishingView,
  ShownPublication,
} from '../../../ipc/publishing-contract.ts';
import type { Translate } from '../../i18n/format.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import { useAct, type Acting } from '../staff/use-act.ts';
import { useTranslations } from './translations-context.ts';
import { useTold } from './use-told.ts';

const ask = (): Promise<Result<PublishingView, PublishingProblem>> => translations['translation.publishing']({});

/** What would be shown from now on, what stays behind, and the way back. For administrators. */
export function PublishScreen() {
  const { say } = useDeskWords();
  const { again: readTexts } = useTranslations().texts;
  const { value: view, error: problem, again: look } = useTold(ask);
  const acting = useAct();
  const after = (asked: () => Promise<Result<null, PublishingProblem>>, done: string): void =>
    void acting.act(asked, {
      done: () => {
        look();
        readTexts();
        return say(`desk.translation.publish.${done}`);
      },
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.translation.publish.problem.${error.kind}`),
    });
  return (
    <section className="desk-form desk-wide" aria-busy={view === null && problem === null}>
      <h1>{say('desk.translation.tab.publish')}</h1>
      {problem !== null && (
        <p className="desk-outcome" role="alert" data-trouble>
          {say(`desk.translation.publish.problem.${problem.kind}`)}
        </p>
      )}
      {view !== null && (
        <>
          <ToPublish
            view={view}
            acting={acting}
            onPublish={() => after(() => translations['translation.publish']({}), 'done')}
          />
          <OutcomeLine outcome={acting.outcome} />
          <Made
            view={view}
            acting={acting}
            onRollBack={() => after(() => translations['translation.rollBack']({}), 'back')}
            onTakeUp={(number) => after(() => translations['translation.takeUp']({ number }), 'taken')}
          />
        </>
      )}
    </section>
  );
}

interface ToPublishProps {
  readonly view: PublishingView;
  readonly acting: Acting;
  readonly onPublish: () => void;
}

/** What publishing would change, language by language, and what keeps it from being done. */
function ToPublish({ view, acting, onPublish }: ToPublishProps) {
  const { say } = useDeskWords();
  const { languages, faults, hasNews, recordings, instruments } = view;
  const mayPublish = hasNews && faults.length === 0 && !acting.isBusy;
  return (
    <div className="desk-card">
      <h2>{say('desk.translation.publish.next')}</h2>
      {LANGUAGE_TAGS.map((tag) => (
        <LanguagePart key={tag} tag={tag} language={languages[tag]} />
      ))}
      <p>{say('desk.translation.publish.beside', { recordings, instruments })}</p>
      {faults.length > 0 && (
        <div role="alert">
          <h3>{say('desk.translation.publish.faults')}</h3>
          <ul className="desk-list">
            {faults.map((fault) => {
              const line = faultText(fault, say);
              return (
                <li key={line} data-fault>
                  {line}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {!hasNews && faults.length === 0 && <p className="desk-quiet">{say('desk.translation.publish.nothingNew')}</p>}
      <button
        type="button"
        className="desk-primary"
        data-does="publish"
        aria-disabled={!mayPublish}
        onClick={() => mayPublish && onPublish()}
      >
        {say(acting.isBusy ? 'desk.working' : 'desk.translation.publish.do')}
      </button>
      <p className="desk-quiet">{say('desk.translation.publish.when')}</p>
    </div>
  );
}

function LanguagePart({ tag, language }: { readonly tag: LanguageTag; readonly language: LanguageToPublish }) {
  const { say } = useDeskWords();
  const { changed, judged, setBack, leftOut } = language;
  const left = LEFT_OUT.map((why) => ({ why, count: leftOut[why].length })).filter(({ count }) => count > 0);
  if (changed.length + judged.length + setBack.length + left.length === 0) return null;
  return (
    <div className="publish-language" data-language={tag}>
      <h3>{say(`desk.translation.tag.${tag}`)}</h3>
      {changed.length > 0 && (
        <details open={changed.length <= SHOWN_AT_ONCE}>
          <summary>{say('desk.translation.publish.changed', { count: changed.length })}</summary>
          <ul className="desk-list">
            {changed.map(({ key, before, after }) => (
              <li key={key}>
                <span className="text-key">{key}</span>
                <span lang={tag}>
                  {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {judged.length > 0 && <p>{say('desk.translation.publish.judged', { count: judged.length })}</p>}
      {setBack.length > 0 && (
        <p data-due="true">{say('desk.translation.publish.setBack', { count: setBack.length })}</p>
      )}
      {left.map(({ why, count }) => (
        <p key={why} className="desk-quiet">
          {say(`desk.translation.publish.left.${why}`, { count })}
        </p>
      ))}
    </div>
  );
}

/** A longer list is opened by whoever wants to read it. */
const SHOWN_AT_ONCE = 12;

interface MadeProps {
  readonly view: PublishingView;
  readonly acting: Acting;
  readonly onRollBack: () => void;
  readonly onTakeUp: (number: number | null) => void;
}

/** What has been published, the newest first, and the way back. */
function Made({ view, acting: { isBusy }, onRollBack, onTakeUp }: MadeProps) {
  const { say } = useDeskWords();
  const { timeZone } = useTranslations().view;
  const { publications, inUse, isDamaged } = view;
  return (
    <div className="desk-card">
      <h2>{say('desk.translation.publish.made')}</h2>
      {isDamaged && (
        <p className="desk-outcome" role="alert" data-trouble>
          {say('desk.translation.publish.damaged')}
        </p>
      )}
      {inUse !== null && (
        <button type="button" data-does="rollBack" aria-disabled={isBusy} onClick={() => !isBusy && onRollBack()}>
          {say('desk.translation.publish.rollBack')}
        </button>
      )}
      <ul className="desk-list">
        {publications.map((publication) => (
          <li key={publication.number} data-publication={publication.number}>
            <span>{publicationText(publication, timeZone, say)}</span>
            <TakeUp
              isInUse={publication.number === inUse}
              isBusy={isBusy}
              onTakeUp={() => onTakeUp(publication.number)}
            />
          </li>
        ))}
        <li data-publication="program">
          <span>{say('desk.translation.publish.program')}</span>
          <TakeUp isInUse={inUse === null} isBusy={isBusy} onTakeUp={() => onTakeUp(null)} />
        </li>
      </ul>
    </div>
  );
}

interface TakeUpProps {
  readonly isInUse: boolean;
  readonly isBusy: boolean;
  readonly onTakeUp: () => void;
}

function TakeUp({ isInUse, isBusy, onTakeUp }: TakeUpProps) {
  const { say } = useDeskWords();
  if (isInUse) return <strong>{say('desk.translation.publish.inUse')}</strong>;
  return (
    <button type="button" data-does="takeUp" aria-disabled={isBusy} onClick={() => !isBusy && onTakeUp()}>
      {say('desk.translation.publish.takeUp')}
    </button>
  );
}

function publicationText(
  { number, atMs, by, changed, version }: ShownPublication,
  timeZone: string,
  say: Translate,
): string {
  const day = dayAndTime(atMs, timeZone);
  const count = Object.values(changed).reduce((sum, each) => sum + each, 0);
  const who = by ?? say('desk.translation.publish.gone');
  return say('desk.translation.publish.one', { number, day, who, count, version: version.slice(0, 8) });
}

function faultText(fault: PublicationFault, say: Translate): string {
  switch (fault.kind) {
    case 'text':
      return `${fault.tag} ${fault.key}: ${say(`desk.translation.fault.${fault.fault}`)}`;
    case 'missingText':
      return `${fault.language} ${fault.key}: ${say('desk.translation.mark.missing')}`;
    case 'pack':
      return `${fault.file}: ${fault.place}`;
    case 'instrument':
    case 'file':
      return say(`desk.translation.publish.fault.${fault.kind}`, { file: fault.file });
  }
}
