import type { SentLetter } from '../../../ipc/contract.ts';
import { Heading } from '../../components/heading.tsx';
import { SlipCard } from '../../components/slip-card.tsx';
import { PrintButton } from './print-button.tsx';
import { Screen } from './screen.tsx';
import { slipRows } from './slip-rows.ts';
import { TakeBackCode } from './take-back-code.tsx';
import { useCitizen } from './citizen-context.ts';
import { useLastButton, type LetterTurn } from './use-last-button.ts';
import './last-row.css';

/** What to take along: the pictures that take the letter back another day, and its number. */
export function KeepLetterScreen({ letter, onBack, onNext }: LetterTurn & { readonly letter: SentLetter }) {
  const { words, mark } = useCitizen();
  return (
    <Screen scene="keepLetter" onBack={onBack} hasStop={false} forward={useLastButton(onNext)}>
      <Heading
        lines={words.lines('letter.keep.title', 'privacy')}
        mark={mark}
        hint={words.lines('letter.keep.hint', 'privacy')}
      />
      {letter.takeBack !== null && <TakeBackCode code={letter.takeBack} />}
      <SlipCard rows={slipRows(letter, words)} />
      <PrintButton paper={{ kind: 'letter' }} />
    </Screen>
  );
}
