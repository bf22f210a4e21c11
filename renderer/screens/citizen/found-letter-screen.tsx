import type { SentLetter } from '../../../ipc/contract.ts';
import { Heading } from '../../components/heading.tsx';
import { SlipCard } from '../../components/slip-card.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';
import { slipRows } from './slip-rows.ts';
import { TakeBackButton } from './take-back-button.tsx';
import { useLastButton } from './use-last-button.ts';
import './last-row.css';

/** A letter that its take-back code led to: where it is, and the way to take it back. */
export function FoundLetterScreen({ letter }: { readonly letter: SentLetter }) {
  const { words, mark } = useCitizen();
  return (
    <Screen scene="foundLetter" hasStop={false} forward={useLastButton(null)}>
      <Statement pictogram="sealed-letter">
        <Heading
          lines={words.lines('letter.found.title', 'privacy')}
          mark={mark}
          hint={words.lines(letter.copied ? 'letter.found.copied' : 'letter.found.here', 'privacy')}
        />
      </Statement>
      <SlipCard rows={slipRows(letter, words)} />
      <TakeBackButton copied={letter.copied} />
    </Screen>
  );
}
