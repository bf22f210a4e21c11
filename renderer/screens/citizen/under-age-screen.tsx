import { useState } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { useCitizen } from './citizen-context.ts';
import { DeleteSheet } from './delete-sheet.tsx';
import { Screen } from './screen.tsx';

/** Under 18 the questions end, and a person takes over. */
export function UnderAgeScreen() {
  const { words, visit, mark, description } = useCitizen();
  const [isDeleting, setDeleting] = useState(false);
  const goBack = (): void => void visit.act({ kind: 'back' });
  return (
    <Screen scene="underAge" onBack={goBack}>
      <Statement pictogram="young">
        <Heading
          lines={words.lines('kiosk.underAge.title', 'privacy')}
          mark={mark}
          hint={words.lines('kiosk.underAge.body', 'privacy')}
        />
        <p className="large">
          <TwoLines
            lines={
              description.onDuty
                ? words.lines('kiosk.underAge.person', 'privacy', { name: description.dutyName })
                : words.lines('kiosk.closed.noDuty', 'privacy')
            }
          />
        </p>
      </Statement>
      <ChoiceButton
        label={words.lines('kiosk.underAge.back', 'privacy')}
        pictogram="back"
        tone="calm"
        onPress={goBack}
      />
      <ChoiceButton
        label={words.lines('kiosk.underAge.finish', 'privacy')}
        pictogram="delete-all"
        tone="grave"
        onPress={() => setDeleting(true)}
      />
      {isDeleting && <DeleteSheet onClose={() => setDeleting(false)} />}
    </Screen>
  );
}
