import { useEffect, useId, useRef, useState } from 'react';
import type { LanguageTag } from '../../../core/basics/language.ts';
import type { Result } from '../../../core/basics/result.ts';
import { checkTyped } from '../../../core/translation/text-advice.ts';
import type { JudgeRefusal, ShownText, WordRefusal } from '../../../ipc/translation-contract.ts';
import type { Translate } from '../../i18n/format.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { OutcomeLine } from '../staff/outcome-line.tsx';
import { useAct } from '../staff/use-act.ts';
import { CheckLines } from './check-lines.tsx';
import { sayAloud } from './say-aloud.ts';
import { placeText } from './text-table.tsx';
import { TextHistory } from './text-history.tsx';
import { useTranslations } from './translations-context.ts';

interface TextEditorProps {
  readonly textKey: string;
  readonly tag: LanguageTag;
  readonly room: number;
  /** What was typed before and not kept. */
  readonly typed: string | null;
  readonly onType: (text: string, shown: ShownText) => void;
  readonly onKept: (shown: ShownText) => void;
  /** Goes back to the table. */
  readonly onLeave: () => void;
  /** Shows where it stands; null where it is shown already, and for texts of no screen of the kiosk. */
  readonly onScreen?: (() => void) | null;
}

/** One text: its Danish source, its words, what would be better, who has judged it and what it was before. */
export function TextEditor({ textKey, tag, room, typed, onType, onKept, onLeave, onScreen = null }: TextEditorProps) {
  const { say } = useDeskWords();
  const id = useId();
  const [shown, setShown] = useState<ShownText | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { act, isBusy, outcome } = useAct();
  useEffect(() => {
    translations['translation.text']({ key: textKey, tag }).then(
      (told) => {
        if (told.ok) setShown(told.value);
      },
      () => undefined,
    );
  }, [textKey, tag]);
  const isShown = shown !== null;
  useEffect(() => {
    const { current } = field;
    if (!isShown || current === null) return;
    current.focus();
    // Whoever comes back goes on where they were.
    current.setSelectionRange(current.value.length, current.value.length);
  }, [isShown]);
  if (shown === null) return <aside className="text-editor" aria-busy />;
  const text = typed ?? shown.text ?? '';
  const { danish } = shown;
  const check = checkTyped({ text, key: textKey, tag, danish, room });
  const kept = (next: ShownText): void => {
    setShown(next);
    onKept(next);
  };
  const keep = (words: string): void =>
    void act(() => translations['translation.word']({ key: textKey, tag, text: words }), {
      done: (next) => {
        kept(next);
        return say('desk.translation.edit.kept');
      },
      failed: (error) => refusalText(error, say),
    });
  const approve = (): void =>
    void act<ShownText, JudgeRefusal>(
      () => translations['translation.judge']({ key: textKey, tag, seen: { text: shown.text ?? '', danish } }),
      {
        done: (next) => {
          kept(next);
          return say('desk.translation.edit.approved');
        },
        failed: (error) => refusalText(error, say),
      },
    );
  const isUnchanged = text === (shown.text ?? '');
  return (
    <aside
      className="text-editor"
      aria-label={say('desk.translation.edit.label')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onLeave();
      }}
    >
      <h2>{say(`desk.translation.tag.${tag}`)}</h2>
      <p className="text-key">
        <strong>{placeText(textKey, say)}</strong>
        {textKey}
      </p>
      {tag !== 'da' && (
        <p className="text-source" lang="da">
          <strong>{say('desk.translation.tag.da')}</strong> {danish}
        </p>
      )}
      <div className="desk-field">
        <label htmlFor={id}>{say('desk.translation.edit.words')}</label>
        <textarea
          ref={field}
          id={id}
          lang={tag}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          value={text}
          aria-describedby={`${id}-check`}
          onChange={({ currentTarget }) => onType(currentTarget.value, shown)}
        />
      </div>
      <CheckLines id={`${id}-check`} check={isUnchanged && shown.text === null ? null : check} />
      <OutcomeLine outcome={outcome} />
      <div className="desk-row">
        <button
          type="button"
          className="desk-primary"
          data-does="keep"
          aria-disabled={isBusy || isUnchanged || check.faults.length > 0}
          onClick={() => {
            if (!isUnchanged && check.faults.length === 0) keep(text);
          }}
        >
          {say(isBusy ? 'desk.working' : 'desk.translation.edit.keep')}
        </button>
        <button type="button" data-does="listen" onClick={() => void sayAloud(text, tag)}>
          {say('desk.translation.edit.listen')}
        </button>
        {onScreen !== null && (
          <button type="button" data-does="onScreen" onClick={onScreen}>
            {say('desk.translation.edit.onScreen')}
          </button>
        )}
        <button type="button" data-does="leave" onClick={onLeave}>
          {say('desk.translation.edit.leave')}
        </button>
      </div>
      <Judging shown={shown} isUnchanged={isUnchanged} onApprove={approve} />
      <TextHistory shown={shown} onTakeUp={keep} />
    </aside>
  );
}

interface JudgingProps {
  readonly shown: ShownText;
  /** What stands in the field is what was kept. */
  readonly isUnchanged: boolean;
  readonly onApprove: () => void;
}

/** How far the words have come, who has judged them, and the approval of who is here. */
function Judging({ shown, isUnchanged, onApprove }: JudgingProps) {
  const { say } = useDeskWords();
  const { view } = useTranslations();
  const { reviewer } = view.signedIn;
  return (
    <div className="text-judging">
      <p>
        <strong>{say(`desk.translation.mark.${shown.status}`)}</strong>
        {shown.author !== null && ` ${say('desk.translation.edit.author', { name: shown.author })}`}
      </p>
      {shown.isSourceChanged && <p data-due="true">{say('desk.translation.edit.sourceChanged')}</p>}
      <ul>
        {shown.reviews.map(({ by, on, role }) => (
          <li key={`${by}${role}`}>{say(`desk.translation.edit.judged.${role}`, { name: by, day: on })}</li>
        ))}
      </ul>
      {reviewer === null ? (
        <p className="desk-quiet">{say('desk.translation.edit.noRole')}</p>
      ) : (
        shown.status !== 'missing' && (
          <button
            type="button"
            data-does="approve"
            aria-disabled={!isUnchanged}
            onClick={() => isUnchanged && onApprove()}
          >
            {say(`desk.translation.edit.approve.${reviewer}`)}
          </button>
        )
      )}
    </div>
  );
}

type Refusal = Extract<Result<never, WordRefusal | JudgeRefusal>, { ok: false }>['error'];

/** Why nothing was kept. */
function refusalText(refusal: Refusal | null, say: Translate): string {
  if (refusal === null) return say('desk.noAnswer');
  if (refusal.kind === 'refused') return say(`desk.translation.fault.${refusal.reason}`);
  return say(`desk.translation.trouble.${refusal.kind}`);
}
