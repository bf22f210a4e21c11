import { ChoiceButton } from '../../components/choice-button.tsx';
import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

/** Asks whether somebody is there, and says what happens otherwise. Nothing counts down. */
export function AskedScreen() {
  const { words, visit, mark } = useCitizen();
  const { behind, mayStay } = visit.view.presence;
  return (
    <Screen scene="asked" hasStop={false}>
      <Statement pictogram="clock-time">
        <Heading
          lines={words.lines('presence.asked.title', 'question')}
          mark={mark}
          hint={words.lines(behind === 'answers' ? 'presence.asked.forgets' : 'presence.asked.keeps', 'privacy')}
        />
      </Statement>
      <ChoiceButton
        does="here"
        label={words.lines('presence.asked.yes', 'plain')}
        pictogram="hand-wave"
        tone="main"
        onPress={() => void visit.lift()}
      />
      {mayStay && (
        <ChoiceButton
          does="stay"
          label={words.lines('presence.asked.stay', 'plain')}
          line={words.lines('presence.asked.stayLine', 'plain')}
          pictogram="wait"
          tone="calm"
          onPress={() => void visit.stay()}
        />
      )}
    </Screen>
  );
}
