import { ALERT_NOTES, type AlertNote } from '../../../../core/alert/alert.ts';
import { ChoiceButton } from '../../../components/choice-button.tsx';
import { TwoLines } from '../../../components/two-lines.tsx';
import { useCitizen } from '../citizen-context.ts';
import { DangerFrame } from './danger-frame.tsx';

const PICTOGRAMS: Readonly<Record<AlertNote, string>> = {
  stayed: 'come-along',
  rang112: 'call',
  doctor: 'doctor',
  mistake: 'hand-wave',
  left: 'door-open',
};

/** What the house did: one press, no words, and nothing of an answer. */
export function DangerNote() {
  const { words, visit } = useCitizen();
  const safety = (key: string) => words.lines(`safety.note.${key}`, 'privacy');
  return (
    <DangerFrame
      name="dangerNote"
      title={safety('title')}
      said={
        <p>
          <TwoLines lines={safety('body')} />
        </p>
      }
    >
      {ALERT_NOTES.map((note) => (
        <ChoiceButton
          key={note}
          does={`note-${note}`}
          label={safety(note)}
          {...(note === 'left' ? { line: safety('leftLine') } : {})}
          pictogram={PICTOGRAMS[note]}
          tone={note === 'left' ? 'grave' : 'calm'}
          onPress={() => void visit.alert({ kind: 'note', note })}
        />
      ))}
    </DangerFrame>
  );
}
