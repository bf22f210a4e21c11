import { useSpeechAround } from '../speech/speech-context.ts';
import { Pictogram } from './pictogram.tsx';
import './sheet-listen.css';

/** Listen, on a sheet: the bar lies under it and cannot be reached. */
export function SheetListen() {
  const speech = useSpeechAround();
  if (speech === null) return null;
  const { isSpeaking } = speech.state;
  return (
    <button type="button" className="chip sheet-listen" data-listen="sheet" onClick={() => speech.reader.listen()}>
      <Pictogram name={isSpeaking ? 'silence' : 'speak-aloud'} />
      {speech.say(isSpeaking ? 'speech.hush' : 'speech.listen')}
    </button>
  );
}
