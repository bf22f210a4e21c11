import type { Offer } from '../../../core/intake/after-send.ts';
import { Heading } from '../../components/heading.tsx';
import { PointList } from '../../components/point-list.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';
import { useLastButton, type LetterTurn } from './use-last-button.ts';

const SHOWN: Readonly<Record<Offer, { readonly pictogram: string }>> = {
  peer: { pictogram: 'peer' },
  cafe: { pictogram: 'cafe' },
  cooking: { pictogram: 'cooking' },
};

/** Company for who wished for it. One asks a person of the house: nothing is written down, and no health word falls. */
export function OffersScreen({ offers, onBack, onNext }: LetterTurn & { readonly offers: readonly Offer[] }) {
  const { words, mark, description } = useCitizen();
  const { onDuty, dutyName } = description;
  const ask = onDuty
    ? words.lines('letter.offers.ask', 'plain', { name: dutyName })
    : words.lines('letter.offers.askAnyone', 'plain');
  return (
    <Screen scene="offers" onBack={onBack} hasStop={false} forward={useLastButton(onNext)}>
      <Heading
        lines={words.lines('letter.offers.title', 'question')}
        mark={mark}
        hint={words.lines('letter.offers.hint', 'plain')}
      />
      <PointList
        points={[
          ...offers.map((offer) => ({
            id: offer,
            lines: words.lines(`letter.offers.${offer}`, 'plain'),
            ...SHOWN[offer],
          })),
          { id: 'ask', lines: ask, pictogram: 'duty-person' },
        ]}
      />
      <p>{words.say('letter.offers.unwritten')}</p>
    </Screen>
  );
}
