import { Pictogram } from './pictogram.tsx';
import './helper-strip.css';

export interface HelperStripProps {
  readonly isAccompanied: boolean;
  /** Who is there, and what that means. */
  readonly sentences: readonly string[];
  /** What the one button says: the other state, from the person's mouth. */
  readonly label: string;
  readonly onPress: () => void;
}

/** Says whether somebody is with the person at the screen. One tap says the other. */
export function HelperStrip({ isAccompanied, sentences, label, onPress }: HelperStripProps) {
  return (
    <div className="helper-strip" data-accompanied={isAccompanied}>
      <Pictogram name={isAccompanied ? 'friend-beside' : 'alone'} />
      <p role="status">
        {sentences.map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </p>
      <button type="button" className="chip" onClick={onPress}>
        {label}
      </button>
    </div>
  );
}
