import './demo-strip.css';

interface DemoStripProps {
  readonly mark: string;
  /** What is not as in a real house. */
  readonly facts: readonly string[];
  readonly deliver: { readonly label: string; readonly onPress: () => void };
  /** What came of delivering. */
  readonly outcome: string | null;
}

/** Says that this is a house for practice. Thin, at the very edge, and for staff. */
export function DemoStrip({ mark, facts, deliver, outcome }: DemoStripProps) {
  return (
    <aside className="demo-strip" aria-label={mark}>
      <strong>{mark}</strong>
      <span className="demo-facts">{facts.join(' · ')}</span>
      <span role="status">{outcome}</span>
      <button type="button" onClick={deliver.onPress}>
        {deliver.label}
      </button>
    </aside>
  );
}
