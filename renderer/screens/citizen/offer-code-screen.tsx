import { useState } from 'react';
import { AnswerCards } from '../../components/answer-cards.tsx';
import { Heading } from '../../components/heading.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

/** Offers a code, once. Nobody has to take one, so "no" is chosen already. */
export function OfferCodeScreen() {
  const { words, visit, mark } = useCitizen();
  const [chosen, setChosen] = useState<'yes' | 'no'>('no');
  const goOn = (): void => {
    if (chosen === 'yes') void visit.takeCode('goOn');
    else void visit.act({ kind: 'proceed' });
  };
  return (
    <Screen
      scene="offerCode"
      onBack={() => void visit.act({ kind: 'back' })}
      forward={{ label: words.say('kiosk.bar.continue'), onPress: goOn }}
    >
      <Heading
        lines={words.lines('kiosk.offerCode.title', 'privacy')}
        mark={mark}
        hint={words.lines('kiosk.offerCode.body', 'privacy')}
      />
      <AnswerCards
        name="offer-code"
        labelledBy="screen-title"
        kind="one"
        options={[
          { code: 'yes', label: words.lines('kiosk.offerCode.yes', 'privacy'), pictogram: 'keep-code' },
          { code: 'no', label: words.lines('kiosk.offerCode.no', 'privacy'), pictogram: 'go-on' },
        ]}
        chosen={[chosen]}
        onChoose={(code) => setChosen(code === 'yes' ? 'yes' : 'no')}
      />
    </Screen>
  );
}
