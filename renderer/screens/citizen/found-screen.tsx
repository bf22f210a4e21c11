import { useState } from 'react';
import type { SceneAround } from '../../../ipc/contract.ts';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Heading } from '../../components/heading.tsx';
import { Statement } from '../../components/statement.tsx';
import { useCitizen } from './citizen-context.ts';
import { DeleteSheet } from './delete-sheet.tsx';
import { Screen } from './screen.tsx';
import './stop-sheet.css';

type Found = Extract<SceneAround, { kind: 'found' }>;

/** A right code: go on, or delete everything; Back leaves it as it is. Nothing of the visit is shown before. */
export function FoundScreen({ scene: { mayGoOn } }: { readonly scene: Found }) {
  const { words, visit, mark, description } = useCitizen();
  const [isDeleting, setDeleting] = useState(false);
  const whyNot = description.readiness === 'noRoom' ? 'kiosk.closed.body' : 'presence.found.noDuty';
  const keep = (): void => void visit.keep();
  return (
    <Screen scene="found" onBack={keep} hasStop={false}>
      <Statement pictogram="keep-code">
        <Heading
          lines={words.lines('presence.found.title', 'question')}
          mark={mark}
          hint={words.lines(mayGoOn ? 'presence.found.body' : whyNot, 'plain')}
        />
      </Statement>
      {mayGoOn ? (
        <ChoiceButton
          does="go-on"
          label={words.lines('presence.lift.goOn', 'plain')}
          pictogram="go-on"
          tone="main"
          onPress={() => void visit.goOn()}
        />
      ) : (
        <ChoiceButton
          does="keep"
          label={words.lines('presence.found.keep', 'plain')}
          pictogram="keep-code"
          tone="main"
          onPress={keep}
        />
      )}
      <div className="stop-distance" />
      <ChoiceButton
        does="delete"
        label={words.lines('kiosk.stop.delete', 'privacy')}
        line={words.lines('kiosk.stop.deleteLine', 'privacy')}
        pictogram="delete-all"
        tone="grave"
        onPress={() => setDeleting(true)}
      />
      {isDeleting && <DeleteSheet onClose={() => setDeleting(false)} />}
    </Screen>
  );
}
