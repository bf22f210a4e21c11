import { useState } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useCitizen } from './citizen-context.ts';
import { DeleteQuestion } from './delete-sheet.tsx';
import './stop-sheet.css';

/**
 * Stop: go on, keep it under a code, send what there is, or delete everything, which stands apart; and, quietly, ask
 * less. It lies above the place of the button that opened it, so that a second tap there chooses nothing.
 */
export function StopSheet({ onClose }: { readonly onClose: () => void }) {
  const [isDeleting, setDeleting] = useState(false);
  return (
    <Sheet name="stop" labelledBy={isDeleting ? 'sure-title' : 'stop-title'} onClose={onClose}>
      {isDeleting ? (
        <DeleteQuestion onClose={onClose} />
      ) : (
        <StopChoices onClose={onClose} onDelete={() => setDeleting(true)} />
      )}
    </Sheet>
  );
}

interface StopChoicesProps {
  readonly onClose: () => void;
  readonly onDelete: () => void;
}

function StopChoices({ onClose, onDelete }: StopChoicesProps) {
  const { words, visit } = useCitizen();
  const { view } = visit;
  const keep = (): void => void (view.codeTaken ? visit.keep() : visit.takeCode('leave'));
  const asksAll = view.track === 'whole' && view.scene.kind === 'question';
  const choose = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <div className="sheet-content">
      <h2 id="stop-title">{words.say('kiosk.stop.title')}</h2>
      <StopChoice name="goOn" pictogram="go-on" tone="main" onPress={onClose} />
      <StopChoice name="keep" pictogram="keep-code" onPress={choose(keep)} />
      {view.canTellBack && (
        <StopChoice
          name="tellBack"
          does="tell-back"
          pictogram="sealed-letter"
          onPress={choose(() => void visit.act({ kind: 'tellBack' }))}
        />
      )}
      {asksAll && (
        <StopChoice
          name="short"
          tone="quiet"
          pictogram="track-short"
          onPress={choose(() => void visit.act({ kind: 'chooseTrack', track: 'short' }))}
        />
      )}
      <div className="stop-distance" />
      <StopChoice name="delete" pictogram="delete-all" tone="grave" onPress={onDelete} />
    </div>
  );
}

interface StopChoiceProps {
  readonly name: 'goOn' | 'short' | 'keep' | 'tellBack' | 'delete';
  readonly does?: string;
  readonly pictogram: string;
  readonly tone?: 'main' | 'calm' | 'quiet' | 'grave';
  readonly onPress: () => void;
}

/** One thing to do, and what then happens. What sends or deletes must be understood. */
function StopChoice({ name, does = name, tone = 'calm', ...button }: StopChoiceProps) {
  const { words } = useCitizen();
  const weight = name === 'tellBack' || name === 'delete' ? 'privacy' : 'plain';
  return (
    <ChoiceButton
      {...button}
      does={does}
      tone={tone}
      label={words.lines(`kiosk.stop.${name}`, weight)}
      line={words.lines(`kiosk.stop.${name}Line`, weight)}
    />
  );
}
