import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';
import { useLastButton } from './use-last-button.ts';

/** The end of a letter at this kiosk: its person took it back, or the centre has signed for it. */
export function LetterEndScreen({ how }: { readonly how: 'takenBack' | 'atCentre' }) {
  const { words, mark } = useCitizen();
  return (
    <Screen scene={how} hasStop={false} forward={useLastButton(null)}>
      <Statement pictogram={how === 'takenBack' ? 'done-check' : 'centre'}>
        <Heading
          lines={words.lines(`letter.${how}.title`, 'privacy')}
          mark={mark}
          hint={words.lines(`letter.${how}.body`, 'privacy')}
        />
      </Statement>
    </Screen>
  );
}
