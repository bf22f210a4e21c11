import { diffWordsWithSpace } from 'diff';
import { dayAndTime } from '../../../core/translation/dates.ts';
import type { ShownText } from '../../../ipc/translation-contract.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { useTranslations } from './translations-context.ts';

interface TextHistoryProps {
  readonly shown: ShownText;
  /** Words the text as it was once. */
  readonly onTakeUp: (text: string) => void;
}

interface Step {
  readonly text: string;
  readonly by: string | null;
  readonly atMs: number | null;
}

/** What a text was before, the newest first: who worded it, when, and what is different from the words before it. */
export function TextHistory({ shown, onTakeUp }: TextHistoryProps) {
  const { say } = useDeskWords();
  const { view } = useTranslations();
  const steps: readonly Step[] = [
    ...(shown.programWords === null ? [] : [{ text: shown.programWords, by: null, atMs: null }]),
    ...shown.history,
  ];
  if (steps.length < 2) return null;
  return (
    <details className="text-history">
      <summary>{say('desk.translation.edit.history')}</summary>
      <ol>
        {steps
          .map((step, index) => (
            <li key={index}>
              <p className="desk-quiet">
                {step.atMs === null ? say('desk.translation.edit.fromProgram') : dayAndTime(step.atMs, view.timeZone)}{' '}
                {step.by}
              </p>
              <Difference before={steps[index - 1]?.text ?? null} after={step.text} />
              {step.text !== shown.text && (
                <button type="button" data-does="takeUp" onClick={() => onTakeUp(step.text)}>
                  {say('desk.translation.edit.takeUp')}
                </button>
              )}
            </li>
          ))
          .reverse()}
      </ol>
    </details>
  );
}

/** What went out and what came in. Marked in words of HTML, so that it is heard too. */
function Difference({ before, after }: { readonly before: string | null; readonly after: string }) {
  if (before === null) return <p>{after}</p>;
  return (
    <p>
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, index) =>
        added ? <ins key={index}>{value}</ins> : removed ? <del key={index}>{value}</del> : value,
      )}
    </p>
  );
}
