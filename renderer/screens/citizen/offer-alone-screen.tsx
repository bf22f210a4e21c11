import type { Scene } from '../../../core/intake/scene.ts';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

type OfferAlone = Extract<Scene, { kind: 'offerAlone' }>;

/** Questions that waited for the person to be alone, offered once. Leaving them out is as good an answer. */
export function OfferAloneScreen({ scene }: { readonly scene: OfferAlone }) {
  const { words, visit, mark } = useCitizen();
  const privacy = (key: string) => words.lines(key, 'privacy');
  const count = formatNumber(scene.questions, words.language);
  return (
    <Screen scene="offerAlone" onBack={() => void visit.act({ kind: 'back' })}>
      <Statement pictogram="alone">
        <Heading lines={privacy('kiosk.alone.title')} mark={mark} hint={privacy('kiosk.alone.body')} />
        <p className="large">
          <TwoLines lines={words.lines('kiosk.questions', 'privacy', { count })} />
        </p>
      </Statement>
      <ChoiceButton
        does="alone-now"
        label={privacy('kiosk.alone.now')}
        line={privacy('kiosk.alone.nowLine')}
        pictogram="alone"
        tone="calm"
        onPress={() => void visit.act({ kind: 'setAccompanied', accompanied: false })}
      />
      <ChoiceButton
        does="skip-alone"
        label={privacy('kiosk.alone.skip')}
        line={privacy('kiosk.alone.skipLine')}
        pictogram="go-on"
        tone="calm"
        onPress={() => void visit.act({ kind: 'proceed' })}
      />
    </Screen>
  );
}
