import { useState } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useCitizen } from './citizen-context.ts';
import { DeleteQuestion } from './delete-sheet.tsx';

/** Stop: go on, keep it under a code, or delete everything. */
export function StopSheet({ onClose }: { readonly onClose: () => void }) {
  const { visit } = useCitizen();
  const [isDeleting, setDeleting] = useState(false);
  const keep = (): void => {
    onClose();
    if (visit.view.codeTaken) void visit.keep();
    else void visit.takeCode('leave');
  };
  return (
    <Sheet name="stop" labelledBy={isDeleting ? 'delete-title' : 'stop-title'} onClose={onClose}>
      {isDeleting ? (
        <DeleteQuestion onClose={onClose} />
      ) : (
        <StopChoices onGoOn={onClose} onKeep={keep} onDelete={() => setDeleting(true)} />
      )}
    </Sheet>
  );
}

interface StopChoicesProps {
  readonly onGoOn: () => void;
  readonly onKeep: () => void;
  readonly onDelete: () => void;
}

function StopChoices({ onGoOn, onKeep, onDelete }: StopChoicesProps) {
  const { words } = useCitizen();
  const plain = (key: string) => words.lines(key, 'plain');
  return (
    <div className="sheet-content">
      <h2 id="stop-title">{words.say('kiosk.stop.title')}</h2>
      <ChoiceButton
        label={plain('kiosk.stop.goOn')}
        line={plain('kiosk.stop.goOnLine')}
        pictogram="go-on"
        tone="main"
        onPress={onGoOn}
      />
      <ChoiceButton
        label={plain('kiosk.stop.keep')}
        line={plain('kiosk.stop.keepLine')}
        pictogram="keep-code"
        tone="calm"
        onPress={onKeep}
      />
      <ChoiceButton
        label={words.lines('kiosk.stop.delete', 'privacy')}
        line={words.lines('kiosk.stop.deleteLine', 'privacy')}
        pictogram="delete-all"
        tone="grave"
        onPress={onDelete}
      />
    </div>
  );
}
