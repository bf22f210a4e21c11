import { Pictogram } from './pictogram.tsx';
import './listen-tools.css';

/** Something to do with what is heard. */
export interface ListenTool {
  readonly name: string;
  readonly label: string;
  readonly pictogram: string;
  readonly onPress: () => void;
}

interface ListenToolsProps {
  /** What the row is called aloud. */
  readonly label: string;
  /** What must be known of what is heard, such as that others hear it too. */
  readonly note: string | null;
  /** Who speaks, where it is no person. */
  readonly speaker: string | null;
  readonly tools: readonly ListenTool[];
}

/** A low row over the control bar, there only while somebody listens: again, slower, louder, quieter. */
export function ListenTools({ label, note, speaker, tools }: ListenToolsProps) {
  return (
    <div className="listen-tools" role="group" aria-label={label}>
      {note !== null && <p>{note}</p>}
      {tools.map(({ name, label: text, pictogram, onPress }) => (
        <button key={name} type="button" className="chip" data-listen={name} onClick={onPress}>
          <Pictogram name={pictogram} />
          {text}
        </button>
      ))}
      {speaker !== null && <p className="listen-synthetic">{speaker}</p>}
    </div>
  );
}
