import { useEffect, useRef, useState } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { TwoLines } from '../../components/two-lines.tsx';
import { useCitizen } from './citizen-context.ts';
import './take-back-button.css';

/** Takes the letter back, after asking once more in another place. `copied`: the house has carried a copy away. */
export function TakeBackButton({ copied }: { readonly copied: boolean }) {
  const { words } = useCitizen();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <ChoiceButton
        does="take-back"
        label={words.lines('letter.takeBack.button', 'privacy')}
        line={words.lines(copied ? 'letter.takeBack.copied' : 'letter.takeBack.until', 'privacy')}
        pictogram="take-back"
        tone="grave"
        onPress={() => setAsking(true)}
      />
      {isAsking && <TakeBackSheet onClose={() => setAsking(false)} />}
    </>
  );
}

/** "Yes" stands at the top: the tap that led here was further down, and a second one there keeps the letter. */
function TakeBackSheet({ onClose }: { readonly onClose: () => void }) {
  const { words, visit } = useCitizen();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <Sheet name="take-back" labelledBy="take-back-title" onClose={onClose}>
      <div className="sheet-content">
        <h2 id="take-back-title" ref={title} tabIndex={-1}>
          <TwoLines lines={words.lines('letter.takeBack.sureTitle', 'privacy')} secondClass="sheet-title-second" />
        </h2>
        <p>
          <TwoLines lines={words.lines('letter.takeBack.sureBody', 'privacy')} />
        </p>
        <ChoiceButton
          does="take-back-yes"
          label={words.lines('letter.takeBack.sureYes', 'privacy')}
          pictogram="delete-all"
          tone="grave"
          // A sheet that stayed would lie over the line that says what went wrong.
          onPress={() => void visit.takeBack().then(onClose)}
        />
        <div className="take-back-distance" />
        <ChoiceButton
          label={words.lines('letter.takeBack.sureNo', 'privacy')}
          pictogram="sealed-letter"
          tone="main"
          onPress={onClose}
        />
      </div>
    </Sheet>
  );
}
