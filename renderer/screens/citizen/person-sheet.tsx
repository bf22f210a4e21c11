import { ChoiceButton } from '../../components/choice-button.tsx';
import { DutyPerson } from '../../components/duty-person.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useCitizen } from './citizen-context.ts';

/** Who is there, and how to reach them. */
export function PersonSheet({ onClose }: { readonly onClose: () => void }) {
  const { words, description } = useCitizen();
  return (
    <Sheet name="person" labelledBy="person-title" onClose={onClose}>
      <div className="sheet-content">
        {description.onDuty ? (
          <>
            <h2 id="person-title">{words.say('kiosk.person.title')}</h2>
            <DutyPerson text={words.say('kiosk.person.duty', { name: description.dutyName })} />
            <p>{words.say('kiosk.person.body')}</p>
          </>
        ) : (
          <h2 id="person-title">{words.say('kiosk.closed.noDuty')}</h2>
        )}
        <div className="sheet-space" />
        <ChoiceButton
          label={words.lines('kiosk.person.close', 'plain')}
          pictogram="done-check"
          tone="main"
          onPress={onClose}
        />
      </div>
    </Sheet>
  );
}
