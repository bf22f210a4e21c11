import type { AlertView } from '../../../ipc/contract.ts';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useCitizen } from './citizen-context.ts';
import { CallState, HereForStaff } from './safety-parts.tsx';
import './person-sheet.css';

/** Staff try the call, as it is in earnest. Whoever comes says so here, and the house is ready for today. */
export function TestCallSheet({ alert }: { readonly alert: AlertView }) {
  const { words, visit } = useCitizen();
  const callOff = (): void => void visit.alert({ kind: 'callOff' });
  return (
    <Sheet name="testCall" labelledBy="test-call-title" onClose={callOff}>
      <div className="sheet-content">
        <h2 id="test-call-title">{words.say('safety.test.title')}</h2>
        <p>{words.say('safety.test.body')}</p>
        <CallState alert={alert} />
        <HereForStaff onHere={() => void visit.alert({ kind: 'here' })} />
        <ChoiceButton
          does="call-off"
          label={words.lines('safety.fetch.callOff', 'plain')}
          pictogram="no"
          tone="calm"
          onPress={callOff}
        />
      </div>
    </Sheet>
  );
}
