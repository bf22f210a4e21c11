import { useState } from 'react';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../core/basics/language.ts';
import type { Conflict } from '../../../core/translation/returned-texts.ts';
import { MAX_AUTHOR_LENGTH } from '../../../core/translation/review.ts';
import type { Imported } from '../../../ipc/translation-contract.ts';
import { base64Of } from '../../base64.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { FileButton } from '../staff/file-button.tsx';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import { useAct } from '../staff/use-act.ts';
import { useTranslations } from './translations-context.ts';
import { TypedField } from './typed-field.tsx';

const FORMATS = ['xlsx', 'xliff'] as const;

/** Texts go to translators as files, and come back. */
export function ExchangeScreen() {
  const { say } = useDeskWords();
  const { again } = useTranslations().texts;
  const [imported, setImported] = useState<Imported | null>(null);
  return (
    <section className="desk-form desk-wide">
      <h1>{say('desk.translation.tab.exchange')}</h1>
      <ExportCard />
      <ImportCard
        onImported={(next) => {
          setImported(next);
          again();
        }}
      />
      {imported !== null && <ImportedCard key={imported.tag} imported={imported} />}
    </section>
  );
}

function ExportCard() {
  const { say } = useDeskWords();
  const [tag, setTag] = useState<LanguageTag>('kl');
  const { act, isBusy, outcome } = useAct();
  const write = (format: (typeof FORMATS)[number]): void =>
    void act(() => translations['translation.export']({ tag, format }), {
      done: (name) => say('desk.translation.exchange.written', { name }),
      failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.translation.trouble.${error.kind}`),
    });
  return (
    <div className="desk-card">
      <h2>{say('desk.translation.exchange.out')}</h2>
      <p>{say('desk.translation.exchange.outMore')}</p>
      <div className="desk-row">
        <select
          aria-label={say('desk.translation.exchange.language')}
          value={tag}
          onChange={({ currentTarget }) => setTag(LANGUAGE_TAGS.find((each) => each === currentTarget.value) ?? 'kl')}
        >
          {LANGUAGE_TAGS.map((each) => (
            <option key={each} value={each}>
              {say(`desk.translation.tag.${each}`)}
            </option>
          ))}
        </select>
        {FORMATS.map((format) => (
          <button key={format} type="button" data-does={format} aria-disabled={isBusy} onClick={() => write(format)}>
            {say(`desk.translation.exchange.${format}`)}
          </button>
        ))}
      </div>
      <OutcomeLine outcome={outcome} />
    </div>
  );
}

function ImportCard({ onImported }: { readonly onImported: (imported: Imported) => void }) {
  const { say } = useDeskWords();
  const [by, setBy] = useState('');
  const { act, isBusy, outcome } = useAct();
  const take = (file: File): void =>
    void act(
      async () => {
        const name = by.trim();
        return translations['translation.import']({ file: await base64Of(file), by: name === '' ? null : name });
      },
      {
        refused: () => (by.trim() === '' ? say('desk.translation.exchange.byMissing') : null),
        done: (imported) => {
          onImported(imported);
          return say('desk.translation.exchange.taken', { changed: imported.changed, unchanged: imported.unchanged });
        },
        failed: (error) => say(error === null ? 'desk.noAnswer' : `desk.translation.file.${error.kind}`),
      },
    );
  return (
    <div className="desk-card">
      <h2>{say('desk.translation.exchange.in')}</h2>
      <p>{say('desk.translation.exchange.inMore')}</p>
      <TypedField
        name="by"
        label={say('desk.translation.exchange.by')}
        value={by}
        maxLength={MAX_AUTHOR_LENGTH}
        onChange={setBy}
      />
      <FileButton
        label={say(isBusy ? 'desk.working' : 'desk.translation.exchange.choose')}
        accept=".xlf,.xliff,.xlsx"
        isBusy={isBusy}
        onFile={take}
      />
      <OutcomeLine outcome={outcome} />
    </div>
  );
}

/** What was not taken, text by text. */
function ImportedCard({ imported }: { readonly imported: Imported }) {
  const { say } = useDeskWords();
  const { tag, by, refused, unknown } = imported;
  const [conflicts, setConflicts] = useState(imported.conflicts);
  const [first] = conflicts;
  if (refused.length + unknown.length + imported.conflicts.length === 0) return null;
  return (
    <div className="desk-card">
      <h2>{say('desk.translation.exchange.notTaken')}</h2>
      {first !== undefined && (
        <ConflictPart
          key={first.key}
          {...{ tag, by }}
          conflict={first}
          left={conflicts.length}
          onSettled={() => setConflicts(conflicts.slice(1))}
        />
      )}
      <ul className="desk-list">
        {refused.map(({ key, reason }) => (
          <li key={key} data-refused={key}>
            <span className="text-key">{key}</span>
            <span>{say(`desk.translation.fault.${reason}`)}</span>
          </li>
        ))}
        {unknown.map((key) => (
          <li key={key} data-unknown={key}>
            <span className="text-key">{key}</span>
            <span>{say('desk.translation.trouble.unknownKey')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ConflictPartProps extends Pick<Imported, 'tag' | 'by'> {
  readonly conflict: Conflict;
  /** How many there are still, with this one. */
  readonly left: number;
  readonly onSettled: () => void;
}

/** One text that has changed on both sides: which words stay is for a person. */
function ConflictPart({ tag, by, conflict, left, onSettled }: ConflictPartProps) {
  const { say } = useDeskWords();
  const { refresh } = useTranslations().texts;
  const { key, returned, danish, text } = conflict;
  const { act, isBusy, outcome } = useAct();
  const take = (): void =>
    void act(() => translations['translation.settle']({ tag, key, text: returned, by, seen: { text, danish } }), {
      done: () => {
        refresh(key);
        onSettled();
        return null;
      },
      failed: (error) => {
        if (error === null) return say('desk.noAnswer');
        return error.kind === 'refused'
          ? say(`desk.translation.fault.${error.reason}`)
          : say(`desk.translation.trouble.${error.kind}`);
      },
    });
  return (
    <div className="text-conflict" role="group" aria-label={say('desk.translation.exchange.conflict')}>
      <p data-due="true">{say('desk.translation.exchange.conflictLeft', { count: left })}</p>
      <p className="text-key">{key}</p>
      <dl>
        <dt>{say('desk.translation.exchange.danishNow')}</dt>
        <dd lang="da">{danish}</dd>
        <dt>{say('desk.translation.exchange.here')}</dt>
        <dd lang={tag}>{text ?? say('desk.translation.mark.missing')}</dd>
        <dt>{say('desk.translation.exchange.inFile')}</dt>
        <dd lang={tag}>{returned}</dd>
      </dl>
      <OutcomeLine outcome={outcome} />
      <div className="desk-row">
        <button type="button" data-does="keepHere" onClick={onSettled}>
          {say('desk.translation.exchange.keepHere')}
        </button>
        <button type="button" data-does="takeFile" aria-disabled={isBusy} onClick={take}>
          {say('desk.translation.exchange.takeFile')}
        </button>
      </div>
    </div>
  );
}
