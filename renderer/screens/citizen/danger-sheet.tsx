import { useEffect, useRef } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { DutyPerson } from '../../components/duty-person.tsx';
import { Pictogram } from '../../components/pictogram.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { useCitizen } from './citizen-context.ts';
import './danger-sheet.css';

interface DangerSheetProps {
  /** The person goes to somebody; what was answered is covered meanwhile. */
  readonly onGoToPerson: () => void;
  readonly onGoOn: () => void;
}

/**
 * Opens by itself after an answer that speaks of danger now: who is there, and 112. Nobody has been called, and it does
 * not say so. Only the person closes it.
 */
export function DangerSheet({ onGoToPerson, onGoOn }: DangerSheetProps) {
  const { words, description } = useCitizen();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const safety = (key: string) => words.lines(key, 'privacy');
  return (
    <Sheet name="danger" labelledBy="danger-title" onClose={onGoOn}>
      <div className="sheet-content danger">
        <Pictogram name="person-coming" />
        <h2 id="danger-title" ref={title} tabIndex={-1}>
          <TwoLines
            lines={safety(description.onDuty ? 'kiosk.danger.title' : 'kiosk.danger.noDuty')}
            secondClass="sheet-title-second"
          />
        </h2>
        {description.onDuty && <DutyPerson text={words.say('kiosk.person.duty', { name: description.dutyName })} />}
        <p>
          <TwoLines lines={safety(description.onDuty ? 'kiosk.danger.body' : 'kiosk.danger.noDutyBody')} />
        </p>
        <p className="danger-call">
          <TwoLines lines={safety('kiosk.danger.call')} />
        </p>
        <ChoiceButton
          does="go-to-person"
          label={safety('kiosk.danger.go')}
          line={safety('kiosk.danger.goLine')}
          pictogram="person"
          tone="main"
          onPress={onGoToPerson}
        />
        <ChoiceButton does="go-on" label={safety('kiosk.danger.goOn')} pictogram="go-on" tone="calm" onPress={onGoOn} />
      </div>
    </Sheet>
  );
}
