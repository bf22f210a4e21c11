import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';
import { useLastButton } from './use-last-button.ts';

const TEXTS = {
  takenBack: { title: 'letter.takenBack.title', body: 'letter.takenBack.body', pictogram: 'done-check' },
  atCentre: { title: 'letter.atCentre.title', body: 'letter.atCentre.body', pictogram: 'centre' },
} as const;

/** The end of a letter at this kiosk: its person took it back, or the centre has signed for it. */
export function LetterEndScreen({ how }: { readonly how: keyof typeof TEXTS }) {
  const { words, mark } = useCitizen();
  const { title, body, pictogram } = TEXTS[how];
  return (
    <Screen scene={how} hasStop={false} forward={useLastButton(null)}>
      <Statement pictogram={pictogram}>
        <Heading lines={words.lines(title, 'privacy')} mark={mark} hint={words.lines(body, 'privacy')} />
      </Statement>
    </Screen>
  );
}
