import { useEffect } from 'react';
import { ChoiceButton } from '../../components/choice-button.tsx';
import { Pictogram } from '../../components/pictogram.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useCitizen } from './citizen-context.ts';
import './headset-sheet.css';

/** "Can you hear me?", once for each person: what is private sounds only for who said yes. */
export function HeadsetSheet({ onFetchPerson }: { readonly onFetchPerson: () => void }) {
  const { words, speech } = useCitizen();
  const { reader } = speech;
  useEffect(() => reader.readScreen(), [reader]);
  const goOn = (answer: 'confirmed' | 'without'): void => {
    reader.answerHeadset(answer);
    // The sheet must be gone before what lay under it is read.
    setTimeout(() => reader.readScreen(), 0);
  };
  const leave = (): void => {
    // A sheet that goes after an answer closes as well.
    if (reader.state().headset === 'asked') reader.answerHeadset('unknown');
  };
  return (
    <Sheet name="headset" labelledBy="headset-title" onClose={leave}>
      <div className="sheet-content headset">
        <Pictogram name="headset" />
        <h2 id="headset-title">{words.say('speech.headset.title')}</h2>
        <p>{words.say('speech.headset.body')}</p>
        <ChoiceButton
          does="hears"
          label={words.lines('speech.headset.yes', 'plain')}
          pictogram="done-check"
          tone="main"
          onPress={() => goOn('confirmed')}
        />
        <ChoiceButton
          does="hears-not"
          label={words.lines('speech.headset.no', 'plain')}
          line={words.lines('speech.headset.noLine', 'plain')}
          pictogram="person"
          tone="calm"
          onPress={() => {
            leave();
            onFetchPerson();
          }}
        />
        <ChoiceButton
          does="without"
          label={words.lines('speech.headset.without', 'plain')}
          line={words.lines('speech.headset.withoutLine', 'plain')}
          pictogram="headset-no"
          tone="calm"
          onPress={() => goOn('without')}
        />
      </div>
    </Sheet>
  );
}
