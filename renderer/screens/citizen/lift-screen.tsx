import { useState } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Heading } from '../../components/heading.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';
import { SureQuestion } from './sure-question.tsx';
import './stop-sheet.css';

const HINTS = {
  nothing: null,
  answers: 'presence.lift.answers',
  kept: 'presence.lift.kept',
  locked: 'presence.lift.locked',
} as const;

const NEW_LINES = {
  nothing: 'presence.lift.newBegins',
  answers: 'presence.lift.newForgets',
  kept: 'presence.lift.newKeeps',
  locked: 'presence.lift.newKeeps',
} as const;

/** The neutral page under the cover. Whoever touches it learns nothing of who sat there. */
export function LiftScreen() {
  const { words, visit, mark } = useCitizen();
  const { behind } = visit.view.presence;
  const [isSure, setSure] = useState(true);
  const hint = HINTS[behind];
  const goOn = (): void => {
    if (behind === 'locked') visit.goTo({ kind: 'resume' });
    else void visit.goOn();
  };
  const beNew = (): void => {
    if (behind === 'answers') setSure(false);
    else void visit.leave();
  };
  return (
    <Screen scene="lifting" hasStop={false}>
      <Statement pictogram="eye-open">
        <Heading
          lines={words.lines('presence.lift.title', 'question')}
          mark={mark}
          hint={hint && words.lines(hint, 'privacy')}
        />
      </Statement>
      <ChoiceButton
        does="go-on"
        label={words.lines('presence.lift.goOn', 'plain')}
        pictogram={behind === 'locked' ? 'keep-code' : 'go-on'}
        tone="main"
        onPress={goOn}
      />
      <div className="stop-distance" />
      <ChoiceButton
        does="new"
        label={words.lines('presence.lift.new', 'plain')}
        line={words.lines(NEW_LINES[behind], 'privacy')}
        pictogram="new-person"
        tone="calm"
        onPress={beNew}
      />
      {!isSure && (
        <Sheet name="forget" labelledBy="sure-title" onClose={() => setSure(true)}>
          <SureQuestion of="forget" onYes={() => void visit.leave()} onNo={() => setSure(true)} />
        </Sheet>
      )}
    </Screen>
  );
}
