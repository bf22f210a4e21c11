import { useEffect, useId, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { KeyboardKind } from '../../core/pack/questionnaire.ts';
import { Keyboard, type KeyboardWords } from './keyboard/keyboard.tsx';
import { eraseAt, typeAt, type Written } from './keyboard/typing.ts';
import { Pictogram } from './pictogram.tsx';
import { useIsReached, useTitleId } from './stage.tsx';
import './text-answer.css';

interface TextAnswerProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** What is written stands as dots until the person asks to see it; null where it is no secret. */
  readonly masked: { readonly show: string; readonly hide: string } | null;
  readonly keyboard: KeyboardWords;
  /** The keys on the glass at first; null for those of words. A physical keyboard writes anything all the same. */
  readonly keys: KeyboardKind | null;
  /** The id of what should be known before writing. */
  readonly describedBy?: string | undefined;
  readonly onWrite: (text: string) => void;
  /** The Enter key of a physical keyboard. */
  readonly onEnter: () => void;
}

/** Names fit on one line; whatever may be longer gets two, so that a person sees all of what was written. */
const ONE_LINE_LENGTH = 60;

/**
 * A place to write, with keys on the glass under it. The question names it; the label only says what to do. Enter goes on
 * instead of breaking lines.
 */
export function TextAnswer(props: TextAnswerProps) {
  const { label, value, maxLength, masked, keyboard, keys, describedBy, onWrite, onEnter } = props;
  const id = useId();
  const titleId = useTitleId();
  const [isShown, setShown] = useState(false);
  const { field, edit } = useCaret(value, onWrite);
  useWritingAnywhere(field);
  return (
    <div className="text-answer">
      <div className="text-answer-field">
        <label htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
        <div className="text-answer-row">
          <textarea
            ref={field}
            id={id}
            rows={maxLength > ONE_LINE_LENGTH ? 2 : 1}
            aria-labelledby={`${titleId} ${id}-label`}
            aria-describedby={describedBy}
            data-masked={(masked !== null && !isShown) || undefined}
            value={value}
            maxLength={maxLength}
            // The keys below are the only ones on the glass.
            inputMode="none"
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={(event) => onWrite(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (!event.repeat) onEnter();
            }}
          />
          {masked !== null && (
            <button type="button" data-does="show-words" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              <Pictogram name={isShown ? 'eye-closed' : 'eye-open'} />
              {isShown ? masked.hide : masked.show}
            </button>
          )}
        </div>
      </div>
      <Keyboard
        words={keyboard}
        controls={id}
        labelledBy={`${id}-label`}
        kind={keys}
        isAtStart={value === ''}
        onType={(character) => edit((written) => typeAt(written, character, maxLength))}
        onErase={() => edit(eraseAt)}
      />
    </div>
  );
}

/** Edits what is written at its caret, and puts the caret where it belongs afterwards. */
function useCaret(value: string, onWrite: (text: string) => void) {
  const field = useRef<HTMLTextAreaElement>(null);
  const after = useRef<Written | null>(null);
  useLayoutEffect(() => {
    const area = field.current;
    const next = after.current;
    after.current = null;
    if (area === null || next?.text !== value) return;
    area.setSelectionRange(next.start, next.end);
    // The end of long words stays in sight.
    if (next.end === value.length) area.scrollTop = area.scrollHeight;
  }, [value]);
  const edit = (change: (written: Written) => Written): void => {
    const area = field.current;
    if (area === null) return;
    // A caret that nobody has set yet stands at the beginning; one writes on at the end.
    const isUntouched = document.activeElement !== area && area.selectionStart === 0 && area.selectionEnd === 0;
    const [start, end] = isUntouched ? [value.length, value.length] : [area.selectionStart, area.selectionEnd];
    after.current = change({ text: value, start, end });
    onWrite(after.current.text);
    if (!(document.activeElement instanceof HTMLButtonElement)) area.focus();
  };
  return { field, edit };
}

/** Whoever begins to write on a physical keyboard writes here, wherever the screen has put the focus. */
function useWritingAnywhere(field: RefObject<HTMLTextAreaElement | null>): void {
  const isReached = useIsReached();
  useEffect(() => {
    if (!isReached) return undefined;
    const begin = (event: KeyboardEvent): void => {
      const writes = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isElsewhere =
        event.target instanceof HTMLElement && event.target.closest('button, textarea, dialog') !== null;
      if (writes && !isElsewhere) field.current?.focus();
    };
    window.addEventListener('keydown', begin);
    return () => window.removeEventListener('keydown', begin);
  }, [isReached, field]);
}
