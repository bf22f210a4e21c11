import type { TextAdvice, TextCheck } from '../../../core/translation/text-advice.ts';
import type { Translate } from '../../i18n/format.ts';
import { useDeskWords } from '../staff/desk-context.ts';

interface CheckLinesProps {
  readonly id: string;
  /** Null where nothing was typed yet. */
  readonly check: TextCheck | null;
}

/** What is wrong with what is being typed, and what would be better. */
export function CheckLines({ id, check }: CheckLinesProps) {
  const { say } = useDeskWords();
  return (
    <div id={id} role="status">
      <ul className="text-checks">
        {check?.faults.map((fault) => (
          <li key={fault} data-fault>
            {say(`desk.translation.fault.${fault}`)}
          </li>
        ))}
        {check?.advice.map((advice) => {
          const line = adviceText(advice, say);
          return <li key={line}>{line}</li>;
        })}
      </ul>
    </div>
  );
}

function adviceText({ kind, ...values }: TextAdvice, say: Translate): string {
  return say(`desk.translation.advice.${kind}`, values);
}
