import { useEffect, useState } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { kiosk } from '../../kiosk.ts';
import { useCitizen } from './citizen-context.ts';
import './print-button.css';

interface PrintButtonProps {
  readonly paper: { readonly kind: 'letter' } | { readonly kind: 'code'; readonly digits: string };
}

type PrintState = 'ready' | 'printing' | 'done' | 'failed';

/** Puts it on paper, where there is a printer, and says plainly what came of it. */
export function PrintButton({ paper }: PrintButtonProps) {
  const { words } = useCitizen();
  const [hasPrinter, setHasPrinter] = useState(false);
  const [state, setState] = useState<PrintState>('ready');
  useEffect(() => {
    void kiosk['paper.canPrint']({}).then(setHasPrinter, () => setHasPrinter(false));
  }, []);
  if (!hasPrinter) return null;
  const print = async (): Promise<void> => {
    if (state === 'printing') return;
    setState('printing');
    const reply = await kiosk['paper.print']({ ...paper, language: words.language }).catch(() => null);
    setState(reply?.ok === true ? 'done' : 'failed');
  };
  return (
    <div className="print-button">
      <ChoiceButton
        does="print"
        label={words.lines('letter.print.button', 'plain')}
        pictogram="printer"
        tone="calm"
        onPress={() => void print()}
      />
      <p role="status">{state === 'ready' ? '' : words.say(`letter.print.${state}`)}</p>
    </div>
  );
}
