import { useEffect, useRef } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import './delete-sheet.css';
import { useCitizen } from './citizen-context.ts';

/**
 * Asks once more before everything is deleted. "Yes" stands above "no": the tap that led here was at the lower end,
 * and a second tap on the same spot must keep the answers.
 */
export function DeleteSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet name="delete" labelledBy="delete-title" onClose={onClose}>
      <DeleteQuestion onClose={onClose} />
    </Sheet>
  );
}

/** The question itself, for a sheet that is open already. */
export function DeleteQuestion({ onClose }: { readonly onClose: () => void }) {
  const { words, visit } = useCitizen();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="sheet-content">
      <h2 id="delete-title" ref={title} tabIndex={-1}>
        <TwoLines lines={words.lines('kiosk.stop.sureTitle', 'privacy')} secondClass="sheet-title-second" />
      </h2>
      <p>
        <TwoLines lines={words.lines('kiosk.stop.sureBody', 'privacy')} />
      </p>
      <ChoiceButton
        label={words.lines('kiosk.stop.sureYes', 'privacy')}
        pictogram="delete-all"
        tone="grave"
        // A sheet that stayed would lie over the line that says what went wrong.
        onPress={() => void visit.forget().then(onClose)}
      />
      <div className="delete-distance" />
      <ChoiceButton
        label={words.lines('kiosk.stop.sureNo', 'privacy')}
        pictogram="go-on"
        tone="main"
        onPress={onClose}
      />
    </div>
  );
}
