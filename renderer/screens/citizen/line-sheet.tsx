import type { ReadBackLine } from '../../../core/intake/scene.ts';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Said } from '../../components/read-back-list.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { useCitizen } from './citizen-context.ts';
import './line-sheet.css';
import { toldLine } from './told-line.ts';

interface LineSheetProps {
  readonly line: ReadBackLine;
  readonly onClose: () => void;
}

/** One line of what was told, and what can be done with it. The way that changes nothing stands lowest. */
export function LineSheet({ line, onClose }: LineSheetProps) {
  const { words, visit } = useCitizen();
  const { linkId, locked } = line;
  const { question, said } = toldLine(line, words);
  // A sheet that stayed would lie over the line that says what went wrong.
  const does = (kind: 'edit' | 'remove') => () => void visit.act({ kind, linkId }).then(onClose);
  return (
    <Sheet name="line" labelledBy="line-title" onClose={onClose}>
      <div className="sheet-content">
        <h2 id="line-title" className="line-question">
          <TwoLines lines={question} secondClass="sheet-title-second" />
        </h2>
        <div className="line-said">
          {said.map((group, index) => (
            <Said key={index} {...group} />
          ))}
        </div>
        {locked === null ? (
          <ChoiceButton
            does="change"
            label={words.lines('letter.line.change', 'plain')}
            pictogram="pencil"
            tone="calm"
            onPress={does('edit')}
          />
        ) : (
          <p>
            <TwoLines lines={words.lines(`letter.line.locked.${locked}`, 'plain')} />
          </p>
        )}
        <ChoiceButton
          does="remove"
          label={words.lines('letter.line.remove', 'plain')}
          line={words.lines('letter.line.removeLine', 'plain')}
          pictogram="remove-line"
          tone="grave"
          onPress={does('remove')}
        />
        <ChoiceButton
          does="keep"
          label={words.lines('letter.line.keep', 'plain')}
          pictogram="done-check"
          tone="main"
          onPress={onClose}
        />
      </div>
    </Sheet>
  );
}
