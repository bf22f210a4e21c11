import './code-slip.css';

export interface CodeGroup {
  /** Four digits. */
  readonly digits: string;
  /** The two pictures that stand for them, in words. */
  readonly words: readonly string[];
}

/** A code to copy: four digits a line, and beside them the pictures in words. */
export function CodeSlip({ groups }: { readonly groups: readonly CodeGroup[] }) {
  return (
    <ol className="code-slip">
      {groups.map(({ digits, words }, index) => (
        <li key={index}>
          <span className="code-slip-digits">{digits}</span>
          <span className="code-slip-words">{words.join(' · ')}</span>
        </li>
      ))}
    </ol>
  );
}
