import type { SafetyOffer } from '../../../core/intake/scene.ts';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Heading } from '../../components/heading.tsx';
import { TwoSides } from '../../components/two-sides.tsx';
import { useCitizen } from './citizen-context.ts';
import { HouseNumbers } from './safety-parts.tsx';
import { SafetyTips } from './safety-tips.tsx';
import { Screen } from './screen.tsx';

/** Offers a person after an answer that should not stay on paper alone, once. Going on is as good an answer. */
export function OfferPersonScreen({ offer }: { readonly offer: SafetyOffer }) {
  const { words, visit, mark, fetch } = useCitizen();
  const { asksNowOrLater } = offer;
  const safety = (key: string) => words.lines(`safety.offer.${key}`, 'privacy');
  const goOn = (): Promise<boolean> => visit.act({ kind: 'leaveOffer' });
  const callSomeone = (): void => void goOn().then((isLeft) => isLeft && fetch());
  return (
    <Screen scene="offerPerson">
      <Heading lines={safety(asksNowOrLater ? 'nowOrLater' : 'title')} mark={mark} hint={safety('body')} />
      <TwoSides>
        <>
          <SafetyTips tips={offer.tips} />
          <HouseNumbers hasEmergency={false} />
        </>
        <>
          <ChoiceButton
            does="offer-now"
            label={safety('now')}
            pictogram="person-coming"
            tone="calm"
            onPress={callSomeone}
          />
          {asksNowOrLater && (
            <ChoiceButton
              does="offer-later"
              label={safety('later')}
              line={safety('laterLine')}
              pictogram="talk-later"
              tone="calm"
              onPress={() => void goOn()}
            />
          )}
          <ChoiceButton
            does="offer-go-on"
            label={safety('goOn')}
            pictogram="go-on"
            tone="calm"
            onPress={() => void goOn()}
          />
        </>
      </TwoSides>
    </Screen>
  );
}
