import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

/** While the letter is being closed. */
export function SendingScreen() {
  const { words, mark } = useCitizen();
  return (
    <Screen scene="sending" hasStop={false}>
      <Statement pictogram="sealed-letter">
        <Heading lines={words.lines('kiosk.sending', 'question')} mark={mark} />
      </Statement>
    </Screen>
  );
}
